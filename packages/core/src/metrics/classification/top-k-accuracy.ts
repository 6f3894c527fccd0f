import type { Probabilities } from '../inputs.ts'
import { additiveMetric, type Params, type Statistic, stateOf } from '../metric.ts'
import { LABEL_TASKS } from './label-metric.ts'

/** Whether fewer than k classes outrank the true one; of equal scores the class of the higher index ranks first, as in scikit-learn. */
function isHit({ truth, values, columns }: Probabilities, row: number, k: number): boolean {
  const own = truth[row]!
  const score = values[row * columns + own]!
  let ahead = 0
  for (let c = 0; c < columns; c++) {
    const other = values[row * columns + c]!
    if (other > score || (other === score && c > own)) ahead++
  }
  return ahead < k
}

/** With one score per row, k = 1 asks whether it lies above the threshold (0.5 for probabilities, else 0) as the truth says. */
function isBinaryHit({ truth, values, positive, calibrated }: Probabilities, row: number): boolean {
  return values[row]! > (calibrated ? 0.5 : 0) === (truth[row] === positive)
}

const hitOf = (input: Probabilities, k: number) => (row: number) => (input.columns === 1 ? isBinaryHit(input, row) : isHit(input, row, k))

/** Weight of the hits, weight of all rows. */
const topHits: Statistic<'probabilities'> = {
  id: 'top_hits',
  size: () => 2,
  update(state, input, { topK }, from, to) {
    const hit = hitOf(input, topK)
    for (let i = from; i < to; i++) {
      const w = input.weights === null ? 1 : input.weights[i]!
      if (hit(i)) state[0]! += w
      state[1]! += w
    }
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
    const hit = hitOf(input, params.topK)
    const values = Float64Array.from({ length: input.n }, (_, i) => (hit(i) ? 1 : 0))
    const mean = values.reduce((a, b) => a + b, 0) / input.n
    return values.map((v) => v - mean)
  },
})
