import type { Metric, Proportion } from '../metric.ts'
import type { UndefinedReason } from '../undefined.ts'
import { type LabelMetric, labelMetric } from './label-metric.ts'
import type { Margins } from './margins.ts'
import { averageRate, averageRateGradient, type Rate, rateOf } from './rates.ts'

type Facts = Pick<LabelMetric, 'id' | 'title' | 'definition' | 'reference'>

interface RateMetric extends Facts {
  readonly rate: Rate
  /** Why there is no value when no row of the positive class counts. */
  readonly undefinedAs: UndefinedReason
  /** The share behind the rate of class `c`, for Wilson intervals. */
  proportion(margins: Margins, c: number): Proportion
}

/** Precision, recall or F1: a rate per class, averaged as `params.average` says. */
export function rateMetric({ rate, undefinedAs, proportion, ...facts }: RateMetric): Metric<'labels'> {
  return labelMetric({
    ...facts,
    better: 'higher',
    range: [0, 1],
    params: ['average'],
    compat: { [undefinedAs]: 0 },
    symmetric: false,
    perfect: 1,
    value: (margins, positive, { average }) => {
      if (average !== 'binary') return averageRate(rate, margins, average, positive)
      if (positive < 0) return 'positive_label_missing'
      return rateOf(rate, margins, positive) ?? undefinedAs
    },
    gradient: (margins, positive, { average }) => averageRateGradient(rate, margins, average, positive),
    proportion: (margins, positive, { average }) => {
      if (average === 'binary') return proportion(margins, positive)
      return average === 'micro' ? { successes: margins.hits.reduce((a, b) => a + b, 0), trials: margins.total } : undefined
    },
  })
}
