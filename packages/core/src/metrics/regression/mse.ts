import { meanError } from './regression-metric.ts'

export const mse = meanError({
  id: 'mse',
  title: 'Mean squared error',
  better: 'lower',
  range: [0, Number.POSITIVE_INFINITY],
  unit: 'target unit²',
  definition: 'Mean of (predicted - true)². Large errors weigh most.',
  reference: 'scikit-learn 1.9.1, mean_squared_error',
  perfect: 0,
  symmetric: true,
  loss: (truth, predicted) => (predicted - truth) ** 2,
  value: ({ meanSquared }) => meanSquared,
})
