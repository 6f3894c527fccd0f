import { argsort } from './argsort.ts'

/** Rows by increasing value, and which neighbours are equal. */
export interface Order {
  /** Row indices, smallest value first; equal values keep their order. */
  readonly order: Uint32Array
  /** 1 at i when the values of order[i] and order[i + 1] are equal. */
  readonly tied: Uint8Array
}

const CACHE = new WeakMap<Float64Array, Order>()

/** The order of `values`, sorted once per array however many metrics ask. Do not change an array after asking. */
export function orderOf(values: Float64Array): Order {
  const known = CACHE.get(values)
  if (known) return known
  const order = argsort(values)
  const made = { order, tied: tiesOf(values, order) }
  CACHE.set(values, made)
  return made
}

function tiesOf(values: Float64Array, order: Uint32Array): Uint8Array {
  const tied = new Uint8Array(order.length)
  if (order.length === 0) return tied
  let previous = values[order[0]!]!
  for (let i = 1; i < order.length; i++) {
    const value = values[order[i]!]!
    if (value === previous) tied[i - 1] = 1
    previous = value
  }
  return tied
}
