import { EVENTS } from '@benchcast/core/api'
import { BENCHMARK_RUNS } from '../runs/benchmark.ts'
import type { Services } from '../services.ts'
import type { LiveStream } from './task-sockets.ts'

/** Everything that can be followed on a WebSocket. A new one is an entry here. */
export const liveStreams = ({ jobs, runs }: Services): readonly LiveStream[] => [
  { path: EVENTS.taskProgress.webSocket, find: (id) => jobs.book.find(id), unknown: (id) => ({ error: 'Task not found', task_id: id }) },
  { path: EVENTS.benchmarkProgress.webSocket, find: (id) => runs.find(BENCHMARK_RUNS, id), unknown: (id) => ({ error: `Benchmark run ${id} not found` }) },
]
