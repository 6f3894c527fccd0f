import type { Numbers } from '../inputs.ts'
import { additiveMetric, type Metric, type MetricFacts, type Outcome, type Params, stateOf } from '../metric.ts'
import { type NumberMoments, numberMoments } from './number-moments.ts'
import { numberSums } from './number-sums.ts'

type Own = 'id' | 'title' | 'better' | 'range' | 'unit' | 'definition' | 'reference' | 'perfect' | 'symmetric'
type RegressionFacts = Pick<MetricFacts, Own> & Partial<Pick<MetricFacts, 'params' | 'compat'>>

/** The facts of a metric of predicted against true numbers: its own, and those that all share. */
export const regressionFacts = <Facts extends RegressionFacts>(own: Facts) =>
  ({ params: [], ...own, category: 'regression', tasks: ['regression'], version: 1, weighted: true, input: 'numbers' }) as const

/** A value and its infinite-sample derivative, both read from the shared sums. */
interface MomentMetric extends RegressionFacts, Pick<Metric<'numbers'>, 'items' | 'influenceName' | 'bounds'> {
  value(moments: NumberMoments, params: Params): Outcome
  /** The influence of one row, given the moments of all rows and the value. */
  influenceOf(moments: NumberMoments, value: number, params: Params): (truth: number, predicted: number) => number
}

/** A metric read from the shared sums: one pass over the data serves all of them. */
export function momentMetric({ value, influenceOf, ...facts }: MomentMetric): Metric<'numbers'> {
  const read = (moments: NumberMoments, params: Params) => finite(value(moments, params))
  return additiveMetric<'numbers'>({
    influenceName: 'influence',
    ...regressionFacts(facts),
    statistic: numberSums,
    value: (state, _input, params) => read(numberMoments(state), params),
    influence: (input, params) => {
      const moments = numberMoments(stateOf(numberSums, input, params))
      const outcome = read(moments, params)
      return typeof outcome === 'string' ? undefined : perRow(input, influenceOf(moments, outcome, params))
    },
  })
}

interface MeanError extends RegressionFacts {
  /** The error of one row; the metric is its weighted mean. */
  loss(truth: number, predicted: number, params: Params): number
  /** The same mean, read from the shared sums. */
  value(moments: NumberMoments, params: Params): Outcome
}

/** A metric that is the mean of one error per row. */
export function meanError({ loss, ...metric }: MeanError): Metric<'numbers'> {
  return momentMetric({
    ...metric,
    influenceName: 't',
    items: (input, params) => perRow(input, (truth, predicted) => loss(truth, predicted, params)),
    influenceOf: (_moments, mean, params) => (truth, predicted) => loss(truth, predicted, params) - mean,
  })
}

function perRow({ truth, predicted }: Numbers, evaluate: (truth: number, predicted: number) => number): Float64Array {
  return truth.map((t, i) => evaluate(t, predicted[i]!))
}

/** The value, or that it is too large to be a number. */
export const finite = (value: Outcome): Outcome => (typeof value === 'string' || Number.isFinite(value) ? value : 'overflow')
