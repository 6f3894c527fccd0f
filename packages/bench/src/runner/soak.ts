import type { SoakJob } from './protocol.ts'
import { residentBytes } from './resident-memory.ts'
import { feedsOf, loadRuntime, openSession } from './session.ts'

const LOOKS = 10

/** Runs a model many times; resident bytes after each tenth of the runs. */
export async function soak(job: SoakJob): Promise<readonly number[]> {
  const runtime = await loadRuntime()
  const session = await openSession(runtime, job)
  const feeds = feedsOf(runtime, session, job.inputs)
  const looks: number[] = []
  for (let run = 1; run <= job.runs; run++) {
    await session.run(feeds)
    if (run % Math.ceil(job.runs / LOOKS) === 0) looks.push(residentBytes())
  }
  return looks
}
