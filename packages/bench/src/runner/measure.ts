import type { InferenceSession } from 'onnxruntime-node'
import { clockHz, type ProcessorTime, processorTime } from '../machine/processor.ts'
import { measuredWindow, timed, warmUp } from './phases.ts'
import type { ChildMessage, MeasureJob, RawMeasurement } from './protocol.ts'
import { peakResidentBytes, residentBytes } from './resident-memory.ts'
import { type Feeds, feedsOf, loadRuntime, nonFiniteOutputs, openSession } from './session.ts'

type Tell = (message: ChildMessage) => void

/** Loads a model, runs it cold, warms it up and measures it, telling each step. */
export async function measure(job: MeasureJob, tell: Tell): Promise<RawMeasurement> {
  const runtime = await loadRuntime()
  const before = residentBytes()
  tell({ kind: 'step', step: 'loading', share: 0 })
  const [session, loadSeconds] = await timed(() => openSession(runtime, job))
  const loaded = residentBytes()
  const feeds = feedsOf(runtime, session, job.inputs)
  tell({ kind: 'step', step: 'first run', share: 0 })
  const [first, firstRunSeconds] = await timed(() => session.run(feeds))
  const warm = await warmUp(
    () => session.run(feeds),
    job.method,
    (share) => tell({ kind: 'step', step: 'warming up', share }),
  )
  const { circumstances, ...measured } = await inWindow(session, feeds, job, tell, warm)
  return { loadSeconds, firstRunSeconds, warmUpSamples: warm, ...measured, ...circumstances, memory: { before, loaded, peak: peakResidentBytes() }, nonFiniteOutputs: nonFiniteOutputs(first) }
}

async function inWindow(session: InferenceSession, feeds: Feeds, { method, seed }: MeasureJob, tell: Tell, warmSeconds: Float64Array) {
  const query = () => session.run(feeds)
  const look = (share: number, medianSeconds: number) => tell({ kind: 'step', step: 'measuring', share, ...(medianSeconds > 0 && { medianSeconds }) })
  const before = { time: processorTime(), clock: clockHz() }
  const result = await measuredWindow(query, method, look, { seed, warmSeconds })
  return { ...result, circumstances: circumstancesSince(before, result.windowSeconds) }
}

function circumstancesSince(before: { readonly time: ProcessorTime; readonly clock: number | undefined }, seconds: number) {
  const after = processorTime()
  const clock = clockHz()
  const usedCores = (after.own - before.time.own) / seconds
  const otherCores = Math.max(0, (after.busy - before.time.busy) / seconds - usedCores)
  return { usedCores, otherCores, ...(before.clock !== undefined && clock !== undefined && { clockHz: [before.clock, clock] as const }) }
}
