import { orderOf } from './order.ts'

/**
 * Ranks from 1, ties sharing the mean of theirs.
 *
 * @example midranks(Float64Array.of(5, 1, 5)) // Float64Array [2.5, 1, 2.5]
 */
export function midranks(values: Float64Array): Float64Array {
  const { order, tied } = orderOf(values)
  const ranks = new Float64Array(values.length)
  for (let start = 0; start < order.length; ) {
    let end = start + 1
    while (tied[end - 1] === 1) end++
    const rank = (start + 1 + end) / 2
    for (let i = start; i < end; i++) ranks[order[i]!] = rank
    start = end
  }
  return ranks
}
