import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { JobQueue } from '../jobs/queue.ts'
import { openStore, type Store } from '../storage/index.ts'
import { SteppingJob } from '../testing/stepping-job.ts'
import { overriding } from '../testing/test-app.ts'
import { testQueue } from '../testing/test-queue.ts'
import type { Component } from './component.ts'
import { RunBook } from './run-book.ts'

const STEPS: Component<{ readonly id: string; readonly n: number; readonly status: string }> = {
  id: 'test',
  kind: 'steps',
  records: 'testRuns',
  idField: 'run_id',
  title: 'run of steps',
  status: ({ id, input, status }) => ({ id, n: (input as { readonly n: number }).n, status }),
}

let store: Store
let steps: SteppingJob
let queue: JobQueue
beforeEach(async () => {
  store = await openStore({ path: ':memory:' })
  steps = new SteppingJob()
  queue = testQueue(store, { steps: steps.job })
})
afterEach(async () => {
  await queue.close()
  await store.close()
})

describe('A list of runs', () => {
  it('shows a run that ends while the records are read once, as it was before', async () => {
    const { id, createdAt } = await queue.submit('steps', { n: 7 })
    const ended = async (): Promise<void> => {
      while (queue.inputOf(id, 'steps') !== undefined) await steps.go(1)
    }
    const record = { run_id: id, status: 'completed', progress: 1, started_at: createdAt, completed_at: createdAt, error: null, config: { n: 7 } }
    const reading = overriding(store, {
      listRecords: async () => {
        await ended()
        return { rows: [record], total: 1 } as never
      },
    })
    expect(await new RunBook(queue, reading).list(STEPS, { limit: 10 })).toEqual([{ id, n: 7, status: expect.stringMatching(/initializing|running/) }])
  })

  it('shows no more runs than were asked for, the newest of those that go on first', async () => {
    for (const n of [1, 2, 3]) await queue.submit('steps', { n })
    const book = new RunBook(queue, store)
    const numbers = async (limit: number) => (await book.list(STEPS, { limit })).map(({ n }) => n)
    expect([await numbers(2), await numbers(10)]).toEqual([
      [3, 2],
      [3, 2, 1],
    ])
  })
})
