import { meanRelativeError } from './regression-metric.ts'

export const smape = meanRelativeError({
  id: 'smape',
  title: 'Symmetric mean absolute percentage error',
  better: 'lower',
  range: [0, 2],
  unit: '',
  definition: 'Mean of 2 |predicted - true| / (|true| + |predicted|), as a ratio between 0 and 2. A row where both are 0 counts as no error.',
  reference: 'S. Makridakis, 1993; the formula in numpy',
  perfect: 0,
  symmetric: true,
  loss: (truth, predicted) => (truth === predicted ? 0 : (2 * Math.abs(predicted - truth)) / (Math.abs(truth) + Math.abs(predicted))),
  value: ({ meanSymmetric }) => 2 * meanSymmetric,
})
