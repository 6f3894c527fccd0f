import type { Prediction, Quantity } from '../prediction.ts'
import { mapQuantity, sideSpreads } from '../spread.ts'

export const OBJECTIVES = ['throughput', 'latency', 'memory', 'energy', 'cost'] as const
export type ObjectiveName = (typeof OBJECTIVES)[number]

/** What the best hardware is best at. `score` is undefined where a figure it needs is unknown, and `missing` says which. */
export interface Objective {
  readonly unit: string
  readonly better: 'higher' | 'lower'
  /** What a person reads: "the highest throughput". */
  readonly phrase: string
  readonly missing: string
  /** Whether the score is the throughput times or under something certain, so that what limits the throughput limits it. */
  readonly isOfSpeed: boolean
  /** The figure by which devices are ranked; `pricePerHour` in any currency. */
  score(prediction: Prediction, pricePerHour: number | undefined): Quantity | undefined
}

const SECONDS_PER_HOUR = 3600
const MILLION = 1e6

/** One more objective is one entry here. */
export const OBJECTIVE_FACTS: Readonly<Record<ObjectiveName, Objective>> = {
  throughput: {
    unit: 'items/s',
    better: 'higher',
    phrase: 'the highest throughput',
    missing: 'its throughput is not known',
    isOfSpeed: true,
    score: (prediction) => prediction.throughput,
  },
  latency: { unit: 'ms', better: 'lower', phrase: 'the lowest latency', missing: 'its latency is not known', isOfSpeed: true, score: (prediction) => prediction.latencyMs },
  memory: { unit: 'MB', better: 'lower', phrase: 'the least memory', missing: 'its memory need is not known', isOfSpeed: false, score: (prediction) => prediction.memoryMb },
  energy: {
    unit: 'J/item',
    better: 'lower',
    phrase: 'the least energy per item',
    missing: 'its power is not known',
    isOfSpeed: true,
    score: ({ powerWatts, throughput }) => powerWatts && mapQuantity(throughput, (itemsPerSecond) => powerWatts.value / itemsPerSecond),
  },
  cost: {
    unit: 'per million items',
    better: 'lower',
    phrase: 'the lowest cost per item',
    missing: 'its price is not known',
    isOfSpeed: true,
    score: ({ throughput }, pricePerHour) => (pricePerHour === undefined ? undefined : mapQuantity(throughput, (itemsPerSecond) => (pricePerHour * MILLION) / (itemsPerSecond * SECONDS_PER_HOUR))),
  },
}

/** On the log scale far ahead of everything that costs something. */
const FREE = 1000

/** Whether the score is that of hardware that costs nothing: then nothing is better, and the fastest of it is best. */
export const isFree = (score: Quantity): boolean => score.value === 0

/** How good a score is, on the log scale, larger being better; free hardware is compared by its throughput. */
export function goodnessOf(prediction: Prediction, score: Quantity, objective: ObjectiveName): number {
  if (isFree(score)) return FREE + Math.log(prediction.throughput.value)
  return OBJECTIVE_FACTS[objective].better === 'higher' ? Math.log(score.value) : -Math.log(score.value)
}

/** Standard deviations of {@link goodnessOf} on its worse and its better side. */
export function goodnessSpreads(prediction: Prediction, score: Quantity, objective: ObjectiveName): { readonly below: number; readonly above: number } {
  const { below, above } = sideSpreads(isFree(score) ? prediction.throughput : score, prediction.level)
  return isFree(score) || OBJECTIVE_FACTS[objective].better === 'higher' ? { below, above } : { below: above, above: below }
}
