import type { Prediction, Quantity } from '../prediction.ts'
import { isFree, OBJECTIVE_FACTS, type ObjectiveName } from './objectives.ts'
import type { ExcludedHardware, RankedHardware } from './rank-hardware.ts'

const named = ({ request, device }: Prediction): string => `${request.platform} (${device.name})`

const figure = (x: number): string => (x !== 0 && (Math.abs(x) >= 1e6 || Math.abs(x) < 1e-3) ? x.toExponential(2) : String(Number(x.toPrecision(3))))

/** Why a device is not the first: how far its score is from the best, and whether that may be chance. */
export function whyNot(prediction: Prediction, score: Quantity, best: Prediction, bestScore: Quantity, objective: ObjectiveName, tied: boolean): string {
  if (isFree(bestScore)) return besideFree(prediction, score, best)
  const { unit, better } = OBJECTIVE_FACTS[objective]
  const factor = better === 'higher' ? bestScore.value / score.value : score.value / bestScore.value
  const distance = factor >= 1 ? behind(factor, best) : `predicted ahead of ${named(best)} but moved behind it by earlier feedback`
  const doubt = tied ? '; the intervals overlap, so the order is not certain' : ''
  return `${figure(score.value)} ${unit} (${figure(score.lower)} to ${figure(score.upper)}), ${distance}${doubt}${prediction.bound === best.bound ? '' : `; limited by ${prediction.bound}`}`
}

const behind = (factor: number, best: Prediction): string => (figure(factor) === '1' ? `level with ${named(best)}` : `${figure(factor)} times worse than ${named(best)}`)

/** Nothing is so many times worse than what costs nothing. */
function besideFree(prediction: Prediction, score: Quantity, best: Prediction): string {
  const { throughput } = prediction
  if (isFree(score)) return `it costs nothing either, and is slower: ${figure(throughput.value)} items/s (${figure(throughput.lower)} to ${figure(throughput.upper)})`
  return `${figure(score.value)} ${OBJECTIVE_FACTS.cost.unit} (${figure(score.lower)} to ${figure(score.upper)}), and ${named(best)} costs nothing`
}

/** A reason as part of a sentence: some are sentences of their own. */
const unended = (reason: string): string => reason.replace(/\.$/, '')

/** Why hardware was left out, a sentence each. */
export const whyExcluded = (excluded: readonly ExcludedHardware[]): string => excluded.map(({ platform, device, reason }) => `${platform} (${device}): ${unended(reason)}.`).join(' ')

/** What a ranking says, in sentences. */
export function explainRanking(ranked: readonly RankedHardware[], excluded: readonly ExcludedHardware[], objective: ObjectiveName): string {
  const [first, ...rest] = ranked
  if (!first) return `No hardware can be recommended. ${whyExcluded(excluded)}`.trim()
  const sentences = [headline(first, rest, objective), certainty(first, rest), assumedPrices(ranked), nudge(ranked), leftOut(excluded)]
  return sentences.filter((sentence) => sentence !== '').join(' ')
}

function headline({ prediction, score, scoreUnit }: RankedHardware, rest: readonly RankedHardware[], objective: ObjectiveName): string {
  const { phrase, better } = OBJECTIVE_FACTS[objective]
  const level = Math.round(prediction.level * 100)
  if (isFree(score))
    return `${named(prediction)} costs nothing: ${figure(prediction.throughput.value)} items/s, ${level} % interval ${figure(prediction.throughput.lower)} to ${figure(prediction.throughput.upper)}.`
  const figures = `${figure(score.value)} ${scoreUnit}, ${level} % interval ${figure(score.lower)} to ${figure(score.upper)}`
  const way = better === 'higher' ? 1 : -1
  const [ahead] = rest.filter((other) => way * (other.score.value - score.value) > 0).toSorted((a, b) => way * (b.score.value - a.score.value))
  if (ahead === undefined) return `${named(prediction)} has ${phrase}: ${figures}.`
  return `${named(prediction)} comes first by earlier feedback: ${figures}. ${named(ahead.prediction)} has ${phrase}, by little: ${figure(ahead.score.value)} ${scoreUnit}.`
}

function certainty(first: RankedHardware, rest: readonly RankedHardware[]): string {
  if (rest.length === 0) return ''
  const chanceOf = ({ probabilityBest }: RankedHardware) => Math.round(probabilityBest * 100)
  // An estimated probability is never quite 0 or 1.
  const chanceText = (device: RankedHardware) => (chanceOf(device) === 100 ? 'over 99 %' : chanceOf(device) === 0 ? 'under 1 %' : `${chanceOf(device)} %`)
  const likelier = rest.filter((other) => chanceOf(other) > chanceOf(first)).toSorted((a, b) => chanceOf(b) - chanceOf(a))
  const more =
    likelier.length === 0
      ? ''
      : ` Likelier to be, since the interval reaches farther, though the predicted figure does not: ${likelier.map((other) => `${named(other.prediction)} ${chanceText(other)}`).join(', ')}.`
  const chance = `It is the best with a probability of ${chanceText(first)}.${more}`
  const tied = rest.filter(({ tiedWithBest }) => tiedWithBest).map(({ prediction }) => named(prediction))
  return tied.length === 0 ? chance : `${chance} Not clearly worse: ${tied.join(', ')}. Measure them to be sure.`
}

/** Prices that the caller did not name. */
function assumedPrices(ranked: readonly RankedHardware[]): string {
  const assumed = ranked.flatMap(({ prediction, price }) => (price?.list === undefined ? [] : [`${named(prediction)} ${price.perHour} per hour (${price.list.offer}, ${price.list.asOf})`]))
  return assumed.length === 0 ? '' : `Prices are list prices in USD, not yours: ${assumed.join(', ')}. Send what you pay in \`prices\`.`
}

function nudge(ranked: readonly RankedHardware[]): string {
  const moved = ranked.filter(({ feedbackShift }) => Math.abs(feedbackShift) >= 0.005)
  return moved.length === 0 ? '' : `Earlier feedback moved ${moved.map(({ prediction, feedbackShift }) => `${prediction.request.platform} by ${percent(feedbackShift)}`).join(', ')} in this ranking.`
}

const percent = (shift: number): string => `${shift > 0 ? '+' : ''}${(Math.expm1(shift) * 100).toFixed(1)} %`

const leftOut = (excluded: readonly ExcludedHardware[]): string =>
  excluded.length === 0 ? '' : `Left out: ${excluded.map(({ platform, device, reason }) => `${platform} (${device}), ${unended(reason)}`).join('; ')}.`
