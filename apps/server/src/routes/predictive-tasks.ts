import type { Endpoint, Endpoints } from '@benchcast/core/api'
import { BenchcastError } from '@benchcast/core/errors'
import { Answer } from '../http/answer.ts'
import type { JobKind } from '../jobs/index.ts'
import type { Task } from '../jobs/task.ts'
import { assertPossible } from '../predictions/possible-measurement.ts'
import type { Call } from './call.ts'
import { once } from './idempotency.ts'
import { isAsyncPreferred, waitSeconds } from './prefer.ts'

// The compiler has checked each endpoint's own types where its handler is listed; here they are all alike.
// biome-ignore lint/suspicious/noExplicitAny: see above
type AnyCall = Call<any>

/** The handler of an endpoint that starts a task: the parsed body is the task's input, or what `inputOf` makes of the call or promises. */
export const starts =
  (kind: JobKind, inputOf: (call: AnyCall) => unknown = (call) => call.body()) =>
  (call: AnyCall): Promise<Answer> =>
    once(call as Call<Endpoint>, {
      make: async (bind) => answerStarted(call, await call.services.jobs.submit(kind, await inputOf(call), bind)),
      replay: async (id) => {
        const task = await call.services.jobs.book.find(id)
        return task && answerStarted(call, task)
      },
    })

/** A measurement to record, unless its figures are impossible. */
export async function possibleMeasurement(call: Call<Endpoints['recordMeasurement']>): Promise<unknown> {
  const asked = call.body()
  await assertPossible(asked, call.services.predictions)
  return asked
}

/** `pending`, as it was accepted; the whole state for who wants to wait. */
async function answerStarted(call: AnyCall, task: Task): Promise<string> {
  if (isAsyncPreferred(call.request)) call.reply.code(202).headers({ location: `/api/predictive-performance/task/${task.id}`, 'retry-after': '1', 'preference-applied': 'respond-async' })
  return (await waited(call, task)) ? task.text : `{"task_id":"${task.id}","status":"pending"}`
}

/** Waits as long as the caller asked; false when it did not ask. */
async function waited({ request, reply, query, services }: AnyCall, task: Task): Promise<boolean> {
  const seconds = waitSeconds(request, (query as { wait?: number } | undefined)?.wait)
  if (seconds === undefined) return false
  if (request.headers.prefer !== undefined) reply.header('preference-applied', `wait=${seconds}`)
  if (task.hasEnded || seconds === 0) return true
  const time = AbortSignal.timeout(Math.ceil(1000 * seconds))
  await task.ended(AbortSignal.any([time, services.jobs.stopping]))
  return true
}

/** The task of the address. */
export async function taskOf({ params, services }: AnyCall): Promise<Task> {
  const task = await services.jobs.book.find((params as { task_id: string }).task_id)
  if (task === undefined) throw new BenchcastError('task_not_found', 'Task not found')
  return task
}

export async function getTask(call: AnyCall): Promise<Answer> {
  const task = await taskOf(call)
  await waited(call, task)
  return new Answer(task.text)
}

export async function cancelTask(call: AnyCall): Promise<Answer> {
  const task = await taskOf(call)
  await call.services.jobs.cancel(task.id)
  return new Answer(task.text)
}
