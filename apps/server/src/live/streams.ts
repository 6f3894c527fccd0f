import { EVENTS } from '@benchcast/core/api'
import type { Services } from '../services.ts'
import type { LiveStream } from './task-sockets.ts'

/** Everything that can be followed on a WebSocket. A new one is an entry here. */
export const liveStreams = ({ jobs }: Services): readonly LiveStream[] => [
  { path: EVENTS.taskProgress.webSocket, find: (id) => jobs.book.find(id), unknown: (id) => ({ error: 'Task not found', task_id: id }) },
]
