import type { Labels } from '../inputs.ts'
import { marginsOfAll } from './margins.ts'
import { averageRate, F1, PRECISION, RECALL, rateOf } from './rates.ts'

export interface ClassRates {
  readonly precision: number | null
  readonly recall: number | null
  readonly f1_score: number | null
}

/** Precision, recall and F1 of each class (null where 0/0), with its support, and their macro, micro and support-weighted means. */
export function perClassRates(labels: Labels): { perClass: (ClassRates & { support: number })[]; averages: Record<'macro' | 'micro' | 'weighted', ClassRates> } {
  const margins = marginsOfAll(labels)
  const mean = (average: 'macro' | 'micro' | 'weighted') => ({
    precision: averageRate(PRECISION, margins, average, -1),
    recall: averageRate(RECALL, margins, average, -1),
    f1_score: averageRate(F1, margins, average, -1),
  })
  return {
    perClass: labels.classes.map((_, c) => ({ precision: rateOf(PRECISION, margins, c), recall: rateOf(RECALL, margins, c), f1_score: rateOf(F1, margins, c), support: margins.support[c]! })),
    averages: { macro: mean('macro'), micro: mean('micro'), weighted: mean('weighted') },
  }
}
