import { createRandom, quantilesOf } from '@benchcast/core/stats'
import type { Method } from '../measure/method.ts'
import { Stopping } from '../measure/stopping.ts'
import { Samples } from './samples.ts'

/** Runs the model once; it may be done when it returns. */
export type Query = () => unknown

/** Called now and then between queries, never inside what is timed; waited for. */
export type Look = (share: number, medianSeconds: number) => void | Promise<void>

export interface ScenarioResult {
  readonly samples: Float64Array
  readonly windowSeconds: number
  readonly isPrecise: boolean
  readonly queriesPerSecond?: number
}

const nowSeconds = (): number => performance.now() / 1000

/** One query after the other: single_stream, multi_stream (eight samples are one query) and offline (a batch is one query). */
export async function oneAfterTheOther(query: Query, method: Method, look: Look): Promise<ScenarioResult> {
  const samples = new Samples()
  const stopping = new Stopping(method)
  const started = nowSeconds()
  let ended = started
  let nextLook = started + LOOK_EVERY_SECONDS
  do {
    const begun = nowSeconds()
    await query()
    ended = nowSeconds()
    samples.push(ended - begun)
    if (ended < nextLook) continue
    nextLook = ended + LOOK_EVERY_SECONDS
    await look(Math.min(1, (ended - started) / method.longestSeconds), stopping.estimate.median)
  } while (!stopping.isEnough(samples.values, ended - started))
  return { samples: samples.values, windowSeconds: ended - started, isPrecise: stopping.isPrecise }
}

const LOOK_EVERY_SECONDS = 0.1
/** Share of what queries one after the other allow, when no rate is given. */
const USUAL_LOAD = 0.8

/** Queries arrive at random times (a Poisson process) whether the one before is done or not; a latency counts from the arrival. */
export async function atRandomArrivals(query: Query, method: Method, look: Look, { seed, warmSeconds }: { readonly seed: number; readonly warmSeconds: Float64Array }): Promise<ScenarioResult> {
  const queriesPerSecond = method.queriesPerSecond ?? USUAL_LOAD / quantilesOf(warmSeconds, [0.5])[0]!
  const random = createRandom(seed)
  const samples = new Samples()
  const started = nowSeconds()
  let arrival = started
  let ended = started
  while (ended - started < method.longestSeconds || samples.values.length < method.leastRuns) {
    arrival -= Math.log(1 - random.next()) / queriesPerSecond
    waitUntil(arrival)
    await query()
    ended = nowSeconds()
    samples.push(ended - arrival)
    if (samples.values.length % 64 === 0) await look(Math.min(1, (ended - started) / method.longestSeconds), Number.NaN)
  }
  return { samples: samples.values, windowSeconds: ended - started, isPrecise: true, queriesPerSecond }
}

let sleeper: Int32Array<SharedArrayBuffer> | undefined

/** Sleeps up to the last millisecond, then turns, so that an arrival is not late by a timer's whim. */
function waitUntil(seconds: number): void {
  const rest = 1000 * (seconds - nowSeconds()) - 1
  sleeper ??= new Int32Array(new SharedArrayBuffer(4))
  if (rest > 0) Atomics.wait(sleeper, 0, 0, rest)
  while (nowSeconds() < seconds);
}
