import { labelMetric } from './label-metric.ts'
import { averageRate, averageRateGradient, RECALL } from './rates.ts'

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
  items: ({ truth, predicted }) => Float64Array.from(truth, (t, i) => (t === predicted[i] ? 1 : 0)),
  proportion: ({ hits, total }) => ({ successes: hits.reduce((a, b) => a + b, 0), trials: total }),
})
