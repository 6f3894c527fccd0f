import { mean } from '../../stats/index.ts'
import { type PredictedMetric, type PredictionPair, relativeError } from './pairs.ts'

/** What an error is of. Throughput and latency of one run say the same thing twice, the one turned round: together they are its speed. */
export type ErrorKind = 'speed' | 'throughput' | 'latency' | 'memory'

/** The error of one measurement in one kind of figure: independent of every other, unlike pairs. */
export interface MeasuredError {
  readonly kind: ErrorKind
  /** log(predicted / actual), of speed with latency turned round: positive when the prediction was too high. */
  readonly logRatio: number
  /** Mean relative error of its pairs. */
  readonly relativeError: number
  readonly platform: string
  readonly modelFamily: string
  /** When it was measured, ISO 8601. */
  readonly recordedAt: string
}

/** Whether predicted / actual is a number above 0. */
export const hasRatio = ({ predicted, actual }: PredictionPair): boolean => predicted > 0 && actual > 0

/** The pairs of each measurement. A pair that names none is one of its own. */
export const byMeasurement = (pairs: readonly PredictionPair[]): readonly (readonly PredictionPair[])[] => [...Map.groupBy(pairs, ({ measurement }, i) => measurement ?? i).values()]

/** How many measurements the pairs come from. */
export const measurementsOf = (pairs: readonly PredictionPair[]): number => byMeasurement(pairs).length

/**
 * One error for each measurement and kind of figure, in the order of the pairs; pairs with a 0 have no ratio and are left out. Where all pairs are latencies, a latency stays one: predicted too long is
 * too high.
 */
export function measuredErrors(all: readonly PredictionPair[]): readonly MeasuredError[] {
  const pairs = all.filter(hasRatio)
  const kinds = kindsOf(pairs)
  return byMeasurement(pairs).flatMap((own) => [...Map.groupBy(own, ({ metric }) => kinds[metric])].map(([kind, same]) => errorOf(kind, same)))
}

function kindsOf(pairs: readonly PredictionPair[]): Readonly<Record<PredictedMetric, ErrorKind>> {
  const has = (metric: PredictedMetric) => pairs.some((pair) => pair.metric === metric)
  const both = has('throughput') && has('latency')
  return { throughput: both ? 'speed' : 'throughput', latency: both ? 'speed' : 'latency', memory_usage: 'memory' }
}

function errorOf(kind: ErrorKind, pairs: readonly PredictionPair[]): MeasuredError {
  const { platform, modelFamily, recordedAt } = pairs[0]!
  const ratios = pairs.map(({ metric, predicted, actual }) => Math.log(predicted / actual) * (kind === 'speed' && metric === 'latency' ? -1 : 1))
  return { kind, logRatio: mean(ratios), relativeError: mean(pairs.map((pair) => relativeError(pair) ?? 1)), platform, modelFamily, recordedAt }
}
