import { setImmediate as nextTurn } from 'node:timers/promises'
import { PowerMeter } from '../machine/power-meter.ts'
import { clockHz, type ProcessorTime, processorTime } from '../machine/processor.ts'
import { type MeasuredSession, openMeasuredSession } from './measured-session.ts'
import { measuredWindow, timed, warmUp } from './phases.ts'
import type { ChildMessage, MeasureJob, RawMeasurement } from './protocol.ts'
import { peakResidentBytes, residentBytes } from './resident-memory.ts'
import { type Feeds, feedsOf, loadRuntime, nonFiniteOutputs } from './session.ts'

type Tell = (message: ChildMessage) => void

/** Loads a model, runs it cold, warms it up and measures it, telling each step. */
export async function measure(job: MeasureJob, tell: Tell): Promise<RawMeasurement> {
  const runtime = await loadRuntime()
  const before = residentBytes()
  tell({ kind: 'step', step: 'loading', share: 0 })
  const [session, loadSeconds] = await timed(() => openMeasuredSession(runtime, job))
  const loaded = residentBytes()
  const feeds = feedsOf(runtime, session, job.inputs)
  tell({ kind: 'step', step: 'first run', share: 0 })
  const [first, firstRunSeconds] = await timed(() => session.whole(feeds))
  const warm = await warmUp(
    () => session.timed(feeds),
    job.method,
    (share) => told(tell, { kind: 'step', step: 'warming up', share }),
  )
  const { circumstances, ...measured } = await inWindow(session, feeds, job, tell, warm)
  return { loadSeconds, firstRunSeconds, warmUpSamples: warm, ...measured, ...circumstances, memory: { before, loaded, peak: peakResidentBytes() }, nonFiniteOutputs: nonFiniteOutputs(first) }
}

/** Runs leave the event loop no turn of its own: it has one whenever something is told, to send it and to hear that nobody listens any more. */
async function told(tell: Tell, message: ChildMessage): Promise<void> {
  tell(message)
  await nextTurn()
}

async function inWindow(session: MeasuredSession, feeds: Feeds, { providers, method, seed }: MeasureJob, tell: Tell, warmSeconds: Float64Array) {
  const query = () => session.timed(feeds)
  const meter = PowerMeter.start(providers)
  const look = (share: number, medianSeconds: number) => {
    meter.look()
    return told(tell, { kind: 'step', step: 'measuring', share, ...(medianSeconds > 0 && { medianSeconds }) })
  }
  const before = { time: processorTime(), clock: clockHz() }
  const result = await measuredWindow(query, method, look, { seed, warmSeconds })
  const circumstances = circumstancesSince(before, result.windowSeconds)
  return { ...result, circumstances, energy: await meter.end(result.windowSeconds) }
}

function circumstancesSince(before: { readonly time: ProcessorTime; readonly clock: number | undefined }, seconds: number) {
  const after = processorTime()
  const clock = clockHz()
  const usedCores = (after.own - before.time.own) / seconds
  const otherCores = Math.max(0, (after.busy - before.time.busy) / seconds - usedCores)
  return { usedCores, otherCores, ...(before.clock !== undefined && clock !== undefined && { clockHz: [before.clock, clock] as const }) }
}
