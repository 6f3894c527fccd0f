import { BenchcastError } from '@benchcast/core/errors'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openStore, type Store } from '../storage/index.ts'
import { SteppingJob } from '../testing/stepping-job.ts'
import { overriding } from '../testing/test-app.ts'
import { testQueue } from '../testing/test-queue.ts'
import { job } from './job.ts'
import type { JobQueue } from './queue.ts'
import type { Task } from './task.ts'

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

const end = (task: Task) => task.ended(AbortSignal.timeout(60_000))
const until = async (condition: () => boolean) => {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 1))
}
const state = ({ status, progress, message }: Task) => [status, progress, message]

describe('A task', () => {
  it('is durable before it is acknowledged, runs with honest progress, and ends with its result', async () => {
    const task = await queue.submit('steps', { a: 1 })
    const seen: unknown[] = []
    task.follow(() => seen.push(state(task)))
    expect(await store.unfinishedTasks()).toMatchObject([{ taskId: task.id, event: 'created', document: '{"a":1}' }])
    await until(() => steps.begun.length === 1)
    await steps.go(4)
    await end(task)
    const percent = [0.25, 0.5, 0.75, 0.99].map((progress, index) => ['running', progress, `Step ${index + 1} of 4`])
    expect(seen).toEqual([['running', 0, 'Task started'], ...percent, ['completed', 1, 'Task completed successfully']])
    expect(JSON.parse(task.text)).toMatchObject({ task_id: task.id, result: { echo: { a: 1 } } })
    expect(await store.findTask(task.id)).toMatchObject({ event: 'completed', document: '{"echo":{"a":1}}', attempt: 1 })
  })

  it('that is cancelled stops, is failed and says so, whether it runs or waits', async () => {
    const tasks = [await queue.submit('steps', 1), await queue.submit('steps', 2), await queue.submit('steps', 3)]
    await until(() => steps.begun.length === 2)
    for (const { id } of [tasks[2]!, tasks[0]!]) await queue.cancel(id)
    expect([tasks[0], tasks[2]].map((task) => state(task!))).toEqual([
      ['failed', 0, 'Task failed: The task was cancelled.'],
      ['failed', 0, 'Task failed: The task was cancelled.'],
    ])
    expect(steps.begun[0]!.aborted).toBe(true)
    await steps.go(8)
    await end(tasks[1]!)
    expect(tasks[1]!.status).toBe('completed')
    expect(steps.begun).toHaveLength(2)
    await queue.cancel(tasks[1]!.id)
    expect(tasks[1]!.status).toBe('completed')
  })

  it('that takes too long is failed with its limit', async () => {
    queue = testQueue(store, { endless: job({ idKind: 'matrix', isCheap: () => false, timeoutSeconds: 0.02, run: () => new Promise(() => {}) }) })
    const task = await queue.submit('endless', {})
    await end(task)
    expect(task.message).toBe('Task failed: The task took longer than 0.02 seconds.')
  })

  it('that meets a fault is tried again, and with ever new faults failed without saying what is inside', async () => {
    const reports: unknown[] = []
    queue = testQueue(store, { steps: steps.job }, { report: (error) => reports.push(error), backOffMs: 1 })
    steps.faults.push(new Error('secret 1'), new Error('secret 2'))
    const lucky = await queue.submit('steps', 1)
    await steps.go(40)
    await end(lucky)
    expect([lucky.status, steps.begun.length, reports.length]).toEqual(['completed', 3, 2])
    steps.faults.push(...[1, 2, 3].map(() => new Error('secret')))
    const poison = await queue.submit('steps', 2)
    await end(poison)
    expect(poison.message).toBe('Task failed: The server met a fault of its own; its log says why under this task_id.')
  })

  it('that the caller can put right is failed at once with the reason', async () => {
    steps.faults.push(new BenchcastError('invalid_data', 'There is nothing to do: send more.'))
    const task = await queue.submit('steps', 1)
    await steps.go(4)
    await end(task)
    expect([task.message, steps.begun.length]).toEqual(['Task failed: There is nothing to do: send more.', 1])
  })

  it('is found for 24 hours after its end, in memory and in the database, and then no more', async () => {
    const { book } = testQueue(store, {})
    const ended = (taskId: string, hours: number) =>
      store.writeTask({ task: { taskId, kind: 'steps', event: 'completed', attempt: 1, timestamp: new Date(Date.now() - hours * 3_600_000).toISOString(), message: 'm', document: '{"r":1}' } })
    await ended('fresh', 23.9)
    await ended('old', 24.1)
    expect((await book.find('fresh'))?.text).toContain('"result":{"r":1}')
    expect([await book.find('old'), await book.find('none')]).toEqual([undefined, undefined])
  })
})

describe('After a crash', () => {
  it('what was unfinished runs again, says so, and counts the attempt', async () => {
    const before = await queue.submit('steps', { n: 1 })
    await until(() => steps.begun.length === 1)
    const again = new SteppingJob()
    const next = testQueue(store, { steps: again.job })
    await next.resume()
    const task = (await next.book.find(before.id))!
    await until(() => again.begun.length === 1)
    expect(state(task)).toEqual(['running', 0, 'Restarted (attempt 2 of 3)'])
    await again.go(4)
    await end(task)
    expect([task.status, task.result]).toEqual(['completed', '{"echo":{"n":1}}'])
    await next.close()
  })

  it('a task that was interrupted too often is failed with the reason', async () => {
    const task = { taskId: 'matrix-1', kind: 'steps', timestamp: new Date().toISOString(), message: '', document: '{}' }
    await store.writeTask({ task: { ...task, event: 'created', attempt: 0 } })
    for (const attempt of [1, 2, 3]) await store.writeTask({ task: { ...task, event: 'started', attempt } })
    await queue.resume()
    expect((await queue.book.find('matrix-1'))!.message).toBe('Task failed: The task was interrupted by 3 restarts of the server: send it again.')
    expect(steps.begun).toEqual([])
  })

  it('a task of a kind that this version does not know is failed', async () => {
    await store.writeTask({ task: { taskId: 'matrix-1', kind: 'gone', event: 'created', attempt: 0, timestamp: new Date().toISOString(), message: '', document: '{}' } })
    await queue.resume()
    expect((await queue.book.find('matrix-1'))!.message).toContain("no tasks of the kind 'gone'")
  })
})

describe('A queue', () => {
  it('that is closed hands running tasks back: the attempt does not count', async () => {
    const task = await queue.submit('steps', 1)
    await until(() => steps.begun.length === 1)
    await queue.close()
    expect(steps.begun[0]!.aborted).toBe(true)
    expect(task.hasEnded).toBe(false)
    expect((await store.unfinishedTasks()).map(({ taskId, attempt }) => [taskId, attempt])).toEqual([[task.id, 0]])
  })

  it('does no more at a time than it may', async () => {
    for (const n of [1, 2, 3, 4]) await queue.submit('steps', n)
    await until(() => steps.begun.length === 2)
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect([steps.begun.length, queue.waiting]).toEqual([2, 2])
  })

  it('acknowledges nothing that the database does not take', async () => {
    const full = overriding(store, { writeTask: () => Promise.reject(new BenchcastError('storage_full', 'The disk is full.')) })
    const failing = testQueue(full, { steps: steps.job })
    for (const kind of ['steps', 'recordFeedback']) await expect(failing.submit(kind, { recommendation_id: 'x', accepted: true })).rejects.toMatchObject({ code: 'storage_full' })
    expect(failing.book.unfinished).toBe(0)
  })
})
