import type { Weights } from '../inputs.ts'
import { orderOf } from '../kernels/order.ts'
import { countedMidranks } from './counted-midranks.ts'

/** Ranks from 1, equal values sharing the mean of the ranks they cover; a row of weight k takes k ranks. */
export function weightedMidranks(values: Float64Array, weights: Weights): Float64Array {
  const counted = weights === null ? countedMidranks(values) : undefined
  if (counted) return counted
  const { order, tied } = orderOf(values)
  const ranks = new Float64Array(values.length)
  let before = 0
  for (let from = 0; from < order.length; ) {
    let to = from + 1
    while (tied[to - 1] === 1) to++
    let covered = 0
    for (let i = from; i < to; i++) covered += weights === null ? 1 : weights[order[i]!]!
    for (let i = from; i < to; i++) ranks[order[i]!] = before + (covered + 1) / 2
    before += covered
    from = to
  }
  return ranks
}
