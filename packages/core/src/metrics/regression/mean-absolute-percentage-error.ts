import { meanRelativeError } from './regression-metric.ts'

export const meanAbsolutePercentageError = meanRelativeError({
  id: 'mean_absolute_percentage_error',
  title: 'Mean absolute percentage error',
  better: 'lower',
  range: [0, Number.POSITIVE_INFINITY],
  unit: '',
  definition: 'Mean of |predicted - true| / |true|, as a ratio: 0.1 is 10 %. Undefined as soon as one true value is 0.',
  reference: 'scikit-learn 1.9.1, mean_absolute_percentage_error, where no true value is 0',
  perfect: 0,
  symmetric: false,
  loss: (truth, predicted) => Math.abs(predicted - truth) / Math.abs(truth),
  value: ({ zeros, meanRelative }) => (zeros > 0 ? 'zero_truth' : meanRelative),
})
