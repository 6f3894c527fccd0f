import type { BeyondBound } from '@benchcast/core/predict'

const UNITS = { throughput: 'samples/s', latency: 'ms', memory_usage: 'MB' } as const
const DIGITS = 4

/**
 * A figure as people read it, with its unit.
 *
 * @example
 * figureText('throughput', 20312.7) // '20,310 samples/s'
 */
export const figureText = (figure: BeyondBound['figure'], value: number): string => `${numberText(value)} ${UNITS[figure]}`

/** A number in four digits. */
export const numberText = (value: number): string => Number(value.toPrecision(DIGITS)).toLocaleString('en', { maximumSignificantDigits: DIGITS })

/** What a bound says of a device, in words. */
export const LIMITS: Readonly<Record<BeyondBound['figure'], (device: string, bound: string) => string>> = {
  throughput: (device, bound) => `by its published limits ${device} does at most ${bound} with this model`,
  latency: (device, bound) => `by its published limits ${device} takes at least ${bound} for a batch of this model`,
  memory_usage: (device, bound) => `${device} has ${bound}`,
}
