import type { Method } from '../measure/method.ts'
import { isWarm } from '../measure/warm-up.ts'
import { atRandomArrivals, type Look, oneAfterTheOther, type Query, type ScenarioResult } from './scenarios.ts'

/** What an act gave, and the seconds it took. */
export async function timed<T>(act: () => T | Promise<T>): Promise<readonly [T, number]> {
  const started = performance.now()
  const value = await act()
  return [value, (performance.now() - started) / 1000]
}

/** Runs until run times have settled. Gives the seconds of each. */
export async function warmUp(query: Query, method: Method, look: Look): Promise<Float64Array> {
  const samples: number[] = []
  const started = performance.now()
  for (let seconds = 0; !isWarm(samples, seconds, method); seconds = (performance.now() - started) / 1000) {
    samples.push((await timed(query))[1])
    await look(Math.min(1, seconds / method.longestWarmUpSeconds), Number.NaN)
  }
  return Float64Array.from(samples)
}

/** Runs the measured window of a method. `warmSeconds` says how fast random arrivals may come. */
export function measuredWindow(query: Query, method: Method, look: Look, arrivals: { readonly seed: number; readonly warmSeconds: Float64Array }): Promise<ScenarioResult> {
  const whole = repeated(query, method.runsPerQuery ?? 1)
  return method.scenario === 'server' ? atRandomArrivals(whole, method, look, arrivals) : oneAfterTheOther(whole, method, look)
}

/** A query of so many runs, one after the other. */
function repeated(query: Query, runs: number): Query {
  if (runs === 1) return query
  return async () => {
    for (let run = 0; run < runs; run++) await query()
  }
}
