import type { GroupedLabels } from '../inputs.ts'
import type { Statistic } from '../metric.ts'

/** Per group and class: (weighted) rows of the class predicted as it, rows of the class, rows predicted as it. One pass serves every fairness metric. */
export const groupMargins: Statistic<'grouped_labels'> = {
  id: 'group_margins',
  size: ({ groups, labels }) => 3 * groups.length * labels.classes.length,
  update(state, { group, labels: { truth, predicted, weights, classes } }, _params, from, to) {
    for (let i = from; i < to; i++) {
      const first = group[i]! * classes.length
      const t = truth[i]!
      const p = predicted[i]!
      const w = weights === null ? 1 : weights[i]!
      if (t === p) state[3 * (first + t)]! += w
      state[3 * (first + t) + 1]! += w
      state[3 * (first + p) + 2]! += w
    }
  },
}

/** A share: `successes` of `trials` rows (or of their weight). */
export interface Share {
  readonly successes: number
  readonly trials: number
}

/** The counts behind the rates of one group, one class against the rest. */
export interface GroupCounts {
  /** Predicted as the class, of all rows. */
  readonly selection_rate: Share
  /** Predicted as the class, of the rows of the class. */
  readonly tpr: Share
  /** Predicted as the class, of the other rows. */
  readonly fpr: Share
  /** Of the class, of the rows predicted as it. */
  readonly precision: Share
}

/** Reads the counts of class `c` in group `g`. */
export function countsOf(state: Float64Array, { labels: { classes } }: GroupedLabels, g: number, c: number): GroupCounts {
  const at = 3 * (g * classes.length + c)
  const [hits, support, selected] = [state[at]!, state[at + 1]!, state[at + 2]!]
  const n = rowsOf(state, classes.length, g)
  return {
    selection_rate: { successes: selected, trials: n },
    tpr: { successes: hits, trials: support },
    fpr: { successes: selected - hits, trials: n - support },
    precision: { successes: hits, trials: selected },
  }
}

/** Rows (or weight) of group `g`. */
export function rowsOf(state: Float64Array, classes: number, g: number): number {
  return sumOver(state, classes, g, 1)
}

/** Rows (or weight) of group `g` predicted right. */
export function hitsOf(state: Float64Array, classes: number, g: number): number {
  return sumOver(state, classes, g, 0)
}

function sumOver(state: Float64Array, classes: number, g: number, part: 0 | 1): number {
  let sum = 0
  for (let c = 0; c < classes; c++) sum += state[3 * (g * classes + c) + part]!
  return sum
}
