import type { ChildMessage, RunJob } from './protocol.ts'
import { feedsOf, loadRuntime, openSession, outputsOf } from './session.ts'

type Outcome = Extract<ChildMessage, { readonly kind: 'ran' }>['outputs'][number]

/** Runs a model on each set of inputs. One that fails says why and the next is run all the same. */
export async function runFeeds(job: RunJob): Promise<readonly Outcome[]> {
  const runtime = await loadRuntime()
  const session = await openSession(runtime, job)
  const outcomes: Outcome[] = []
  for (const inputs of job.feeds) outcomes.push(await attempt(async () => outputsOf(await session.run(feedsOf(runtime, session, inputs)))))
  return outcomes
}

async function attempt(act: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await act()
  } catch (error) {
    return { message: String((error as Error).message ?? error) }
  }
}
