import { meanError } from './regression-metric.ts'

export const mae = meanError({
  id: 'mae',
  title: 'Mean absolute error',
  better: 'lower',
  range: [0, Number.POSITIVE_INFINITY],
  unit: 'target unit',
  definition: 'Mean of |predicted - true|, in the unit of the target.',
  reference: 'scikit-learn 1.9.1, mean_absolute_error',
  perfect: 0,
  symmetric: true,
  loss: (truth, predicted) => Math.abs(predicted - truth),
  value: ({ meanAbsolute }) => meanAbsolute,
})
