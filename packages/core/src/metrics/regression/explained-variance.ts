import { momentMetric } from './regression-metric.ts'

export const explainedVariance = momentMetric({
  id: 'explained_variance',
  title: 'Explained variance',
  better: 'higher',
  range: [Number.NEGATIVE_INFINITY, 1],
  unit: '',
  definition: '1 - Var(true - predicted) / Var(true). Like R², but an error that is the same for every sample does not count.',
  reference: 'scikit-learn 1.9.1, explained_variance_score',
  perfect: 1,
  symmetric: false,
  compat: { constant_truth: 0, constant_truth_no_error: 1, lt_2_samples: 1 },
  value: ({ rows, truthVaries, predictedVaries, truthVariance, errorVariance }) => {
    if (rows < 2) return 'lt_2_samples'
    if (!truthVaries) return predictedVaries ? 'constant_truth' : 'constant_truth_no_error'
    return 1 - errorVariance / truthVariance
  },
  influenceOf:
    ({ truthMean, meanError, truthVariance, errorVariance }) =>
    (truth, predicted) =>
      (errorVariance * ((truth - truthMean) ** 2 / truthVariance) - (predicted - truth - meanError) ** 2) / truthVariance,
})
