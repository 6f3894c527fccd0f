import { normalCdf, normalQuantile } from '../stats/index.ts'
import type { Quantity } from './prediction.ts'

/** Standard deviation of the natural logarithm that a central interval stands for, if the errors are log-normal. 0 for an interval without width. */
export const logSpread = ({ lower, upper }: Quantity, level: number): number => (upper > lower && lower > 0 ? Math.log(upper / lower) / (2 * normalQuantile(0.5 + level / 2)) : 0)

/** The same for each side of the value, which lies in the middle of the probability and not always in that of the interval. 0 for a side without width. */
export function sideSpreads({ value, lower, upper }: Quantity, level: number): { readonly below: number; readonly above: number } {
  const deviations = normalQuantile(0.5 + level / 2)
  const side = (low: number, high: number) => (high > low && low > 0 ? Math.log(high / low) / deviations : 0)
  return { below: side(lower, value), above: side(value, upper) }
}

/** Middle of the interval on the log scale: what the log-normal of {@link logSpread} is centred on. */
export const logCentre = ({ value, lower, upper }: Quantity): number => (lower > 0 && upper > 0 ? (Math.log(lower) + Math.log(upper)) / 2 : Math.log(value))

/**
 * Probability that the truth lies within 20 % of the predicted value: the one number by which predictions of any kind can be compared.
 *
 * @example confidenceOf({ value: 100, lower: 80, upper: 125 }, 0.9) // 0.86
 */
export function confidenceOf(quantity: Quantity, level: number): number {
  const spread = logSpread(quantity, level)
  if (spread === 0) return 1
  const offset = Math.log(quantity.value) - logCentre(quantity)
  return normalCdf((Math.log(1.2) + offset) / spread) - normalCdf((Math.log(0.8) + offset) / spread)
}

/** The interval of batch / quantity, of quantity / batch and the like: `f` is applied to every figure, and the ends change places when `f` falls. */
export function mapQuantity({ value, lower, upper }: Quantity, f: (x: number) => number): Quantity {
  const [a, b] = [f(lower), f(upper)]
  return { value: f(value), lower: Math.min(a, b), upper: Math.max(a, b) }
}

/** A quantity whose interval is the value divided and multiplied by a factor. */
export const withFactor = (value: number, factor: number): Quantity => ({ value, lower: value / factor, upper: value * factor })
