import type { Probabilities } from '../inputs.ts'
import { type Outcome, wholeMetric } from '../metric.ts'
import { LABEL_TASKS } from './label-metric.ts'
import { isBinary, type OneVsRest, oneVsRest } from './one-vs-rest.ts'
import { type ScoreLevels, scoreLevels } from './score-levels.ts'

/** Sum over the thresholds, highest score first, of (gain in recall) * precision. */
function stepSum(levels: ScoreLevels): number {
  let [above, abovePositives, sum] = [0, 0, 0]
  for (const { members, others } of levels.falling())
    for (let i = members.length - 1; i >= 0; i--) {
      const gain = members[i]!
      above += gain + others[i]!
      if (gain === 0) continue
      abovePositives += gain
      sum += gain * (abovePositives / above)
    }
  return sum / levels.positives
}

function levelsOf(input: Probabilities): ScoreLevels | 'not_binary' | 'positive_label_missing' | 'no_true_positives_possible' {
  if (!isBinary(input)) return 'not_binary'
  if (input.positive < 0) return 'positive_label_missing'
  const levels = scoreLevels(input, input.positive)
  return levels.positives === 0 ? 'no_true_positives_possible' : levels
}

function compute(input: Probabilities): Outcome {
  const levels = levelsOf(input)
  return typeof levels === 'string' ? levels : stepSum(levels)
}

function influence(input: Probabilities): Float64Array | undefined {
  const levels = levelsOf(input)
  return typeof levels === 'string' || input.weights !== null ? undefined : influenceOf(oneVsRest(input, input.positive), stepSum(levels))
}

/**
 * n times the derivative of the step sum by each row's weight. With T positives and F negatives at or above a score, raising the
 * weight of a row moves its own term (positives only) and the precision T / (T + F) at every positive at or below it:
 * by F / (T + F)² for a positive, by -T / (T + F)² for a negative.
 */
function influenceOf({ order, tied, member, positives, negatives }: OneVsRest, mean: number): Float64Array {
  const n = order.length
  const out = new Float64Array(n)
  let [t, f, lift, drag] = [positives, negatives, 0, 0]
  for (let start = 0; start < n; ) {
    let [end, p] = [start, 0]
    do p += member[end]!
    while (tied[end++] === 1)
    lift += (p * f) / (t + f) ** 2
    drag += (p * t) / (t + f) ** 2
    const ofPositive = (n / positives) * (t / (t + f) - mean + lift)
    const ofNegative = (-n / positives) * drag
    for (let i = start; i < end; i++) out[order[i]!] = member[i] === 1 ? ofPositive : ofNegative
    t -= p
    f -= end - start - p
    start = end
  }
  return out
}

export const averagePrecision = wholeMetric({
  id: 'average_precision',
  title: 'Average precision',
  category: 'classification',
  tasks: LABEL_TASKS,
  better: 'higher',
  range: [0, 1],
  unit: '',
  definition: 'Area under the precision-recall curve as a step sum over the thresholds: the sum of (R_k - R_{k-1}) P_k. Two classes only.',
  reference: 'scikit-learn 1.9.1, average_precision_score',
  version: 1,
  params: [],
  compat: { no_true_positives_possible: 0 },
  symmetric: false,
  perfect: 1,
  weighted: true,
  input: 'probabilities',
  compute,
  influence,
  influenceName: 'influence',
})
