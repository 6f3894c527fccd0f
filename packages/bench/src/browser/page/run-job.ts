import type { SampleInput } from '@benchcast/core/graph/onnx'
import type * as Runtime from 'onnxruntime-web'
import { measuredWindow, timed, warmUp } from '../../runner/phases.ts'
import { feedsOf, nonFiniteOutputs, outputsOf } from '../../runner/session.ts'
import type { BrowserOutcome, PageJob } from '../wire.ts'
import { Unavailable } from './unavailable.ts'

type Ort = typeof Runtime
/** Called between runs: what is being done, how far it is, and the median so far. */
export type TellStep = (step: 'loading' | 'first run' | 'warming up' | 'measuring', share: number, medianSeconds?: number) => void

/** Measures a model by the same method, phases and scenarios as on the server. Every run waits until its outputs can be read, also those of a GPU. */
export async function measureModel(ort: Ort, job: PageJob, tell: TellStep) {
  tell('loading', 0)
  const [model, inputs] = await Promise.all([bytesAt(job.model), inputsOf(job.feeds[0]!)])
  await startRuntime(ort, job)
  const [session, loadSeconds] = await timed(() => openSession(ort, job, model))
  tell('first run', 0)
  const feeds = feedsOf(ort as never, session as never, inputs) as unknown as Runtime.InferenceSession.FeedsType
  const query = () => session.run(feeds)
  const [first, firstRunSeconds] = await timed(query)
  const warmUpSamples = await warmUp(query, job.method!, (share) => tell('warming up', share))
  tell('measuring', 0)
  const measured = await measuredWindow(query, job.method!, (share, median) => tell('measuring', share, median > 0 ? median : undefined), { seed: job.seed, warmSeconds: warmUpSamples })
  return { loadSeconds, firstRunSeconds, warmUpSamples, ...measured, nonFiniteOutputs: nonFiniteOutputs(first as never) }
}

/** Runs a model once on each set of inputs; one that fails says why. */
export async function runModel(ort: Ort, job: PageJob, tell: TellStep): Promise<readonly BrowserOutcome[]> {
  tell('loading', 0)
  const session = await openSession(ort, job, await bytesAt(job.model))
  const outcomes: BrowserOutcome[] = []
  for (const [done, feed] of job.feeds.entries()) {
    tell('measuring', done / job.feeds.length)
    const feeds = feedsOf(ort as never, session as never, await inputsOf(feed)) as unknown as Runtime.InferenceSession.FeedsType
    outcomes.push(
      await session.run(feeds).then(
        (results) => outputsOf(results as never),
        (error: Error) => ({ message: String(error.message ?? error) }),
      ),
    )
  }
  return outcomes
}

const FATAL_ONLY = 4

function openSession(ort: Ort, { provider, externalData }: PageJob, model: Uint8Array): Promise<Runtime.InferenceSession> {
  return ort.InferenceSession.create(model, { executionProviders: [provider], logSeverityLevel: FATAL_ONLY, externalData: [...externalData] })
}

/** The runtime is compiled and started with its first session, even one that cannot be: a model's loading time is to hold nothing of it. */
async function startRuntime(ort: Ort, job: PageJob): Promise<void> {
  await openSession(ort, { ...job, externalData: [] }, new Uint8Array(1)).catch((error: Error) => {
    if (/no available backend/i.test(error.message)) throw new Unavailable(`ONNX Runtime cannot use ${job.providerTitle} here: ${error.message}`)
  })
}

const inputsOf = (inputs: PageJob['feeds'][number]): Promise<SampleInput[]> => Promise.all(inputs.map(async ({ data, ...input }) => ({ ...input, bytes: await bytesAt(data) }) as SampleInput))

async function bytesAt(address: string): Promise<Uint8Array> {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`The server did not give ${new URL(address).pathname.split('/').at(-1)} (${response.status}): ask for a new link.`)
  return new Uint8Array(await response.arrayBuffer())
}
