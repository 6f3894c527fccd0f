import { rateMetric } from './rate-metric.ts'
import { F1 } from './rates.ts'

/**
 * F1 = 2J / (1 + J) of the Jaccard share J = TP / (TP + FP + FN), which is binomial; mapping its Wilson interval gives
 * one for F1 that stays right in small samples (Lam, Gopal, Qian: Confidence intervals for the F1 score, 2023).
 */
export const f1Score = rateMetric({
  id: 'f1_score',
  title: 'F1 score',
  definition: 'Harmonic mean of precision and recall: 2 TP / (2 TP + FP + FN). Averaged over classes as `average` says.',
  reference: 'scikit-learn 1.9.1, f1_score',
  rate: F1,
  undefinedAs: 'no_positives',
  proportion: ({ hits, support, predicted }, c) => ({
    successes: hits[c]!,
    trials: support[c]! + predicted[c]! - hits[c]!,
    map: (jaccard) => (2 * jaccard) / (1 + jaccard),
  }),
})
