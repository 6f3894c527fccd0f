import type { Platform } from '../../hardware/hardware.ts'
import type { Prediction, Quantity, Unsupported } from '../prediction.ts'
import { brokenLimit, type Constraints } from './constraints.ts'
import { explainRanking, whyNot } from './explain.ts'
import { type FeedbackCount, feedbackShift } from './feedback.ts'
import { goodnessOf, goodnessSpreads, OBJECTIVE_FACTS, type ObjectiveName } from './objectives.ts'
import { type Price, type Prices, priceMissing, priceOf } from './price.ts'
import { probabilityBest, type UncertainScore } from './probability-best.ts'

export interface RankingOptions {
  readonly objective: ObjectiveName
  readonly constraints?: Constraints
  /** Price per hour by platform, device id or device name; the most specific wins. Without any, list prices count where they are known. */
  readonly prices?: Prices
  readonly feedback?: readonly FeedbackCount[]
}

/** A device in its place. */
export interface RankedHardware {
  readonly prediction: Prediction
  /** The figure ranked by, with its interval. */
  readonly score: Quantity
  readonly scoreUnit: string
  /** Probability that this device is the best of those ranked, from the intervals. The sum is 1. */
  readonly probabilityBest: number
  /** True when its interval and the best one's overlap so far that the order may be chance: less than 90 % sure. */
  readonly tiedWithBest: boolean
  /** Why it is not the first; absent for the first. */
  readonly whyNot?: string
  /** What feedback did to the log score: between -0.1 and 0.1. */
  readonly feedbackShift: number
  /** What it costs an hour; there when the objective or a budget asks for it. */
  readonly price?: Price
}

/** A device that cannot be recommended. */
export interface ExcludedHardware {
  readonly platform: Platform
  readonly device: string
  readonly reason: string
}

export interface Ranking {
  readonly objective: ObjectiveName
  readonly ranked: readonly RankedHardware[]
  readonly excluded: readonly ExcludedHardware[]
  /** Sentences for a person: what is best, how sure that is, what was left out. */
  readonly explanation: string
}

/** Below this probability of order the first and another device are called tied. */
const SURE = 0.9

/**
 * Ranks hardware for one model and configuration by an objective. Devices that cannot run the model, break a constraint or lack a figure the objective needs are excluded, each with its reason; so are those without a known price under a budget, or without a known power rating under a limit of power.
 * The order is by the predicted score, moved by feedback within bounds; `probabilityBest` follows from the intervals, as independent errors that end where a device could not be faster, log-normal on
 * either side of the prediction. A later device may be the best more probably than the first, where its interval reaches farther; the explanation then says so.
 *
 * @example rankHardware(predictor.predict(requests), { objective: 'throughput' }).ranked[0]?.prediction.request.platform // 'cuda'
 */
export function rankHardware(answers: readonly (Prediction | Unsupported)[], options: RankingOptions): Ranking {
  const judged = answers.map((answer) => judge(answer, options))
  const candidates = judged.filter((entry) => 'score' in entry).sort((a, b) => b.goodness - a.goodness)
  const chances = probabilityBest(candidates.map(({ chance }) => chance))
  const ranked = candidates.map((candidate, i) => place(candidate, candidates[0] ?? candidate, chances[i] ?? 0, options))
  const excluded = judged.filter((entry) => 'reason' in entry)
  return { objective: options.objective, ranked, excluded, explanation: explainRanking(ranked, excluded, options.objective) }
}

interface Candidate {
  readonly prediction: Prediction
  readonly score: Quantity
  /** Log score, larger is better, feedback included: the middle of `chance`. */
  readonly goodness: number
  readonly chance: UncertainScore
  readonly shift: number
  readonly price: Price | undefined
}

function judge(answer: Prediction | Unsupported, { objective, constraints = {}, prices, feedback = [] }: RankingOptions): Candidate | ExcludedHardware {
  const { platform } = answer.request
  const refuse = (reason: string): ExcludedHardware => ({ platform, device: answer.device.name, reason })
  if (!answer.supported) return refuse(answer.reason)
  const price = objective === 'cost' || constraints.maxCostPerHour !== undefined ? priceOf(answer, prices) : undefined
  const facts = OBJECTIVE_FACTS[objective]
  const score = facts.score(answer, price?.perHour)
  if (score === undefined) return refuse(objective === 'cost' ? priceMissing(answer, prices) : facts.missing)
  const broken = brokenLimit(answer, constraints, price, prices)
  if (broken !== undefined) return refuse(broken)
  const count = feedback.find((entry) => entry.platform === platform)
  const shift = count === undefined ? 0 : feedbackShift(count)
  const goodness = goodnessOf(answer, score, objective) + shift
  const room = facts.isOfSpeed ? roomAbove(answer) : Number.POSITIVE_INFINITY
  const { below, above } = goodnessSpreads(answer, score, objective)
  return { prediction: answer, score, goodness, chance: { mean: goodness, spread: below, spreadAbove: above, limit: goodness + room }, shift, price }
}

/** How far, on the log scale, the throughput may lie above its prediction before the device would compute faster than it can. */
function roomAbove({ throughput, limitThroughput = Number.POSITIVE_INFINITY }: Prediction): number {
  return Math.log(Math.max(limitThroughput, throughput.value) / throughput.value)
}

function place(candidate: Candidate, best: Candidate, probability: number, { objective }: RankingOptions): RankedHardware {
  const { prediction, score, shift, price } = candidate
  const first = candidate === best
  const [over = 1] = probabilityBest([best.chance, candidate.chance])
  const tiedWithBest = first || over < SURE
  const reason = first ? {} : { whyNot: whyNot(prediction, score, best.prediction, best.score, objective, tiedWithBest) }
  return { prediction, score, scoreUnit: OBJECTIVE_FACTS[objective].unit, probabilityBest: probability, tiedWithBest, feedbackShift: shift, ...(price && { price }), ...reason }
}
