import { argsort, orderStatisticBounds, select } from '../../stats/index.ts'
import type { Numbers } from '../inputs.ts'
import { type Metric, wholeMetric } from '../metric.ts'
import { finite, regressionFacts } from './regression-metric.ts'

const errorsOf = ({ truth, predicted }: Numbers) => truth.map((t, i) => Math.abs(predicted[i]! - t))

/** Reorders `values`. */
function median(values: Float64Array): number {
  const half = values.length >> 1
  const upper = select(values, half)
  return values.length % 2 === 1 ? upper : largest(values.subarray(0, half)) / 2 + upper / 2
}

const largest = (values: Float64Array) => values.reduce((a, b) => Math.max(a, b))

/** The value below and above which half the weight lies; the middle of the two where a value ends at exactly half. */
function weightedMedian(values: Float64Array, weights: Float64Array): number {
  const order = argsort(values).filter((i) => weights[i]! > 0)
  const half = weights.reduce((a, b) => a + b, 0) / 2
  let below = 0
  for (let k = 0; k < order.length; k++) {
    below += weights[order[k]!]!
    if (below > half || k === order.length - 1) return values[order[k]!]!
    if (below === half) return values[order[k]!]! / 2 + values[order[k + 1]!]! / 2
  }
  return Number.NaN
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
  compute: (input) => finite(input.weights === null ? median(errorsOf(input)) : weightedMedian(errorsOf(input), input.weights)),
  bounds: (input, _params, level) => {
    const bounds = orderStatisticBounds(errorsOf(input).sort(), 0.5, level)
    return bounds && { ...bounds, method: 'order_statistic' }
  },
})
