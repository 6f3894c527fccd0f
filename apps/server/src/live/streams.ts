import { EVENTS } from '@benchcast/core/api'
import { BENCHMARK_RUNS } from '../runs/benchmark.ts'
import { GENERATOR_TASKS } from '../runs/generator.ts'
import { TEST_RUNS } from '../runs/test.ts'
import type { Services } from '../services.ts'
import type { LiveStream } from './task-sockets.ts'

/** Everything that can be followed on a WebSocket. A new one is an entry here. */
export const liveStreams = ({ jobs, runs }: Services): readonly LiveStream[] => [
  { path: EVENTS.taskProgress.webSocket, find: (id) => jobs.book.find(id), unknown: (id) => ({ error: 'Task not found', task_id: id }) },
  { path: EVENTS.benchmarkProgress.webSocket, find: (id) => runs.find(BENCHMARK_RUNS, id), unknown: (id) => ({ error: `Benchmark run ${id} not found` }) },
  {
    path: EVENTS.testProgress.webSocket,
    find: (id) => runs.find(TEST_RUNS, id),
    unknown: (id) => ({ error: `Test run ${id} not found` }),
    commands: (id) => ({ cancel: async () => ({ cancelled: await runs.cancel(TEST_RUNS, id) }) }),
  },
  { path: EVENTS.generatorProgress.webSocket, find: (id) => runs.find(GENERATOR_TASKS, id), unknown: (id) => ({ error: `Generator task ${id} not found` }) },
]
