import { radixSort, type SortedKeys } from './radix-sort.ts'
import { sortKeys } from './sort-keys.ts'

/** Rows by increasing value, and which neighbours are equal. */
export interface Order {
  /** Row indices, smallest value first; equal values (0 and -0 among them) keep their order. */
  readonly order: Uint32Array
  /** 1 at i when the values of order[i] and order[i + 1] are equal. */
  readonly tied: Uint8Array
}

const CACHE = new WeakMap<Float64Array, Order>()
const SHORT_RUN = 64

/** The order of finite `values`, sorted once per array however many metrics ask. Do not change an array after asking. */
export function orderOf(values: Float64Array): Order {
  const known = CACHE.get(values)
  if (known) return known
  const made = sortedOrder(values)
  CACHE.set(values, made)
  return made
}

/**
 * A radix sort on 32-bit keys; the few runs whose keys agree though their values may not are then sorted by value.
 * Linear in the number of rows, whatever their distribution.
 */
export function sortedOrder(values: Float64Array): Order {
  const { keys, exact } = sortKeys(values)
  const sorted = radixSort(keys)
  const tied = new Uint8Array(values.length)
  if (exact) for (let i = 1; i < tied.length; i++) tied[i - 1] = sorted.keys[i - 1] === sorted.keys[i] ? 1 : 0
  else settleRuns(values, sorted, tied)
  return { order: sorted.order, tied }
}

/** Sorts each run of equal keys by value and marks its ties. */
function settleRuns(values: Float64Array, { keys, order }: SortedKeys, tied: Uint8Array): void {
  for (let start = 0; start < keys.length; ) {
    let end = start + 1
    while (end < keys.length && keys[end] === keys[start]) end++
    if (end - start > 1) {
      if (end - start <= SHORT_RUN) insertionSort(values, order, start, end)
      else if (!isSorted(values, order, start, end)) sortLongRun(values, order.subarray(start, end))
      for (let i = start + 1; i < end; i++) tied[i - 1] = values[order[i - 1]!] === values[order[i]!] ? 1 : 0
    }
    start = end
  }
}

function isSorted(values: Float64Array, order: Uint32Array, start: number, end: number): boolean {
  for (let i = start + 1; i < end; i++) if (values[order[i - 1]!]! > values[order[i]!]!) return false
  return true
}

function insertionSort(values: Float64Array, order: Uint32Array, start: number, end: number): void {
  for (let i = start + 1; i < end; i++) {
    const row = order[i]!
    const value = values[row]!
    let j = i - 1
    while (j >= start && values[order[j]!]! > value) {
      order[j + 1] = order[j]!
      j--
    }
    order[j + 1] = row
  }
}

/** By the same sort: within a run the values span less than 2^32 steps, so that their own keys are exact. */
function sortLongRun(values: Float64Array, rows: Uint32Array): void {
  const own = new Float64Array(rows.length)
  for (let i = 0; i < rows.length; i++) own[i] = values[rows[i]!]!
  const unsorted = rows.slice()
  const { order } = sortedOrder(own)
  for (let i = 0; i < rows.length; i++) rows[i] = unsorted[order[i]!]!
}
