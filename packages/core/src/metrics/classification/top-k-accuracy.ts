import type { Probabilities } from '../inputs.ts'
import { forBlocks } from '../kernels/index.ts'
import { additiveMetric, type Params, type Statistic, stateOf } from '../metric.ts'
import { LABEL_TASKS } from './label-metric.ts'

/** Fills `hits` with 1 for each row of the block whose true class is among the k highest scores, else 0. */
type FillHits = (hits: Float64Array, input: Probabilities, k: number, codes: Uint32Array, start: number, rows: number) => void

/** A hit is outranked by fewer than k classes; of equal scores the class of the higher index ranks first, as in scikit-learn. */
const fillHits: FillHits = (hits, { values, columns }, k, codes, start, rows) => {
  for (let i = 0; i < rows; i++) {
    const first = (start + i) * columns
    const score = values[first + codes[i]!]!
    let ahead = 0
    for (let c = 0; c < columns; c++) if (values[first + c]! > score || (values[first + c] === score && c > codes[i]!)) ahead++
    hits[i] = ahead < k ? 1 : 0
  }
}

/** With one score per row, k = 1 asks whether it lies above the threshold (0.5 for probabilities, else 0) as the truth says. */
const fillBinaryHits: FillHits = (hits, { values, positive, calibrated }, _k, codes, start, rows) => {
  const threshold = calibrated ? 0.5 : 0
  for (let i = 0; i < rows; i++) hits[i] = values[start + i]! > threshold === (codes[i] === positive) ? 1 : 0
}

/** 1 per hit of the rows from..to, else 0. */
function hitsOf(input: Probabilities, k: number, from: number, to: number): Float64Array {
  const hits = new Float64Array(to - from)
  const fill = input.columns === 1 ? fillBinaryHits : fillHits
  forBlocks([input.truth], from, to, ([codes], start, rows) => fill(hits.subarray(start - from), input, k, codes, start, rows))
  return hits
}

/** Weight of the hits, weight of all rows. */
const topHits: Statistic<'probabilities'> = {
  id: 'top_hits',
  size: () => 2,
  update(state, input, params, from, to) {
    const { topK } = params
    if (whyUndefined(input, params)) return
    const hits = hitsOf(input, topK, from, to)
    let [hit, all] = [0, 0]
    for (let i = 0; i < hits.length; i++) {
      const w = input.weights === null ? 1 : input.weights[from + i]!
      hit += w * hits[i]!
      all += w
    }
    state[0]! += hit
    state[1]! += all
  },
}

function whyUndefined({ columns, positive }: Probabilities, { topK }: Params) {
  if (topK >= Math.max(columns, 2)) return 'too_few_classes'
  return columns === 1 && positive < 0 ? 'positive_label_missing' : undefined
}

export const topKAccuracy = additiveMetric({
  id: 'top_k_accuracy',
  title: 'Top-k accuracy',
  category: 'classification',
  tasks: LABEL_TASKS,
  better: 'higher',
  range: [0, 1],
  unit: '',
  definition: 'Share of rows whose true class is among the k classes of the highest scores (k is `topK`); of equal scores the later class counts as higher.',
  reference: 'scikit-learn 1.9.1, top_k_accuracy_score',
  version: 1,
  params: ['topK'],
  compat: { too_few_classes: 1 },
  symmetric: false,
  perfect: 1,
  weighted: true,
  input: 'probabilities',
  statistic: topHits,
  value: (state, input, params) => whyUndefined(input, params) ?? state[0]! / state[1]!,
  proportion: (input, params) => {
    if (input.weights !== null || whyUndefined(input, params)) return undefined
    const [successes = 0, trials = 0] = stateOf(topHits, input, params)
    return { successes, trials }
  },
  influenceName: 'influence',
  influence: (input, params) => {
    if (input.weights !== null || whyUndefined(input, params)) return undefined
    const values = hitsOf(input, params.topK, 0, input.n)
    const mean = values.reduce((a, b) => a + b, 0) / input.n
    return values.map((v) => v - mean)
  },
})
