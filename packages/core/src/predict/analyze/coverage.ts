import { mean, normalCdf, wilson } from '../../stats/index.ts'
import { logCentre, logSpread } from '../spread.ts'
import { measurementsOf } from './measured-errors.ts'
import type { PredictionPair } from './pairs.ts'

/** How often the truth lay inside the intervals, against how often it should. */
export interface Coverage {
  /** Pairs with an interval. */
  readonly count: number
  /** Measurements they come from. */
  readonly measurements: number
  /** The level the intervals were made for: 0.9. */
  readonly expected: number
  readonly actual: number
  /** 95 % Wilson interval of the actual share: what this many measurements can tell, since the figures of one are inside or outside together. */
  readonly interval: readonly [number, number]
}

/** One point of the calibration curve: intervals of this level would have covered this share. */
export interface CalibrationPoint {
  readonly level: number
  readonly covered: number
}

type WithInterval = PredictionPair & { readonly lower: number; readonly upper: number; readonly level: number }
const hasInterval = (pair: PredictionPair): pair is WithInterval => pair.lower !== undefined && pair.upper !== undefined && pair.level !== undefined

/** Coverage over the pairs that have an interval; null when none has. */
export function coverageOf(pairs: readonly PredictionPair[]): Coverage | null {
  const known = pairs.filter(hasInterval)
  if (known.length === 0) return null
  const share = known.filter(({ actual, lower, upper }) => actual >= lower && actual <= upper).length / known.length
  const measurements = measurementsOf(known)
  const { lower, upper } = wilson(share * measurements, measurements, 0.95)
  return { count: known.length, measurements, expected: mean(known.map(({ level }) => level)), actual: share, interval: [lower, upper] }
}

const LEVELS = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99]

/** Share of truths inside central intervals of each level, if each stored interval is read as a log-normal. A calibrated predictor gives covered = level. */
export function calibrationCurve(pairs: readonly PredictionPair[]): readonly CalibrationPoint[] {
  const depths = pairs
    .filter(hasInterval)
    .filter(({ actual }) => actual > 0)
    .map(centralLevel)
  if (depths.length === 0) return []
  return LEVELS.map((level) => ({ level, covered: depths.filter((depth) => depth <= level).length / depths.length }))
}

/** Level of the smallest central interval that holds the truth: 0 at its middle, near 1 far out. */
function centralLevel({ predicted, actual, lower, upper, level }: WithInterval): number {
  const quantity = { value: predicted, lower, upper }
  const spread = logSpread(quantity, level)
  const distance = Math.abs(Math.log(actual) - logCentre(quantity))
  return spread === 0 ? (distance === 0 ? 0 : 1) : 2 * normalCdf(distance / spread) - 1
}
