import type { Facts } from '../facts/facts.ts'
import { numberFormat } from './number-format.ts'
import { TRAINING_PASSES } from './roofline.ts'

/** Fast convolutions (Winograd, 4x4 tiles of 3x3 filters) do with this many times fewer multiplications than are counted. */
const SAVED_BY_ALGORITHMS = 2.25

/**
 * Items per second that no runtime can exceed on the workload's devices: all arithmetic at the highest published peak of any unit that may compute the format (fp32 on units for half precision counts as
 * such: TF32), with the fewest multiplications known. Memory traffic sets no such limit: caches and fused operators save any part of it.
 */
export function arithmeticLimit({ workload, macs, busyDevices }: Facts): number {
  const { operationsPerSecond } = workload.device
  const peak = Math.max(...numberFormat(workload.precision).peaks.map((unit) => operationsPerSecond[unit] ?? 0))
  const passes = workload.mode === 'training' ? TRAINING_PASSES : 1
  return peak > 0 ? (SAVED_BY_ALGORITHMS * peak * busyDevices) / (passes * 2 * macs) : Number.POSITIVE_INFINITY
}
