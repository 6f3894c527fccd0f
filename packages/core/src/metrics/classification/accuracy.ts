import type { Labels } from '../inputs.ts'
import { forBlocks } from '../kernels/index.ts'
import { labelMetric } from './label-metric.ts'
import { averageRate, averageRateGradient, RECALL } from './rates.ts'

/** 1 for each row predicted right, 0 for the others. */
function items({ n, truth, predicted }: Labels): Float64Array {
  const hits = new Float64Array(n)
  forBlocks([truth, predicted], 0, n, ([t, p], start, rows) => {
    for (let i = 0; i < rows; i++) hits[start + i] = t[i] === p[i] ? 1 : 0
  })
  return hits
}

/** Accuracy is recall with all classes pooled. */
export const accuracy = labelMetric({
  id: 'accuracy',
  title: 'Accuracy',
  definition: 'Share of rows whose predicted class is the true one.',
  reference: 'scikit-learn 1.9.1, accuracy_score',
  better: 'higher',
  range: [0, 1],
  params: [],
  symmetric: true,
  perfect: 1,
  value: (margins) => averageRate(RECALL, margins, 'micro', -1),
  gradient: (margins) => averageRateGradient(RECALL, margins, 'micro', -1),
  items,
  proportion: ({ hits, total }) => ({ successes: hits.reduce((a, b) => a + b, 0), trials: total }),
})
