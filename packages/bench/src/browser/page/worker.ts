import type * as Runtime from 'onnxruntime-web'
import type { PageAnswer, PageJob } from '../wire.ts'
import { browserFacts } from './facts.ts'
import { measureModel, runModel, type TellStep } from './run-job.ts'

/** What the worker tells the page. */
export type WorkerMessage = { readonly kind: 'step'; readonly step: string; readonly share: number; readonly medianSeconds?: number } | PageAnswer

/** Models run in a worker, so that the page stays alive, and so that ending it ends the run. */
const say = (message: WorkerMessage): void => (postMessage as (message: unknown) => void)(message)
const tell: TellStep = (step, share, medianSeconds) => say({ kind: 'step', step, share, ...(medianSeconds !== undefined && { medianSeconds }) })

addEventListener('message', ({ data }: MessageEvent<PageJob>) => {
  answer(data).then(say, (error: Error) => say({ kind: error.name === 'Unavailable' ? 'unavailable' : 'failed', message: String(error.message ?? error) }))
})

async function answer(job: PageJob): Promise<PageAnswer> {
  const facts = await browserFacts(job)
  // Without inputs the question is whether the browser could: that takes a second, the runtime with its 27 MB takes four more.
  if (job.feeds.length === 0) return { kind: 'ran', outputs: [], browser: facts }
  const ort = (await import(job.runtime)) as typeof Runtime
  ort.env.wasm.numThreads = facts.threads
  ort.env.logLevel = 'fatal'
  const browser = { ...facts, runtime: `onnxruntime-web ${ort.env.versions.web ?? ort.env.versions.common}` }
  if (job.kind === 'run') return { kind: 'ran', outputs: await runModel(ort, job, tell), browser }
  return { kind: 'measured', result: { ...(await measureModel(ort, job, tell)), browser } }
}
