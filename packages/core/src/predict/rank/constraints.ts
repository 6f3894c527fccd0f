import type { Prediction } from '../prediction.ts'

/** Limits that a device must keep to be recommended. */
export interface Constraints {
  readonly maxLatencyMs?: number
  readonly maxMemoryMb?: number
  readonly maxPowerWatts?: number
  readonly maxCostPerHour?: number
}

interface Limit {
  readonly name: keyof Constraints
  readonly label: string
  readonly unit: string
  figure(prediction: Prediction, pricePerHour: number | undefined): number | undefined
}

/** Each limit is compared with the predicted value; a figure that is not known does not exclude a device. Board power is what a supply must deliver, so power is compared with the rating. */
const LIMITS: readonly Limit[] = [
  { name: 'maxLatencyMs', label: 'latency', unit: 'ms', figure: ({ latencyMs }) => latencyMs.value },
  { name: 'maxMemoryMb', label: 'memory need', unit: 'MB', figure: ({ memoryMb }) => memoryMb.value },
  { name: 'maxPowerWatts', label: 'power rating', unit: 'W', figure: ({ device }) => device.powerWatts },
  { name: 'maxCostPerHour', label: 'price per hour', unit: '', figure: (_, pricePerHour) => pricePerHour },
]

/** Why a prediction breaks the limits, as a sentence, or undefined when it keeps them all. */
export function brokenLimit(prediction: Prediction, constraints: Constraints, pricePerHour: number | undefined): string | undefined {
  for (const { name, label, unit, figure } of LIMITS) {
    const limit = constraints[name]
    const actual = figure(prediction, pricePerHour)
    if (limit !== undefined && actual !== undefined && actual > limit) return `its ${label} of ${round(actual)}${unit && ` ${unit}`} is above the limit of ${round(limit)}${unit && ` ${unit}`}`
  }
  return undefined
}

const round = (x: number): string => String(Number(x.toPrecision(3)))
