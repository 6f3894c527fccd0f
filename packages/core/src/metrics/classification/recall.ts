import { rateMetric } from './rate-metric.ts'
import { RECALL } from './rates.ts'

export const recall = rateMetric({
  id: 'recall',
  title: 'Recall',
  definition: 'Of the rows of a class, the share predicted as it: TP / (TP + FN). Averaged over classes as `average` says; a class the truth lacks counts as 0 there.',
  reference: 'scikit-learn 1.9.1, recall_score',
  rate: RECALL,
  undefinedAs: 'no_true_positives_possible',
  proportion: ({ hits, support }, c) => ({ successes: hits[c]!, trials: support[c]! }),
})
