/** Software platforms a model can run on, as the wire names them. */
export const PLATFORMS = ['cpu', 'cuda', 'rocm', 'mps', 'openvino', 'webgpu', 'webnn', 'qnn'] as const
export type Platform = (typeof PLATFORMS)[number]

/** What is computed with: a processor, a graphics card, a graphics part of a processor, a neural accelerator. */
export type DeviceKind = 'cpu' | 'gpu' | 'igpu' | 'npu'

/** Number formats that vendors publish a peak for. `bf16` runs at the `fp16` rate everywhere in the catalogue. */
export type PeakPrecision = 'fp32' | 'fp16' | 'int8' | 'fp8' | 'fp4'

/** How long starting one kernel takes, by class of driver and bus: about 1, 5, 20 and 100 microseconds. */
export type LaunchOverhead = 'native' | 'driver' | 'bridged' | 'browser'

/** The source of figures that no vendor publishes: peaks are cores x clock x vector lanes x 2, bandwidth is that of the memory interface, memory is what such a machine usually carries. */
export const WORKED_OUT = 'worked out from clock, cores and vector width'

/**
 * How peaks were worked out: as many operations a clock in every unit; as a sum over cores of several kinds; at another clock than the one listed; or an estimate of the collection of public
 * measurements. `PEAK_METHODS` says it in full.
 */
export type PeakMethod = 'like_units' | 'kinds_of_cores' | 'other_clock' | 'collection'

/** A device of the catalogue: published limits, dense (no sparsity), at the boost clock, in base units. One data file each. */
export interface HardwareSpec {
  /** Short name in kebab case: `nvidia-h100-80gb-sxm`. */
  readonly id: string
  /** Full name, as measurements name it: `NVIDIA H100 80GB SXM`. */
  readonly name: string
  /** Other names people, drivers and measurements use. The parts of one chip may share one: `Apple M1` is its graphics part under `mps`, its cores under `cpu`. */
  readonly aliases?: readonly string[]
  readonly kind: DeviceKind
  readonly vendor: string
  /** Generation: `hopper`, `zen4`, `hexagon73`. */
  readonly architecture: string
  readonly releaseYear: number
  /** Platforms it can serve, the usual one first. */
  readonly platforms: readonly Platform[]
  /** Dense peak operations per second (a multiply-add counts two). A format that is missing is not supported natively. */
  readonly operationsPerSecond: Readonly<Partial<Record<PeakPrecision, number>>>
  readonly memoryBytesPerSecond: number
  readonly memoryBytes: number
  /** Last-level cache. */
  readonly cacheBytes?: number
  /** Streaming multiprocessors, compute units, cores. */
  readonly computeUnits?: number
  readonly clockHz?: number
  /** Board or package power (TDP). */
  readonly powerWatts?: number
  /** A number that grows with the instruction set: compute capability x 10 on NVIDIA, gfx number on AMD, vector width class on processors. */
  readonly instructionGeneration?: number
  readonly launchOverhead: LaunchOverhead
  /** `vendor`: the figures are the vendor's; `estimate`: at least one is worked out from clocks and widths. */
  readonly quality: 'vendor' | 'estimate'
  /** Where the figures were read: an address of the vendor, or {@link WORKED_OUT}. */
  readonly source: string
  /** How the peaks were worked out, where the source is {@link WORKED_OUT}. */
  readonly peaksBy?: PeakMethod
}
