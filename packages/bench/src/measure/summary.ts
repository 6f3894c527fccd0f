import { extent, mean, quantilesOf, variance } from '@benchcast/core/stats'
import { medianEstimate } from './stopping.ts'

/** What run times say, in seconds. Quantiles interpolate linearly (type 7, numpy's default); one that too few runs support is absent. */
export interface LatencySummary {
  readonly runs: number
  readonly mean: number
  /** Of the sample (n - 1); NaN for a single run. */
  readonly standardDeviation: number
  /** Standard deviation over mean. */
  readonly coefficientOfVariation: number
  readonly minimum: number
  readonly maximum: number
  readonly p50: number
  /** 95 %, distribution-free; absent for fewer than six runs. */
  readonly medianInterval?: readonly [number, number]
  readonly p90?: number
  readonly p95?: number
  readonly p99?: number
  /** Median absolute deviation from the median. */
  readonly medianAbsoluteDeviation: number
}

/** A quantile is given when at least this many runs lie beyond it. */
const RUNS_BEYOND = 2

/** Times of runs, in seconds, in any order, at least one. */
export function summarise(samples: Float64Array): LatencySummary {
  const { median, interval } = medianEstimate(samples)
  const [minimum, maximum] = extent(samples)
  const [p90, p95, p99] = quantilesOf(samples, [0.9, 0.95, 0.99]) as [number, number, number]
  const supported = (p: number) => samples.length * (1 - p) > RUNS_BEYOND - 1e-6
  const average = mean(samples)
  const standardDeviation = Math.sqrt(variance(samples))
  return {
    runs: samples.length,
    mean: average,
    standardDeviation,
    coefficientOfVariation: standardDeviation / average,
    minimum,
    maximum,
    p50: median,
    ...(interval && { medianInterval: interval }),
    ...(supported(0.9) && { p90 }),
    ...(supported(0.95) && { p95 }),
    ...(supported(0.99) && { p99 }),
    medianAbsoluteDeviation: quantilesOf(
      samples.map((value) => Math.abs(value - median)),
      [0.5],
    )[0]!,
  }
}
