import { fewestRows } from '../classification/distinct-rows.ts'
import { LABEL_TASKS } from '../classification/label-metric.ts'
import type { Probabilities } from '../inputs.ts'
import { forBlocks } from '../kernels/index.ts'
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

/** A stretch of rows and the codes of their true classes; with one column these are 0 and 1, so that `code ^ positive` is 0 or 1. */
export interface Rows {
  readonly input: Probabilities
  readonly params: Params
  readonly codes: Uint32Array
  readonly start: number
  readonly count: number
}

interface ScoringRule extends Pick<MetricFacts, 'id' | 'title' | 'definition' | 'reference' | 'range' | 'params'> {
  /** Writes the loss of each row. */
  losses(out: Float64Array, rows: Rows): void
  /** The sum of the losses, where there is a faster way than one by one. */
  sum?(rows: Rows): number
}

/** A weighted mean of one loss per row. */
export function scoringRule({ losses, sum, ...rule }: ScoringRule): Metric<'probabilities'> {
  const facts = { ...CALIBRATION_FACTS, ...rule }
  const visit = (input: Probabilities, params: Params, from: number, to: number, each: (rows: Rows) => void) =>
    forBlocks([input.truth], from, to, ([codes], start, count) => each({ input, params, codes, start, count }))
  /** Weighted loss, weight. */
  const statistic: Statistic<'probabilities'> = {
    id: rule.id,
    size: () => 2,
    update(state, all, params, first, end) {
      const { input, from, to } = fewestRows(all, first, end)
      const out = new Float64Array(sum && input.weights === null ? 0 : to - from)
      visit(input, params, from, to, (rows) => {
        if (sum && input.weights === null) state[0]! += sum(rows)
        else losses(out.subarray(rows.start - from), rows)
      })
      addWeighted(state, out, input.weights, from, to)
    },
  }
  const items = (input: Probabilities, params: Params) => {
    const out = new Float64Array(input.n)
    visit(input, params, 0, input.n, (rows) => losses(out.subarray(rows.start), rows))
    return out
  }
  const { influence } = itemMetric({ ...facts, items })
  return {
    ...additiveMetric({ ...facts, statistic, value: (state, input) => whyNotProbabilities(input) ?? state[0]! / state[1]! }),
    items,
    influenceName: 't',
    influence: (input, params) => (input.weights !== null || whyNotProbabilities(input) ? undefined : influence!(input, params)),
  }
}

function addWeighted(state: Float64Array, losses: Float64Array, weights: Float64Array | null, from: number, to: number): void {
  let [loss, weight] = [0, weights === null ? to - from : 0]
  if (weights === null) for (let i = 0; i < losses.length; i++) loss += losses[i]!
  else
    for (let i = from; i < to; i++) {
      loss += weights[i]! * losses[i - from]!
      weight += weights[i]!
    }
  state[0]! += loss
  state[1]! += weight
}
