import { EVENTS, type EventStream } from '@benchcast/core/api'
import { BENCHMARK_RUNS } from '../runs/benchmark.ts'
import { GENERATOR_TASKS } from '../runs/generator.ts'
import { TEST_RUNS } from '../runs/test.ts'
import type { Services } from '../services.ts'
import type { LiveStream } from './task-sockets.ts'

const streamOf = ({ webSocket, scope }: EventStream) => ({ path: webSocket, access: { scope, keyed: false } })

/** Everything that can be followed on a WebSocket. A new one is an entry here. */
export const liveStreams = ({ jobs, runs }: Services): readonly LiveStream[] => [
  { ...streamOf(EVENTS.taskProgress), find: (id) => jobs.book.find(id), unknown: (id) => ({ error: 'Task not found', task_id: id }) },
  { ...streamOf(EVENTS.benchmarkProgress), find: (id) => runs.find(BENCHMARK_RUNS, id), unknown: (id) => ({ error: `Benchmark run ${id} not found` }) },
  {
    ...streamOf(EVENTS.testProgress),
    find: (id) => runs.find(TEST_RUNS, id),
    unknown: (id) => ({ error: `Test run ${id} not found` }),
    commands: (id, { may }) => ({ cancel: async () => ({ cancelled: may('tasks:cancel') && (await runs.cancel(TEST_RUNS, id)) }) }),
  },
  { ...streamOf(EVENTS.generatorProgress), find: (id) => runs.find(GENERATOR_TASKS, id), unknown: (id) => ({ error: `Generator task ${id} not found` }) },
]
