import { type HardwareSpec, type PeakMethod, WORKED_OUT } from './hardware.ts'

/** Ways in which peaks were worked out that no vendor publishes, each in the words of the reference. */
export const PEAK_METHODS: Readonly<Record<PeakMethod, string>> = {
  like_units: 'units (cores, compute units) × clock × operations of a unit in a clock: 2 × vector lanes × vector units, by its architecture',
  kinds_of_cores: 'estimate, as a sum over its kinds of cores, each with a clock and operations a clock of its own; the clock listed is that of the fastest, and the terms of the sum were not kept',
  other_clock: 'cores × clock × 2 × vector lanes × vector units, at a lower clock than the one listed: one that all cores hold, such as the base clock',
  collection:
    'estimate of those who collected the public measurements, carried over to the same chip under other names: its vendor publishes no floating-point rate, and how the estimate was made was not kept',
}

/** Where the other limits of a device come from whose figures were worked out. Their inputs were not kept. */
const INTERFACE = 'width × transfer rate of its memory interface, the product alone was kept'
const USUAL_MEMORY = 'what such a machine usually carries, or the size of the board'

/** Where each limit of a device comes from: an address, or how it was worked out. */
export interface LimitSources {
  readonly operationsPerSecond: string
  readonly memoryBytesPerSecond: string
  readonly memoryBytes: string
}

/** Operations of one unit in one clock in a format; undefined where units or clock are not known. */
export const operationsAClock = ({ computeUnits, clockHz, operationsPerSecond }: HardwareSpec): number | undefined =>
  computeUnits === undefined || clockHz === undefined || operationsPerSecond.fp32 === undefined ? undefined : operationsPerSecond.fp32 / (computeUnits * clockHz)

/**
 * The source of each limit of a device.
 *
 * @example limitSources(xeon8480).operationsPerSecond // '56 units × 2.6 GHz × 64 operations a clock'
 */
export function limitSources(device: HardwareSpec): LimitSources {
  const { source, quality, peaksBy } = device
  if (source !== WORKED_OUT) return { operationsPerSecond: quality === 'vendor' ? source : `worked out from what ${source} says of it`, memoryBytesPerSecond: source, memoryBytes: source }
  if (peaksBy === undefined) throw new Error(`${device.id} says neither where its peaks were read nor how they were worked out`)
  return { operationsPerSecond: peaksBy === 'like_units' ? product(device) : PEAK_METHODS[peaksBy], memoryBytesPerSecond: INTERFACE, memoryBytes: USUAL_MEMORY }
}

/** The product, with the operations a clock that hardware can have: a power of two. */
function product(device: HardwareSpec): string {
  const { computeUnits = 0, clockHz = 0 } = device
  return `${computeUnits} ${computeUnits === 1 ? 'unit' : 'units'} × ${Number((clockHz / 1e9).toPrecision(3))} GHz × ${2 ** Math.round(Math.log2(operationsAClock(device) ?? 1))} operations a clock`
}
