import { fisherZ } from '../../stats/index.ts'
import type { Numbers } from '../inputs.ts'
import { DEFAULT_PARAMS, type Metric, type Outcome, wholeMetric } from '../metric.ts'
import { remembered } from '../remembered.ts'
import { pearsonR } from './pearson-r.ts'
import { rankCovariance, rankedColumn } from './rank-covariance.ts'
import { regressionFacts } from './regression-metric.ts'
import { weightedMidranks } from './weighted-midranks.ts'

/** The truth is one column for all models: ranked once. */
const TRUTH_RANKS = new WeakMap<Float64Array, Float64Array>()
const ranksOfTruth = (truth: Float64Array) => remembered(TRUTH_RANKS, truth, () => weightedMidranks(truth, null))

function correlation({ n, truth, predicted, weights }: Numbers): Outcome {
  if (weights === null) return rankCorrelation(ranksOfTruth(truth), weightedMidranks(predicted, null))
  return pearsonR.compute({ n, truth: weightedMidranks(truth, weights), predicted: weightedMidranks(predicted, weights), weights }, DEFAULT_PARAMS)
}

/** Pearson correlation of two columns of ranks, whose mean is known. */
function rankCorrelation(a: Float64Array, b: Float64Array): Outcome {
  const n = a.length
  if (n < 2) return 'lt_2_samples'
  const mean = (n + 1) / 2
  let [aa, bb, ab] = [0, 0, 0]
  for (let i = 0; i < n; i++) {
    const [x, y] = [a[i]! - mean, b[i]! - mean]
    aa += x * x
    bb += y * y
    ab += x * y
  }
  if (aa === 0 || bb === 0) return 'degenerate'
  return Math.min(1, Math.max(-1, ab / Math.sqrt(aa) / Math.sqrt(bb)))
}

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
