import type { Prediction } from '../prediction.ts'
import { type Price, type Prices, priceMissing, priceSource } from './price.ts'

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
  figure(prediction: Prediction): number | undefined
}

/** Each limit is compared with the predicted value, and kept by none that is not known. Board power is what a supply must deliver, so power is compared with the rating. */
const LIMITS: readonly Limit[] = [
  { name: 'maxLatencyMs', label: 'latency', unit: ' ms', figure: ({ latencyMs }) => latencyMs.value },
  { name: 'maxMemoryMb', label: 'memory need', unit: ' MB', figure: ({ memoryMb }) => memoryMb.value },
  { name: 'maxPowerWatts', label: 'power rating', unit: ' W', figure: ({ device }) => device.powerWatts },
]

/** Why a prediction breaks the limits, as a sentence, or undefined when it keeps them all. A device whose power rating or price is not known keeps no limit of it. */
export function brokenLimit(prediction: Prediction, constraints: Constraints, price: Price | undefined, prices?: Prices): string | undefined {
  for (const { name, label, unit, figure } of LIMITS) {
    const limit = constraints[name]
    const actual = figure(prediction)
    if (limit === undefined) continue
    if (actual === undefined) return `its ${label} is not known, so nothing says that it keeps the limit of ${round(limit)}${unit}: name another device, or leave the limit out`
    if (actual > limit) return `its ${label} of ${round(actual)}${unit} is above the limit of ${round(limit)}${unit}`
  }
  return constraints.maxCostPerHour === undefined ? undefined : overBudget(prediction, constraints.maxCostPerHour, price, prices)
}

function overBudget(prediction: Prediction, budget: number, price: Price | undefined, prices: Prices | undefined): string | undefined {
  if (price === undefined) return priceMissing(prediction, prices)
  if (price.perHour <= budget) return undefined
  return `its price per hour of ${round(price.perHour)} is above the limit of ${round(budget)}${price.list === undefined ? '' : ` (${priceSource(price)}; send yours in \`prices\`)`}`
}

const round = (x: number): string => String(Number(x.toPrecision(3)))
