import { mean, quantile, variance } from '../stats/index.ts'
import { type Fields, presentGroup } from './fields.ts'
import type { LatencySummary } from './measurement.ts'

/** The standard deviation of a sample (divided by n − 1) from one divided by n, as numpy gives it; undefined where n is not known or below 2. */
export function sampleDeviation(populationDeviation: number | undefined, n: number | undefined): number | undefined {
  return populationDeviation === undefined || n === undefined || n < 2 ? undefined : populationDeviation * Math.sqrt(n / (n - 1))
}

/** p99 of fewer samples than this is their maximum in all but name. */
const SAMPLES_FOR_P99 = 100

/** Summary of latencies in milliseconds, in any order; undefined when there are none. */
export function summaryOf(latenciesMs: readonly number[]): LatencySummary | undefined {
  const n = latenciesMs.length
  if (n === 0) return undefined
  const sorted = Float64Array.from(latenciesMs).sort()
  const at = (p: number) => quantile(sorted, p)
  return {
    samples: n,
    meanMs: mean(sorted),
    ...(n > 1 && { standardDeviationMs: Math.sqrt(variance(sorted)) }),
    minMs: sorted[0]!,
    p50Ms: at(0.5),
    p90Ms: at(0.9),
    p95Ms: at(0.95),
    ...(n >= SAMPLES_FOR_P99 && { p99Ms: at(0.99) }),
    maxMs: sorted[n - 1]!,
  }
}

type Named = Readonly<Partial<Record<Exclude<keyof LatencySummary, 'samples' | 'standardDeviationMs'>, string>>>

/**
 * A summary out of members of a file.
 *
 * @param names the member for each figure: `{ meanMs: 'mean', p50Ms: 'median' }`
 * @param toMs what a figure of the file is multiplied with
 */
export function summaryFrom(fields: Fields | undefined, names: Named, toMs: number, rest: Pick<LatencySummary, 'samples' | 'standardDeviationMs'> | undefined = {}): LatencySummary | undefined {
  if (fields === undefined) return undefined
  const figures = Object.entries(names).map(([figure, name]) => [figure, scaled(fields.figure(name), toMs)])
  const summary = presentGroup(Object.fromEntries(figures) as LatencySummary)
  return summary && { ...rest, ...summary }
}

/** A figure in another unit. */
export const scaled = (value: number | undefined, factor: number): number | undefined => (value === undefined ? undefined : value * factor)

/** The latency to record: the median where it is known, else the mean. */
export const centre = (summary: LatencySummary | undefined): number | undefined => summary?.p50Ms ?? summary?.meanMs
