import { extent } from '../../stats/index.ts'

const BUCKETS = 1 << 15
const FEW = 4096

/**
 * Writes finite `values` into `sorted`, smallest first. They are spread over equal stretches of their range, and each stretch is sorted by itself
 * within the cache: half the time of one sort of seven million.
 *
 * @example const sorted = new Float64Array(3); sortInto(sorted, Float64Array.of(0.3, -1, 0.2)) // sorted: [-1, 0.2, 0.3]
 */
export function sortInto(sorted: Float64Array, values: Float64Array): void {
  const [low, high] = values.length < FEW ? [0, 0] : extent(values)
  const scale = (BUCKETS - 1) / (high - low)
  if (!(scale > 0 && Number.isFinite(scale))) {
    sorted.set(values)
    sorted.sort()
    return
  }
  const starts = new Uint32Array(BUCKETS + 1)
  for (let i = 0; i < values.length; i++) starts[Math.floor((values[i]! - low) * scale) + 1]!++
  for (let bucket = 0; bucket < BUCKETS; bucket++) starts[bucket + 1]! += starts[bucket]!
  const next = starts.slice()
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!
    sorted[next[Math.floor((value - low) * scale)]!++] = value
  }
  for (let bucket = 0; bucket < BUCKETS; bucket++) if (starts[bucket + 1]! > starts[bucket]! + 1) sorted.subarray(starts[bucket]!, starts[bucket + 1]!).sort()
}
