import { momentMetric } from './regression-metric.ts'

export const r2Score = momentMetric({
  id: 'r2_score',
  title: 'R²',
  better: 'higher',
  range: [Number.NEGATIVE_INFINITY, 1],
  unit: '',
  definition: 'Coefficient of determination: 1 - Σ(true - predicted)² / Σ(true - mean of true)². 0 is as good as always predicting the mean; worse is negative.',
  reference: 'scikit-learn 1.9.1, r2_score',
  perfect: 1,
  symmetric: false,
  compat: { constant_truth: 0, constant_truth_no_error: 1 },
  value: ({ rows, truthVaries, truthVariance, meanSquared }) => {
    if (rows < 2) return 'lt_2_samples'
    if (!truthVaries) return meanSquared === 0 ? 'constant_truth_no_error' : 'constant_truth'
    return 1 - meanSquared / truthVariance
  },
  influenceOf:
    ({ truthMean, truthVariance, meanSquared }) =>
    (truth, predicted) =>
      (meanSquared * ((truth - truthMean) ** 2 / truthVariance) - (predicted - truth) ** 2) / truthVariance,
})
