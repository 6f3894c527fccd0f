import type { GroupedLabels } from '../inputs.ts'
import { forBlocks } from '../kernels/index.ts'
import type { Statistic } from '../metric.ts'

/** Per group and class: (weighted) rows of the class predicted as it, rows of the class, rows predicted as it. One pass serves every fairness metric. */
export const groupMargins: Statistic<'grouped_labels'> = {
  id: 'group_margins',
  size: ({ groups, labels }) => 3 * groups.length * labels.classes.length,
  update(state, { group, labels: { truth, predicted, weights, classes } }, _params, from, to) {
    const counts = new Uint32Array(weights === null ? state.length : 0)
    forBlocks([group, truth, predicted], from, to, ([g, t, p], start, rows) => {
      if (weights === null) count(counts, g, t, p, classes.length, rows)
      else addWeighted(state, g, t, p, classes.length, rows, weights, start)
    })
    for (let i = 0; i < counts.length; i++) state[i]! += counts[i]!
  },
}

/** Whole numbers add up faster than weights of 1. */
function count(counts: Uint32Array, g: Uint32Array, t: Uint32Array, p: Uint32Array, k: number, rows: number): void {
  for (let i = 0; i < rows; i++) {
    const first = g[i]! * k
    counts[3 * (first + t[i]!)]! += t[i] === p[i] ? 1 : 0
    counts[3 * (first + t[i]!) + 1]!++
    counts[3 * (first + p[i]!) + 2]!++
  }
}

function addWeighted(state: Float64Array, g: Uint32Array, t: Uint32Array, p: Uint32Array, k: number, rows: number, weights: Float64Array, start: number): void {
  for (let i = 0; i < rows; i++) {
    const first = g[i]! * k
    const w = weights[start + i]!
    if (t[i] === p[i]) state[3 * (first + t[i]!)]! += w
    state[3 * (first + t[i]!) + 1]! += w
    state[3 * (first + p[i]!) + 2]! += w
  }
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
