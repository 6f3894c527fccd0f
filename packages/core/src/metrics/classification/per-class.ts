import { marginsOf } from './margins.ts'
import { averageRate, F1, PRECISION, type Rate, type RateAverage, RECALL, rateOf } from './rates.ts'

/** Precision, recall and F1; null where it is 0/0. */
export interface Rates {
  readonly precision: number | null
  readonly recall: number | null
  readonly f1_score: number | null
}

const RATES = { precision: PRECISION, recall: RECALL, f1_score: F1 }
const eachRate = (value: (rate: Rate) => number | null): Rates => ({ precision: value(RATES.precision), recall: value(RATES.recall), f1_score: value(RATES.f1_score) })

/**
 * The rates of each class, in class order, from the row-major confusion matrix of `k` classes; `support` is the class's weight in the truth.
 *
 * @example perClass(confusionOf(input), input.classes.length)[0] // { precision: 0.5, recall: 1, f1_score: 0.667, support: 2 }
 */
export function perClass(matrix: Float64Array, k: number): (Rates & { readonly support: number })[] {
  const margins = marginsOf(matrix, k)
  return Array.from({ length: k }, (_, c) => ({ ...eachRate((rate) => rateOf(rate, margins, c)), support: margins.support[c]! }))
}

/** The rates over all classes: plain mean, pooled rows, and mean weighted by support; a class whose rate is 0/0 counts as 0, as in scikit-learn. */
export function averagesOf(matrix: Float64Array, k: number): { macro: Rates; micro: Rates; weighted: Rates } {
  const margins = marginsOf(matrix, k)
  const averaged = (average: RateAverage) => eachRate((rate) => averageRate(rate, margins, average, -1))
  return { macro: averaged('macro'), micro: averaged('micro'), weighted: averaged('weighted') }
}
