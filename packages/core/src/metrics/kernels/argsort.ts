import { sortedOrder } from './order.ts'

/**
 * The indices that sort finite `values` upwards; equal values (0 and -0 among them) keep their order.
 *
 * @example argsort(Float64Array.of(0.3, -1, 0.3)) // Uint32Array [1, 0, 2]
 */
export function argsort(values: Float64Array): Uint32Array {
  return sortedOrder(values).order
}
