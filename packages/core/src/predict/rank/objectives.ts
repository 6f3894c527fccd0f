import type { Prediction, Quantity } from '../prediction.ts'
import { mapQuantity } from '../spread.ts'

export const OBJECTIVES = ['throughput', 'latency', 'memory', 'energy', 'cost'] as const
export type ObjectiveName = (typeof OBJECTIVES)[number]

/** What the best hardware is best at. `score` is undefined where a figure it needs is unknown, and `missing` says which. */
export interface Objective {
  readonly unit: string
  readonly better: 'higher' | 'lower'
  /** What a person reads: "the highest throughput". */
  readonly phrase: string
  readonly missing: string
  /** The figure by which devices are ranked; `pricePerHour` in any currency. */
  score(prediction: Prediction, pricePerHour: number | undefined): Quantity | undefined
}

const SECONDS_PER_HOUR = 3600
const MILLION = 1e6

/** One more objective is one entry here. */
export const OBJECTIVE_FACTS: Readonly<Record<ObjectiveName, Objective>> = {
  throughput: { unit: 'items/s', better: 'higher', phrase: 'the highest throughput', missing: 'its throughput is not known', score: (prediction) => prediction.throughput },
  latency: { unit: 'ms', better: 'lower', phrase: 'the lowest latency', missing: 'its latency is not known', score: (prediction) => prediction.latencyMs },
  memory: { unit: 'MB', better: 'lower', phrase: 'the least memory', missing: 'its memory need is not known', score: (prediction) => prediction.memoryMb },
  energy: {
    unit: 'J/item',
    better: 'lower',
    phrase: 'the least energy per item',
    missing: 'its power is not known',
    score: ({ powerWatts, throughput }) => powerWatts && mapQuantity(throughput, (itemsPerSecond) => powerWatts.value / itemsPerSecond),
  },
  cost: {
    unit: 'per million items',
    better: 'lower',
    phrase: 'the lowest cost per item',
    missing: 'no price was given: send its price per hour in `prices`',
    score: ({ throughput }, pricePerHour) => (pricePerHour === undefined ? undefined : mapQuantity(throughput, (itemsPerSecond) => (pricePerHour * MILLION) / (itemsPerSecond * SECONDS_PER_HOUR))),
  },
}
