import { orderOf } from '../kernels/order.ts'
import { weightedMidranks } from './weighted-midranks.ts'

interface RankedColumn {
  readonly values: Float64Array
  /** Share of rows below plus half of those equal, less 1/2: mean 0. */
  readonly centred: Float64Array
}

/** The distribution function of a column at its own rows, centred. */
export function rankedColumn(values: Float64Array): RankedColumn {
  const n = values.length
  return { values, centred: weightedMidranks(values, null).map((rank) => (rank - 0.5) / n - 0.5) }
}

/**
 * Covariance of the ranks of two columns, and the influence of each row on it: through its own product, and through what it does to the
 * ranks of the rows above it.
 */
export function rankCovariance(a: RankedColumn, b: RankedColumn): { value: number; influence: Float64Array } {
  const n = a.values.length
  const value = a.centred.reduce((sum, rank, i) => sum + rank * b.centred[i]!, 0) / n
  const lifts = [meanAbove(a.values, b.centred), meanAbove(b.values, a.centred)] as const
  return { value, influence: a.centred.map((rank, i) => rank * b.centred[i]! + lifts[0][i]! + lifts[1][i]! - 3 * value) }
}

/** Per row the sum of `terms` over the rows with a larger value, and half of it over those with an equal one, divided by n. */
function meanAbove(values: Float64Array, terms: Float64Array): Float64Array {
  const { order, tied } = orderOf(values)
  const n = values.length
  const means = new Float64Array(n)
  let above = 0
  for (let to = n; to > 0; ) {
    let from = to - 1
    while (from > 0 && tied[from - 1] === 1) from--
    let equal = 0
    for (let i = from; i < to; i++) equal += terms[order[i]!]!
    for (let i = from; i < to; i++) means[order[i]!] = (above + equal / 2) / n
    above += equal
    to = from
  }
  return means
}
