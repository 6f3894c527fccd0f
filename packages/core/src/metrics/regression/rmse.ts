import { momentMetric } from './regression-metric.ts'

export const rmse = momentMetric({
  id: 'rmse',
  title: 'Root mean squared error',
  better: 'lower',
  range: [0, Number.POSITIVE_INFINITY],
  unit: 'target unit',
  definition: 'Square root of the mean of (predicted - true)²: the typical size of an error, large ones weighing most, in the unit of the target.',
  reference: 'scikit-learn 1.9.1, root_mean_squared_error',
  perfect: 0,
  symmetric: true,
  value: ({ meanSquared }) => Math.sqrt(meanSquared),
  influenceOf:
    ({ meanSquared }, root) =>
    (truth, predicted) =>
      root === 0 ? 0 : ((predicted - truth) ** 2 - meanSquared) / (2 * root),
})
