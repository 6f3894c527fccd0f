import { BenchcastError } from '@benchcast/core/errors'
import { inspect } from './inspect.ts'
import { measure } from './measure.ts'
import type { ChildJob, ChildMessage } from './protocol.ts'
import { askProviders } from './providers.ts'
import { runFeeds } from './run-feeds.ts'
import { soak } from './soak.ts'

/**
 * The process that runs models: a crash of the runtime, a model without end or one that wants all memory takes down nothing else. It does one job and ends; it also ends
 * when the process that started it is gone.
 */
const tell = (message: ChildMessage): void => void process.send!(message)

const ANSWERS: { readonly [Kind in ChildJob['kind']]: (job: Extract<ChildJob, { readonly kind: Kind }>) => Promise<ChildMessage> } = {
  measure: async (job) => ({ kind: 'measured', result: await measure(job, tell) }),
  run: async (job) => ({ kind: 'ran', outputs: await runFeeds(job) }),
  soak: async (job) => ({ kind: 'soaked', residentBytes: await soak(job) }),
  ask: async ({ providers }) => ({ kind: 'answered', providers: await askProviders(providers) }),
  inspect: async (job) => ({ kind: 'inspected', header: inspect(job) }),
}

async function answer(job: ChildJob): Promise<ChildMessage> {
  try {
    return await ANSWERS[job.kind](job as never)
  } catch (error) {
    const message = String((error as Error).message ?? error)
    return { kind: 'failed', message, ...(error instanceof BenchcastError && { code: error.code }) }
  }
}

process.once('message', async (job: ChildJob) => {
  const message = await answer(job)
  process.send!(message, () => process.exit(0))
})
process.once('disconnect', () => process.exit(1))
tell({ kind: 'ready' })
