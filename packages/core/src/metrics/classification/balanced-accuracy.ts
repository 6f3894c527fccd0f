import { labelMetric } from './label-metric.ts'
import { averageRate, averageRateGradient, RECALL } from './rates.ts'

export const balancedAccuracy = labelMetric({
  id: 'balanced_accuracy',
  title: 'Balanced accuracy',
  definition: 'Mean of the recalls of the classes that the truth holds, so that a rare class counts as much as a frequent one.',
  reference: 'scikit-learn 1.9.1, balanced_accuracy_score',
  better: 'higher',
  range: [0, 1],
  params: [],
  symmetric: false,
  perfect: 1,
  value: (margins) => averageRate(RECALL, margins, 'supported', -1),
  gradient: (margins) => averageRateGradient(RECALL, margins, 'supported', -1),
})
