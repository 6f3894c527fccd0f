import { rateMetric } from './rate-metric.ts'
import { PRECISION } from './rates.ts'

export const precision = rateMetric({
  id: 'precision',
  title: 'Precision',
  definition: 'Of the rows predicted as a class, the share that is of it: TP / (TP + FP). Averaged over classes as `average` says; a class never predicted counts as 0 there.',
  reference: 'scikit-learn 1.9.1, precision_score',
  rate: PRECISION,
  undefinedAs: 'no_predicted_positives',
  proportion: ({ hits, predicted }, c) => ({ successes: hits[c]!, trials: predicted[c]! }),
})
