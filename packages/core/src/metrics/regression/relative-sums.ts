import type { Numbers } from '../inputs.ts'
import type { Statistic } from '../metric.ts'

/** Sums of errors relative to the size of the numbers, read by {@link relativeMoments}. Apart from the other sums, because divisions take longer than all of those. */
export const relativeSums: Statistic<'numbers'> = {
  id: 'relative_sums',
  size: () => 4,
  update(state, input, _params, from, to) {
    for (let at = from; at < to; at += BLOCK) addBlock(state, input, at, Math.min(to, at + BLOCK))
  },
}

/** Rounding errors of short sums do not grow with n. */
const BLOCK = 1024

function addBlock(state: Float64Array, { truth, predicted, weights }: Numbers, from: number, to: number): void {
  let weight = 0
  let relative = 0
  let symmetric = 0
  let zeros = 0
  for (let i = from; i < to; i++) {
    const w = weights === null ? 1 : weights[i]!
    const actual = Math.abs(truth[i]!)
    const size = Math.abs(predicted[i]! - truth[i]!)
    weight += w
    if (actual === 0) zeros += w
    else relative += (w * size) / actual
    if (size !== 0) symmetric += (w * size) / (actual + Math.abs(predicted[i]!))
  }
  state[0]! += weight
  state[1]! += relative
  state[2]! += symmetric
  state[3]! += zeros
}

/** Means over weights. */
export interface RelativeMoments {
  /** Mean of |e| / |t| over the rows whose true value is not 0; see `zeros`. */
  readonly meanRelative: number
  /** Mean of |e| / (|t| + |p|), 0 where both are 0. */
  readonly meanSymmetric: number
  /** Weight of the rows whose true value is 0. */
  readonly zeros: number
}

/** Reads a state of {@link relativeSums}. */
export function relativeMoments(state: Float64Array): RelativeMoments {
  const [weight, relative, symmetric, zeros] = state as unknown as readonly [number, number, number, number]
  return { meanRelative: relative / weight, meanSymmetric: symmetric / weight, zeros }
}
