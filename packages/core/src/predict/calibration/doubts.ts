import type { Opinion } from '../workload.ts'

/** How much more or less than an estimate does, one source may deserve to be believed: standard deviation of the part of its difference that turns out true. */
const DOUBTS: Readonly<Record<Opinion['kind'], number>> = { 'nearest-measurement': 1.4, 'near-device': 0.35, 'near-devices': 0.5 }
/** A source that differs by more, in logs, counts as differing by this. */
const MOST_DIFFERENCE = 1

/** By source, how far it may move an estimate, in units of the estimate's usual error. */
export type Doubts = ReadonlyMap<string, number>

export function doubtsOf(opinions: readonly Opinion[], usualError: number): Doubts {
  return new Map(opinions.map(({ kind, by, difference }) => [`${kind} ${by}`, (DOUBTS[kind] * Math.max(-MOST_DIFFERENCE, Math.min(MOST_DIFFERENCE, difference))) / usualError]))
}

/**
 * Covariance of two errors that comes of sources which speak of both: where measurements show that a source was right against the estimate, it is believed more elsewhere
 * (linear regression on the differences with a normal prior, as a kernel; Rasmussen and Williams 2006, section 2.1.2).
 */
export function sharedDoubt(a: Doubts, b: Doubts): number {
  let sum = 0
  for (const [source, own] of a) sum += own * (b.get(source) ?? 0)
  return sum
}
