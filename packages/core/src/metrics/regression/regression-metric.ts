import type { Numbers } from '../inputs.ts'
import { additiveMetric, type Metric, type MetricFacts, type Outcome, type Params, type Statistic, stateOf } from '../metric.ts'
import { remembered } from '../remembered.ts'
import { type NumberMoments, numberMoments } from './number-moments.ts'
import { numberSums } from './number-sums.ts'
import { type RelativeMoments, relativeMoments, relativeSums } from './relative-sums.ts'

type Own = 'id' | 'title' | 'better' | 'range' | 'unit' | 'definition' | 'reference' | 'perfect' | 'symmetric'
type RegressionFacts = Pick<MetricFacts, Own> & Partial<Pick<MetricFacts, 'params' | 'compat'>>

/** The facts of a metric of predicted against true numbers: its own, and those that all share. */
export const regressionFacts = <Facts extends RegressionFacts>(own: Facts) =>
  ({ params: [], ...own, category: 'regression', tasks: ['regression'], version: 1, weighted: true, input: 'numbers' }) as const

/** Sums over the rows, one pass for all metrics that read them, and what they mean. */
interface Sums<Moments> {
  readonly statistic: Statistic<'numbers'>
  read(state: Float64Array): Moments
}

const NUMBER_SUMS: Sums<NumberMoments> = { statistic: numberSums, read: numberMoments }
const RELATIVE_SUMS: Sums<RelativeMoments> = { statistic: relativeSums, read: relativeMoments }

/** A value and its infinite-sample derivative, both read from shared sums. */
interface MomentMetric<Moments> extends RegressionFacts, Pick<Metric<'numbers'>, 'items' | 'influenceName' | 'bounds'> {
  value(moments: Moments, params: Params): Outcome
  /** The influence of one row, given the moments of all rows and the value. */
  influenceOf(moments: Moments, value: number, params: Params): (truth: number, predicted: number) => number
}

/** A metric read from the shared sums: one pass over the data serves all of them. */
export const momentMetric = (metric: MomentMetric<NumberMoments>): Metric<'numbers'> => metricOf(NUMBER_SUMS, metric)

function metricOf<Moments>({ statistic, read }: Sums<Moments>, { value, influenceOf, ...facts }: MomentMetric<Moments>): Metric<'numbers'> {
  const outcomeOf = (moments: Moments, params: Params) => finite(value(moments, params))
  return additiveMetric<'numbers'>({
    influenceName: 'influence',
    ...regressionFacts(facts),
    statistic,
    value: (state, _input, params) => outcomeOf(read(state), params),
    influence: (input, params) => {
      const moments = read(stateOnce(statistic, input, params))
      const outcome = outcomeOf(moments, params)
      return typeof outcome === 'string' ? undefined : perRow(input, influenceOf(moments, outcome, params))
    },
  })
}

const STATES = new WeakMap<Numbers, Map<Statistic<'numbers'>, Float64Array>>()
/** The sums of an input, which do not depend on parameters: every metric asks for those of the same rows. */
const stateOnce = (statistic: Statistic<'numbers'>, input: Numbers, params: Params): Float64Array =>
  remembered(
    remembered(STATES, input, () => new Map()),
    statistic,
    () => stateOf(statistic, input, params),
  )

interface MeanError<Moments> extends RegressionFacts {
  /** The error of one row; the metric is its weighted mean. */
  loss(truth: number, predicted: number, params: Params): number
  /** The same mean, read from the sums. */
  value(moments: Moments, params: Params): Outcome
}

/** A metric that is the mean of one error per row. */
export const meanError = (metric: MeanError<NumberMoments>): Metric<'numbers'> => meanErrorOf(NUMBER_SUMS, metric)

/** The same, of errors relative to the size of the numbers. */
export const meanRelativeError = (metric: MeanError<RelativeMoments>): Metric<'numbers'> => meanErrorOf(RELATIVE_SUMS, metric)

function meanErrorOf<Moments>(sums: Sums<Moments>, { loss, ...metric }: MeanError<Moments>): Metric<'numbers'> {
  return metricOf(sums, {
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
