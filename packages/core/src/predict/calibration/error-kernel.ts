import type { Facts } from '../facts/facts.ts'
import { deviceDistance } from '../surface/neighbours.ts'

/** A workload as errors are compared: words and log sizes. */
export interface ErrorPoint {
  readonly facts: Facts
  readonly words: readonly unknown[]
  readonly sizes: readonly number[]
}

/** Share of correlation left where a word differs. */
const WORDS: readonly { readonly keeps: number; readonly of: (facts: Facts) => unknown }[] = [
  { keeps: 0.4, of: ({ workload }) => workload.platform },
  { keeps: 0.1, of: ({ workload }) => workload.phase },
  { keeps: 0.65, of: ({ workload }) => workload.precision },
  { keeps: 0.5, of: ({ framework }) => framework },
  { keeps: 0.65, of: ({ workload }) => workload.compiled },
  { keeps: 0.5, of: ({ workload }) => workload.source },
]

/** Length scales in natural logarithms. */
const SIZES: readonly { readonly scale: number; readonly of: (facts: Facts) => number }[] = [
  { scale: 5, of: ({ macs }) => macs },
  { scale: 8, of: ({ parameters }) => parameters },
  { scale: 6, of: ({ macs, parameters }) => macs / parameters },
  { scale: 1.8, of: ({ macs, activations }) => macs / activations },
  { scale: 7, of: ({ inputSize }) => inputSize },
  { scale: 8, of: ({ batchSize }) => batchSize },
  { scale: 1.2, of: ({ devices }) => devices },
  { scale: 0.72, of: ({ workload }) => workload.threads ?? 1 },
  { scale: 16, of: ({ workload }) => workload.outputLength ?? 1 },
]

/** Shares of the variance of a prediction's error: of the device as a whole, smooth in sizes, of the family (everywhere and at like sizes), of the architecture. They add up to 1. */
interface Shares {
  readonly device: number
  readonly sizes: number
  readonly family: number
  readonly familyAndSizes: number
  readonly architecture: number
  /** What is left at least, on another device, of the architecture's. */
  readonly elsewhere: number
}

/** Whether the base had measurements of the device of the estimate whose error is asked about. */
export type DeviceIs = 'new' | 'known'

/**
 * On a new device an estimate errs with the device; on one that the base knows, with the architecture, and so it does elsewhere.
 * These and the numbers above were chosen by cross-validation with ten shots a device: on devices, and on architectures, that were left out of the public measurements.
 */
const SHARES: Readonly<Record<DeviceIs, Shares>> = {
  new: { device: 0.45, sizes: 0.35, family: 0.08, familyAndSizes: 0.08, architecture: 0.04, elsewhere: 0 },
  known: { device: 0.1, sizes: 0.1, family: 0.05, familyAndSizes: 0.1, architecture: 0.65, elsewhere: 0.75 },
}
/** How fast errors of different devices part, by their distance. */
const DEVICE_DECAY = 3
/** Share of correlation that errors on a different device have at most. */
const OTHER_DEVICE = 0.5

export const errorPoint = (facts: Facts): ErrorPoint => ({ facts, words: WORDS.map(({ of }) => of(facts)), sizes: SIZES.map(({ scale, of }) => Math.log(of(facts)) / scale) })

/** Share of correlation left where each word differs, in the order of `ErrorPoint.words`. */
export const WORD_KEEPS: readonly number[] = WORDS.map(({ keeps }) => keeps)
export const SIZE_COUNT = SIZES.length

/** What is left of a correlation at a squared distance of sizes and with what is left on that device, for the same or another family and architecture; 1 for the same workload. */
export function partedShare(deviceIs: DeviceIs, square: number, onDevice: number, isFamily: boolean, isArchitecture: boolean): number {
  const shares = SHARES[deviceIs]
  const reach = Math.sqrt(3 * square)
  const near = (1 + reach) * Math.exp(-reach)
  const family = isFamily ? shares.family + shares.familyAndSizes * near : 0
  const architecture = isArchitecture ? shares.architecture * near * Math.max(onDevice, shares.elsewhere) : 0
  return onDevice * (shares.device + shares.sizes * near + family) + architecture
}

/** What is left of a correlation on another device. */
export function deviceShare({ workload: a }: Facts, { workload: b }: Facts): number {
  if (a.device.id === b.device.id) return 1
  return OTHER_DEVICE * Math.exp(-DEVICE_DECAY * deviceDistance(a.device, b.device, a.precision))
}
