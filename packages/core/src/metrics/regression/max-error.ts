import { type Metric, wholeMetric } from '../metric.ts'
import { finite, regressionFacts } from './regression-metric.ts'

export const maxError: Metric<'numbers'> = wholeMetric({
  ...regressionFacts({
    id: 'max_error',
    title: 'Maximum error',
    better: 'lower',
    range: [0, Number.POSITIVE_INFINITY],
    unit: 'target unit',
    definition: 'Largest |predicted - true|: the worst miss. It grows with the number of samples and has no interval.',
    reference: 'scikit-learn 1.9.1, max_error',
    perfect: 0,
    symmetric: true,
  }),
  weighted: false,
  compute: ({ truth, predicted }) => {
    let worst = 0
    for (let i = 0; i < truth.length; i++) worst = Math.max(worst, Math.abs(predicted[i]! - truth[i]!))
    return finite(worst)
  },
})
