import type { InferenceSession } from 'onnxruntime-node'
import type { MeasureJob } from './protocol.ts'
import { type Feeds, openSession, type Runtime, sessionOptions } from './session.ts'

type Results = InferenceSession.OnnxValueMapType

/** A session as the runner measures it: both runs compute the whole model. */
export interface MeasuredSession {
  readonly inputNames: readonly string[]
  /** Hands over every output. */
  readonly whole: (feeds: Feeds) => Results | Promise<Results>
  /** What is timed: see {@link openMeasuredSession}. */
  readonly timed: (feeds: Feeds) => Results | Promise<Results>
}

/**
 * Opens a session that is as close to the runtime as Node gets, so that a time is the model's and not the language's.
 *
 * Node's binding copies every output into a new array of the language (0.3 ms for 1.5 MB), which a loop in Python or C does not; and its `run` waits for a turn of the event loop
 * before each run, while the runtime's threads lose what they had in cache. So runs are made straight by the binding that `run` calls, and on the processor, where all outputs lie
 * in the host's memory when a run ends, only the smallest one is handed over; the runtime computes the others all the same. A device hands over all of them.
 */
export async function openMeasuredSession(runtime: Runtime, job: Pick<MeasureJob, 'modelPath' | 'providers' | 'threads'>): Promise<MeasuredSession> {
  const native = await openNative(runtime, job)
  if (native !== undefined) return native
  const session = await openSession(runtime, job)
  return { inputNames: session.inputNames, whole: (feeds) => session.run(feeds), timed: (feeds) => session.run(feeds) }
}

/** Undefined where the usual way has to say what is wrong: a provider that this build does not have, a build without this binding. */
async function openNative(runtime: Runtime, job: Pick<MeasureJob, 'modelPath' | 'providers' | 'threads'>): Promise<MeasuredSession | undefined> {
  const known = new Set(runtime.listSupportedBackends().map(({ name }) => name))
  if (!job.providers.every((provider) => known.has(provider))) return undefined
  const found = await import('onnxruntime-node/dist/binding.js').catch(() => undefined)
  if (found === undefined) return undefined
  found.initOrt()
  const session = new found.binding.InferenceSession()
  session.loadModel(job.modelPath, sessionOptions(job))
  const outputs = session.outputMetadata
  const all = fetching(outputs.map(({ name }) => name))
  const few = job.providers[0] === 'cpu' ? fetching([smallestOf(outputs)]) : all
  return { inputNames: session.inputMetadata.map(({ name }) => name), whole: (feeds) => session.run(feeds, all, {}), timed: (feeds) => session.run(feeds, few, {}) }
}

const fetching = (names: readonly string[]): Readonly<Record<string, null>> => Object.fromEntries(names.map((name) => [name, null]))

interface Output {
  readonly name: string
  readonly shape?: readonly number[]
}

/** By elements; an open dimension (-1), or a value that is no tensor, may be of any size. */
export function smallestOf(outputs: readonly Output[]): string {
  const elements = ({ shape }: Output) => (shape === undefined || shape.some((size) => size < 0) ? Number.POSITIVE_INFINITY : shape.reduce((product, size) => product * size, 1))
  return outputs.reduce((least, output) => (elements(output) < elements(least) ? output : least)).name
}
