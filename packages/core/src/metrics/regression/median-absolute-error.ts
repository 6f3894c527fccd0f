import { orderStatisticBounds, orderStatistics } from '../../stats/index.ts'
import type { Numbers } from '../inputs.ts'
import { orderOf } from '../kernels/order.ts'
import { type Metric, wholeMetric } from '../metric.ts'
import { finite, regressionFacts } from './regression-metric.ts'

function errorsOf({ truth, predicted }: Numbers): Float64Array {
  const errors = new Float64Array(truth.length)
  for (let i = 0; i < errors.length; i++) errors[i] = Math.abs(predicted[i]! - truth[i]!)
  return errors
}

function median(values: Float64Array): number {
  const [before, after] = [(values.length - 1) >> 1, values.length >> 1]
  const found = orderStatistics(values, [before, after])
  return before === after ? found.get(before)! : found.get(before)! / 2 + found.get(after)! / 2
}

/** Errors by prediction: resampling asks for the median of the same errors under thousands of weights. */
const known = new WeakMap<Float64Array, { readonly truth: Float64Array; readonly errors: Float64Array }>()

function rememberedErrors(input: Numbers): Float64Array {
  const { truth, predicted } = input
  const found = known.get(predicted)
  if (found?.truth === truth) return found.errors
  const errors = errorsOf(input)
  known.set(predicted, { truth, errors })
  return errors
}

/** The value below and above which half the weight lies; the middle of the two where a value ends at exactly half. */
function weightedMedian(values: Float64Array, weights: Float64Array): number {
  const { order } = orderOf(values)
  const half = weights.reduce((a, b) => a + b, 0) / 2
  let at = 0
  let reached = weights[order[0]!]!
  while (reached < half && at < order.length - 1) reached += weights[order[++at]!]!
  const next = reached === half ? order.findIndex((row, i) => i > at && weights[row]! > 0) : at
  return values[order[at]!]! / 2 + values[order[Math.max(at, next)]!]! / 2
}

export const medianAbsoluteError: Metric<'numbers'> = wholeMetric({
  ...regressionFacts({
    id: 'median_absolute_error',
    title: 'Median absolute error',
    better: 'lower',
    range: [0, Number.POSITIVE_INFINITY],
    unit: 'target unit',
    definition: 'Median of |predicted - true|: half the errors are smaller. Outliers do not move it.',
    reference: 'scikit-learn 1.9.1, median_absolute_error',
    perfect: 0,
    symmetric: true,
  }),
  compute: (input) => finite(input.weights === null ? median(errorsOf(input)) : weightedMedian(rememberedErrors(input), input.weights)),
  bounds: (input, _params, level) => {
    const bounds = orderStatisticBounds(errorsOf(input), 0.5, level)
    return bounds && { ...bounds, method: 'order_statistic' }
  },
})
