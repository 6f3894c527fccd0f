import type { HardwareSpec } from '../../hardware/index.ts'
import type { Measurement } from '../prediction.ts'

/** What the figures of a run can be, by what is known of its model and device. */
export interface FigureBounds {
  /** Samples per second that no run exceeds; undefined where the model's costs were guessed from its name. */
  readonly mostThroughput: number | undefined
  /** MB of the weights at four bits each, or smaller where the precision is; undefined where the costs were guessed. */
  readonly leastMemoryMb: number | undefined
  /** MB of the device. */
  readonly mostMemoryMb: number
}

/** A figure that lies beyond a bound. */
export interface BeyondBound {
  /** By its name on the wire. */
  readonly figure: 'throughput' | 'latency' | 'memory_usage'
  readonly value: number
  /** In the unit of the figure. */
  readonly bound: number
  readonly isTooSmall: boolean
  /** How many times the bound it is, or the bound it. */
  readonly times: number
  /** Whether predictions learn nothing from it. */
  readonly isIgnored: boolean
}

/** Batches may be counted otherwise and several devices taken for one: beyond so many times a limit it is none of that. */
export const FAR_BEYOND = 10
/** Sparse weights make twice the published dense operations: a speed beyond that teaches nothing about this device. */
const TRUSTED_SPEED = 2
/** A device has a little more than it says, and some count a megabyte as a million bytes. */
const MEMORY_SLACK = 1.1
/** Bytes of a weight of four bits. */
const LEAST_WEIGHT_BYTES = 0.5
const MB = 2 ** 20

/**
 * The bounds of a run.
 *
 * @param limit samples per second that no run exceeds, where the costs are known
 * @param weightBytes of the model at the precision that was asked for
 */
export const figureBounds = (limit: number | undefined, { memoryBytes }: HardwareSpec, { parameters, weightBytes }: { readonly parameters: number; readonly weightBytes: number }): FigureBounds => ({
  mostThroughput: limit,
  leastMemoryMb: limit === undefined ? undefined : Math.min(weightBytes, LEAST_WEIGHT_BYTES * parameters) / MB,
  mostMemoryMb: memoryBytes / MB,
})

type Figures = Pick<Measurement, 'throughput' | 'latencyMs' | 'memoryMb' | 'batchSize'>

/**
 * The figures of a measurement that lie beyond what is possible. 0 is no figure.
 *
 * @example
 * beyondBounds({ throughput: 9e5, batchSize: 8 }, { mostThroughput: 2e4, leastMemoryMb: 33, mostMemoryMb: 16384 }) // [{ figure: 'throughput', times: 45, isIgnored: true ... }]
 */
export function beyondBounds(
  { throughput = 0, latencyMs = 0, memoryMb = 0, batchSize }: Figures,
  { mostThroughput = Number.POSITIVE_INFINITY, leastMemoryMb = 0, mostMemoryMb }: FigureBounds,
): readonly BeyondBound[] {
  const leastMs = (1000 * batchSize) / mostThroughput
  return [
    ...(throughput > mostThroughput ? [above('throughput', throughput, mostThroughput, TRUSTED_SPEED)] : []),
    ...(latencyMs > 0 && latencyMs < leastMs ? [under('latency', latencyMs, leastMs, TRUSTED_SPEED)] : []),
    ...(memoryMb > MEMORY_SLACK * mostMemoryMb ? [above('memory_usage', memoryMb, mostMemoryMb, 1)] : []),
    ...(memoryMb > 0 && memoryMb < leastMemoryMb ? [under('memory_usage', memoryMb, leastMemoryMb, 1)] : []),
  ]
}

/** A measurement without the figures that nothing is learned from. */
export function learnable(measurement: Measurement, bounds: FigureBounds): Measurement {
  const ignored = new Set(beyondBounds(measurement, bounds).flatMap(({ figure, isIgnored }) => (isIgnored ? [figure] : [])))
  if (ignored.size === 0) return measurement
  const { throughput, latencyMs, memoryMb, ...rest } = measurement
  return {
    ...rest,
    ...(throughput !== undefined && !ignored.has('throughput') && { throughput }),
    ...(latencyMs !== undefined && !ignored.has('latency') && { latencyMs }),
    ...(memoryMb !== undefined && !ignored.has('memory_usage') && { memoryMb }),
  }
}

type Figure = BeyondBound['figure']

const above = (figure: Figure, value: number, bound: number, trusted: number): BeyondBound => ({ figure, value, bound, isTooSmall: false, times: value / bound, isIgnored: value > trusted * bound })

const under = (figure: Figure, value: number, bound: number, trusted: number): BeyondBound => ({ figure, value, bound, isTooSmall: true, times: bound / value, isIgnored: value * trusted < bound })
