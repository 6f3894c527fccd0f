import { orderStatisticBounds, quantilesOf } from '@benchcast/core/stats'
import type { Method } from './method.ts'

/** A median and its distribution-free 95 % interval, in the unit of the samples. */
export interface MedianEstimate {
  readonly median: number
  /** Absent while there are too few samples for one. */
  readonly interval?: readonly [number, number]
}

/** Median of run times with its interval from order statistics. `samples` in any order. */
export function medianEstimate(samples: Float64Array): MedianEstimate {
  const [median] = quantilesOf(samples, [0.5]) as [number]
  const bounds = orderStatisticBounds(samples, 0.5, 0.95)
  return bounds === undefined ? { median } : { median, interval: [bounds.lower, bounds.upper] }
}

/** Half of the interval as a share of the median; infinite without one. */
export const relativeHalfWidth = ({ median, interval }: MedianEstimate): number => (interval === undefined ? Number.POSITIVE_INFINITY : (interval[1] - interval[0]) / 2 / median)

/**
 * Decides when enough was measured. Looked at after growing numbers of runs (a tenth more each time), so that sorting stays cheap beside the runs.
 *
 * @example
 * const stopping = new Stopping(PROFILES.quick)
 * while (!stopping.isEnough(samples.subarray(0, count), seconds)) samples[count++] = run()
 */
export class Stopping {
  readonly #method: Method
  #nextLook: number
  /** The latest look. */
  estimate: MedianEstimate = { median: Number.NaN }
  /** Whether the aim was reached, not only the time over. */
  isPrecise = false

  constructor(method: Method) {
    this.#method = method
    this.#nextLook = method.leastRuns
  }

  isEnough(samples: Float64Array, seconds: number): boolean {
    const { longestSeconds, shortestSeconds, relativeHalfWidth: wanted } = this.#method
    const isOver = seconds >= longestSeconds
    if (samples.length < this.#nextLook && !isOver) return false
    this.#nextLook = Math.max(samples.length + 1, Math.ceil(samples.length * 1.1))
    if (samples.length > 0) this.estimate = medianEstimate(samples)
    this.isPrecise = relativeHalfWidth(this.estimate) <= wanted && seconds >= shortestSeconds
    return this.isPrecise || isOver
  }
}
