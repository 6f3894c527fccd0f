import { meanError } from './regression-metric.ts'

export const meanPinballLoss = meanError({
  id: 'mean_pinball_loss',
  title: 'Mean pinball loss',
  better: 'lower',
  range: [0, Number.POSITIVE_INFINITY],
  unit: 'target unit',
  definition: 'Loss of a predicted q-quantile: the mean of q (true - predicted) where the prediction is too low, (1 - q)(predicted - true) where too high. Half the mean absolute error at q = 0.5.',
  reference: 'scikit-learn 1.9.1, mean_pinball_loss',
  perfect: 0,
  symmetric: false,
  params: ['quantile'],
  loss: (truth, predicted, { quantile }) => (predicted < truth ? quantile * (truth - predicted) : (1 - quantile) * (predicted - truth)),
  value: ({ meanAbsolute, meanError: bias }, { quantile }) => Math.max(0, meanAbsolute / 2 + (0.5 - quantile) * bias),
})
