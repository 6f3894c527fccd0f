import { mean } from '../../stats/index.ts'
import type { Coverage } from './coverage.ts'
import type { DriftVerdict } from './drift.ts'
import { type MeasuredError, measuredErrors } from './measured-errors.ts'
import type { PredictionPair } from './pairs.ts'
import { percent } from './percent.ts'

/** A group of at least this many measurements is worth a sentence. */
const ENOUGH = 3
/** Errors above this share are worth an improvement. */
const LARGE = 0.15
/** A group this one-sided is off by a factor, which a few measurements put right. */
const ONE_SIDED = 0.1

/** What would make the predictions better, in sentences, the most useful first. Empty when nothing stands out. */
export function opportunities(pairs: readonly PredictionPair[], coverage: Coverage | null, drift: DriftVerdict): readonly string[] {
  const sentences: string[] = []
  if (drift.verdict === 'drifting') sentences.push(drift.explanation)
  if (coverage && coverage.interval[1] < coverage.expected)
    sentences.push(`Intervals are too narrow: ${percent(coverage.actual)} of the truths lie inside, ${percent(coverage.expected)} should. Record more measurements and train.`)
  if (coverage && coverage.interval[0] > coverage.expected)
    sentences.push(`Intervals are wider than they need to be: ${percent(coverage.actual)} of the truths lie inside, ${percent(coverage.expected)} should. Train on your measurements to narrow them.`)
  const errors = measuredErrors(pairs)
  sentences.push(...worstGroups(errors, 'platform', 'hardware').slice(0, 2), ...worstGroups(errors, 'modelFamily', 'model family').slice(0, 2))
  const analytic = pairs.filter(({ provenance }) => provenance === 'analytic').length
  if (analytic > pairs.length / 2)
    sentences.push(`${percent(analytic / pairs.length)} of the predictions are analytic, without learning: name a device and a known model, or measure one, to get better ones.`)
  return sentences
}

function worstGroups(errors: readonly MeasuredError[], key: 'platform' | 'modelFamily', label: string): readonly string[] {
  return [...Map.groupBy(errors, (error) => JSON.stringify([error[key], error.kind])).values()]
    .map((own) => ({
      name: own[0]![key],
      kind: own[0]!.kind,
      count: own.length,
      error: mean(own.map(({ relativeError }) => relativeError)),
      bias: mean(own.map(({ logRatio }) => logRatio)),
    }))
    .filter(({ count, error }) => count >= ENOUGH && error > LARGE)
    .sort((a, b) => b.error * b.count - a.error * a.count)
    .map(({ name, kind, count, error, bias }) => `Predictions of ${kind} for ${label} ${name} are off by ${percent(error)} on average over ${count} measurements${direction(bias)}.`)
}

function direction(bias: number): string {
  if (Math.abs(bias) < ONE_SIDED) return ', in both directions: measure more of its configurations'
  return `, mostly too ${bias > 0 ? 'high' : 'low'}: a few more measurements will correct the offset`
}
