/**
 * Ranks from 1 (best); equal values share one and the next rank is skipped (1, 1, 3).
 *
 * @example competitionRanks([0.9, 0.9, 0.8], 'higher') // [1, 1, 3]
 */
export function competitionRanks(values: readonly number[], better: 'higher' | 'lower'): number[] {
  const ranks = new Array<number>(values.length)
  for (const { index, rank } of competitionOrder(values, better)) ranks[index] = rank
  return ranks
}

/** Where each value stands in `values`, best first and equal ones in the order given, with its rank as {@link competitionRanks} gives it. */
export function competitionOrder(values: readonly number[], better: 'higher' | 'lower'): { readonly index: number; readonly rank: number }[] {
  const sign = better === 'higher' ? -1 : 1
  let rank = 1
  return sortedIndices(new Float64Array(values.map((value) => sign * value))).map((index, position, order) => {
    if (position > 0 && values[index] !== values[order[position - 1]!]) rank = position + 1
    return { index, rank }
  })
}

/** Ranks from 1 (smallest); equal values share the mean of the ranks they cover. */
export function midranks(values: Float64Array): Float64Array {
  return rankWithTies(values).ranks
}

/** Midranks, and the sum of t³ - t over groups of t equal values, which tie corrections need. Values must not be NaN. */
export function rankWithTies(values: Float64Array): { readonly ranks: Float64Array; readonly tieTerm: number } {
  const order = argsort(values)
  const ranks = new Float64Array(values.length)
  let tieTerm = 0
  for (let from = 0; from < order.length; ) {
    const value = values[order[from]!]
    let to = from + 1
    while (to < order.length && values[order[to]!] === value) to++
    for (let i = from; i < to; i++) ranks[order[i]!] = (from + to + 1) / 2
    tieTerm += (to - from) ** 3 - (to - from)
    from = to
  }
  return { ranks, tieTerm }
}

/** Indices that put `values` in ascending order. */
export function argsort(values: Float64Array): Uint32Array {
  const order = new Uint32Array(values.length)
  for (let i = 0; i < order.length; i++) order[i] = i
  return order.length <= FEW ? insertionSorted(order, values) : order.sort((a, b) => values[a]! - values[b]!)
}

/** The same as a list, without the values that are NaN. */
export function sortedIndices(values: Float64Array): number[] {
  const order: number[] = []
  for (let i = 0; i < values.length; i++) if (!Number.isNaN(values[i]!)) order.push(i)
  return order.length <= FEW ? insertionSorted(order, values) : order.sort((a, b) => values[a]! - values[b]!)
}

const FEW = 32

/** Faster than a general sort for a handful of values. */
function insertionSorted<Order extends Uint32Array | number[]>(order: Order, values: Float64Array): Order {
  for (let i = 1; i < order.length; i++) {
    const index = order[i]!
    let j = i - 1
    for (; j >= 0 && values[order[j]!]! > values[index]!; j--) order[j + 1] = order[j]!
    order[j + 1] = index
  }
  return order
}
