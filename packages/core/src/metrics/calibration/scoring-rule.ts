import { LABEL_TASKS } from '../classification/label-metric.ts'
import type { Probabilities } from '../inputs.ts'
import { additiveMetric, itemMetric, type Metric, type MetricFacts, type Params, type Statistic } from '../metric.ts'
import type { UndefinedReason } from '../undefined.ts'

/** Why the values cannot be judged as probabilities; undefined when they can. */
export function whyNotProbabilities({ calibrated, columns, positive }: Probabilities): UndefinedReason | undefined {
  if (!calibrated) return 'scores_not_probabilities'
  return columns === 1 && positive < 0 ? 'positive_label_missing' : undefined
}

/** What every metric of probabilities has in common. */
export const CALIBRATION_FACTS = {
  category: 'calibration',
  tasks: LABEL_TASKS,
  better: 'lower',
  unit: '',
  version: 1,
  symmetric: false,
  perfect: 0,
  weighted: true,
  input: 'probabilities',
} as const

type RowLoss = (row: number) => number

interface ScoringRule extends Pick<MetricFacts, 'id' | 'title' | 'definition' | 'reference' | 'range' | 'params'> {
  /** The loss of one row, its settings read once. */
  loss(input: Probabilities, params: Params): RowLoss
  /** The sum of the losses of the rows from..to, where there is a faster way than one by one. */
  sum?(input: Probabilities, params: Params, from: number, to: number): number
}

/** A weighted mean of one loss per row. */
export function scoringRule({ loss, sum, ...rule }: ScoringRule): Metric<'probabilities'> {
  const facts = { ...CALIBRATION_FACTS, ...rule }
  /** Weighted loss, weight. */
  const statistic: Statistic<'probabilities'> = {
    id: rule.id,
    size: () => 2,
    update(state, input, params, from, to) {
      const { weights } = input
      state[0]! += sum && weights === null ? sum(input, params, from, to) : total(loss(input, params), weights, from, to)
      for (let i = from; i < to; i++) state[1]! += weights === null ? 1 : weights[i]!
    },
  }
  const items = (input: Probabilities, params: Params) => itemsOf(loss(input, params), input.n)
  const { influence } = itemMetric({ ...facts, items })
  return {
    ...additiveMetric({ ...facts, statistic, value: (state, input) => whyNotProbabilities(input) ?? state[0]! / state[1]! }),
    items,
    influenceName: 't',
    influence: (input, params) => (input.weights !== null || whyNotProbabilities(input) ? undefined : influence!(input, params)),
  }
}

function itemsOf(loss: RowLoss, n: number): Float64Array {
  const items = new Float64Array(n)
  for (let i = 0; i < n; i++) items[i] = loss(i)
  return items
}

function total(loss: RowLoss, weights: Float64Array | null, from: number, to: number): number {
  let sum = 0
  for (let i = from; i < to; i++) sum += (weights === null ? 1 : weights[i]!) * loss(i)
  return sum
}
