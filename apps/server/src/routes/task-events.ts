import type { Endpoints } from '@benchcast/core/api'
import { BenchcastError } from '@benchcast/core/errors'
import { Answer } from '../http/answer.ts'
import { negotiate } from '../http/negotiate.ts'
import { eventId, TaskEvents } from '../live/task-events.ts'
import type { Call } from './call.ts'
import type { Handler } from './handler.ts'
import { taskOf } from './predictive-tasks.ts'

const EVENT_STREAM = 'text/event-stream'

export const getTaskEvents: Handler<Endpoints['getTaskEvents']> = async (call: Call<Endpoints['getTaskEvents']>) => {
  const { request, reply, services } = call
  if (negotiate(request.headers.accept, [EVENT_STREAM]) === undefined)
    throw new BenchcastError('not_acceptable', `Events can be had as ${EVENT_STREAM}: name it in Accept, or read the state at GET /api/predictive-performance/task/${call.params.task_id}.`)
  const task = await taskOf(call)
  const seen = request.headers['last-event-id'] as string | undefined
  // 204 is how a stream tells a browser not to come back.
  if (task.hasEnded && seen === eventId(task)) return void reply.code(204)
  reply.headers({ 'cache-control': 'no-cache', 'x-accel-buffering': 'no' })
  const events = new TaskEvents(task, seen, services.jobs.stopping)
  events.once(
    'close',
    services.keys.ring.onRevoked(request.access.keyId, () => events.destroy()),
  )
  return new Answer(events, `${EVENT_STREAM}; charset=utf-8`)
}
