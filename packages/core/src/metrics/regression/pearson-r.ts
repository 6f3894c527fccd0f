import { momentMetric } from './regression-metric.ts'

export const pearsonR = momentMetric({
  id: 'pearson_r',
  title: 'Pearson correlation',
  better: 'higher',
  range: [-1, 1],
  unit: '',
  definition: 'Covariance of predicted and true over the product of their standard deviations: how close they lie to a rising straight line, whatever its slope and offset.',
  reference: 'scipy 1.17.1, pearsonr; weighted: statsmodels 0.15.0, DescrStatsW.corrcoef',
  perfect: 1,
  symmetric: true,
  value: ({ rows, truthVaries, predictedVaries, covariance, truthVariance, predictedVariance }) => {
    if (rows < 2) return 'lt_2_samples'
    if (!truthVaries || !predictedVaries) return 'degenerate'
    return Math.min(1, Math.max(-1, covariance / Math.sqrt(truthVariance) / Math.sqrt(predictedVariance)))
  },
  influenceOf: ({ truthMean, predictedMean, truthVariance, predictedVariance }, r) => {
    const [sdT, sdP] = [Math.sqrt(truthVariance), Math.sqrt(predictedVariance)]
    return (truth, predicted) => {
      const [t, p] = [(truth - truthMean) / sdT, (predicted - predictedMean) / sdP]
      return t * p - (r * (t * t + p * p)) / 2
    }
  },
})
