import { fisherZ } from '../../stats/index.ts'
import type { Numbers } from '../inputs.ts'
import { DEFAULT_PARAMS, type Metric, wholeMetric } from '../metric.ts'
import { pearsonR } from './pearson-r.ts'
import { rankCovariance, rankedColumn } from './rank-covariance.ts'
import { regressionFacts } from './regression-metric.ts'
import { weightedMidranks } from './weighted-midranks.ts'

/** Midranks in place of the values. */
const ranked = ({ n, truth, predicted, weights }: Numbers): Numbers => ({ n, truth: weightedMidranks(truth, weights), predicted: weightedMidranks(predicted, weights), weights })

const correlation = (input: Numbers) => pearsonR.compute(ranked(input), DEFAULT_PARAMS)

/** The derivative of covariance / sqrt(variance x variance), all three of ranks. */
function influenceOn(r: number, { truth, predicted }: Numbers): Float64Array {
  const [t, p] = [rankedColumn(truth), rankedColumn(predicted)]
  const [joint, ofT, ofP] = [rankCovariance(t, p), rankCovariance(t, t), rankCovariance(p, p)]
  const scale = Math.sqrt(ofT.value * ofP.value)
  return joint.influence.map((value, i) => value / scale - (r / 2) * (ofT.influence[i]! / ofT.value + ofP.influence[i]! / ofP.value))
}

export const spearmanR: Metric<'numbers'> = wholeMetric({
  ...regressionFacts({
    id: 'spearman_r',
    title: 'Spearman rank correlation',
    better: 'higher',
    range: [-1, 1],
    unit: '',
    definition: 'Pearson correlation of the ranks of predicted and true, equal values sharing the mean of their ranks: how well the predictions order the samples.',
    reference: 'scipy 1.17.1, spearmanr',
    perfect: 1,
    symmetric: true,
  }),
  compute: correlation,
  influenceName: 'influence',
  influence: (input) => {
    const r = correlation(input)
    return typeof r === 'number' ? influenceOn(r, input) : undefined
  },
  bounds: ({ n }, _params, level, r) => ({ ...fisherZ(r, n, level, 'spearman'), method: 'fisher_z' }),
})
