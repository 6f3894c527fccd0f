import { quantilesOf } from '@benchcast/core/stats'
import type { Method } from './method.ts'

/** Latest runs that are compared with as many before them. */
const WINDOW = 5
/** Medians of two windows this close are the same. */
const CLOSE = 0.05

/** Whether run times have settled: the last five do not differ from the five before, or the time for warming up is over. */
export function isWarm(samples: readonly number[], seconds: number, { warmUpRuns, longestWarmUpSeconds }: Method): boolean {
  if (seconds >= longestWarmUpSeconds && samples.length >= 1) return true
  if (samples.length < Math.max(warmUpRuns, 2 * WINDOW)) return false
  const [last, before] = [medianOf(samples.slice(-WINDOW)), medianOf(samples.slice(-2 * WINDOW, -WINDOW))]
  return Math.abs(last / before - 1) <= CLOSE
}

const medianOf = (values: readonly number[]): number => quantilesOf(Float64Array.from(values), [0.5])[0]!
