import type { ThroughputEstimator } from '../workload.ts'
import { type Configuration, evenlyOver } from './configurations.ts'

/** A held-out estimate beside its measurement. */
export interface HeldOut {
  readonly pair: string
  /** log(measured) and log(estimate). */
  readonly measured: number
  readonly estimated: number
  /** |log error| over the half-width of the interval on the side of the truth. */
  readonly stretch: number
}

/** Some of the configurations, evenly from all pairs. */
export const someOf = (configurations: readonly Configuration[], most: number): readonly Configuration[] => evenlyOver(configurations, ({ pair }) => pair, most)

/** Calibrates a candidate with what it may know, as it would be when it serves, and asks it about what it must not. */
export function score(candidate: ThroughputEstimator, known: readonly Configuration[], heldOut: readonly Configuration[]): readonly HeldOut[] {
  const estimates = candidate.calibrate(known).estimate(heldOut.map(({ workload }) => workload))
  return heldOut.map(({ throughput, pair }, i) => {
    const { throughput: estimate, lower, upper } = estimates[i]!
    const [measured, estimated] = [Math.log(throughput), Math.log(estimate)]
    const halfWidth = measured > estimated ? Math.log(upper) - estimated : estimated - Math.log(lower)
    return { pair, measured, estimated, stretch: Math.abs(measured - estimated) / Math.max(halfWidth, LEAST_HALF_WIDTH) }
  })
}

/** No interval is taken to be narrower than this: one part in a thousand. */
const LEAST_HALF_WIDTH = 1e-3

/** Mean |log error| of each pair of model and device, in the order of their first row. */
export function pairLosses(heldOut: readonly HeldOut[]): Float64Array {
  return Float64Array.from(Map.groupBy(heldOut, ({ pair }) => pair).values(), (members) => members.reduce((sum, { measured, estimated }) => sum + Math.abs(measured - estimated), 0) / members.length)
}

/** R squared of log throughput; null without any spread to explain. */
export function rSquared(pairs: readonly Pick<HeldOut, 'measured' | 'estimated'>[]): number | null {
  const mean = pairs.reduce((sum, { measured }) => sum + measured, 0) / pairs.length
  const spread = pairs.reduce((sum, { measured }) => sum + (measured - mean) ** 2, 0)
  return spread > 0 ? 1 - pairs.reduce((sum, { measured, estimated }) => sum + (measured - estimated) ** 2, 0) / spread : null
}

/** Levels of the quantiles in {@link stretchQuantiles}: 0, 0.01 ... 1. */
const LEVELS = 101

/**
 * Quantiles of the stretch of held-out rows at evenly spaced levels (split conformal: Vovk et al. 2005), each pair counting as much as every other. A level is raised to
 * level x (1 + 1 / pairs), which makes up for the few pairs it is read from.
 */
export function stretchQuantiles(heldOut: readonly HeldOut[]): readonly number[] {
  const pairs = Map.groupBy(heldOut, ({ pair }) => pair)
  const sorted = heldOut.toSorted((a, b) => a.stretch - b.stretch)
  const shares = sorted.map(({ pair }) => 1 / pairs.size / pairs.get(pair)!.length)
  const quantiles: number[] = []
  let at = 0
  let reached = shares[0]!
  for (let i = 0; i < LEVELS; i++) {
    const wanted = Math.min(1, (i / (LEVELS - 1)) * (1 + 1 / pairs.size)) - 1e-9
    while (reached < wanted && at + 1 < sorted.length) reached += shares[++at]!
    quantiles.push(Number(sorted[at]!.stretch.toPrecision(6)))
  }
  return quantiles
}
