import type { Benchcast, RequestOptions, State, WaitOptions } from '@benchcast/sdk'
import { NotFoundError } from '@benchcast/sdk'
import type { Command } from 'commander'
import { addApiCommand, type Work } from '../api/api-command.ts'
import { rowsAnswer } from '../api/rows-answer.ts'
import { CommandError } from '../exit-codes.ts'
import type { Answer } from '../output/output.ts'
import { factsOf } from '../terminal/facts.ts'

/** Something that goes on in the background: how to ask for it. */
interface Kind {
  readonly status: (client: Benchcast, id: string, options: RequestOptions) => Promise<State>
  readonly wait: (client: Benchcast, id: string, options: WaitOptions) => Promise<State>
  /** Absent where it cannot be cancelled. */
  readonly cancel?: (client: Benchcast, id: string, options: RequestOptions) => Promise<object>
}

const KINDS: readonly Kind[] = [
  {
    status: (client, id, options) => client.tasks.get(id, {}, options),
    wait: (client, id, options) => client.tasks.wait(id, options),
    cancel: (client, id, options) => client.tasks.cancel(id, options),
  },
  {
    status: (client, id, options) => client.benchmarks.status(id, options),
    wait: (client, id, options) => client.benchmarks.wait(id, options),
    cancel: (client, id, options) => client.benchmarks.cancel(id, options),
  },
  {
    status: (client, id, options) => client.tests.status(id, options),
    wait: (client, id, options) => client.tests.wait(id, options),
    cancel: (client, id, options) => client.tests.cancel(id, options),
  },
  { status: (client, id, options) => client.generator.status(id, options), wait: (client, id, options) => client.generator.wait(id, options) },
]

/** `benchcast tasks`: what goes on, or went on, in the background. */
export function tasksCommand(program: Command): void {
  const common = { endpoint: 'getTask', positional: 'task_id', answer: stateAnswer } as const
  addApiCommand(program, {
    name: 'tasks list',
    summary: 'Runs of benchmarks, tests and generated scripts, newest first',
    endpoint: 'testDatabaseList',
    without: ['cursor', 'offset', 'order_by', 'order', 'test_type'],
    defaults: { limit: 20 },
    examples: ['tasks list', 'tasks list --model bert-base-uncased --limit 50', 'tasks list --json'],
    note: 'A task of the predictive API is found by its id: benchcast tasks show ID. A server that was named with --url asks for an API key with the scope db:read here.',
    run: ({ client, signal }, request) => listTasks(client, request, { signal }),
    answer: (rows) =>
      rowsAnswer(rows, rows, {
        columns: ['id', 'kind', 'model_name', 'hardware', 'status', 'started_at', 'duration'],
        id: 'id',
        none: 'Nothing was started yet: benchcast benchmark start, benchcast test or benchcast generate.',
      }),
  })
  addApiCommand(program, {
    ...common,
    name: 'tasks show',
    summary: 'State of a task or run',
    examples: ['tasks show hardware-0199...', 'tasks show hardware-0199... --json'],
    run: async (work, { task_id }: TaskId) => (await find(work, task_id)).state,
  })
  addApiCommand(program, {
    ...common,
    name: 'tasks watch',
    summary: 'Follow a task or run to its end',
    examples: ['tasks watch hardware-0199...', 'tasks watch hardware-0199... --timeout 60 --json'],
    note: 'Exit code 1 when it fails, 6 when it takes longer than --timeout; it goes on then.',
    run: (work, { task_id }: TaskId) => watched(work, task_id, true),
  })
  addApiCommand(program, {
    ...common,
    name: 'tasks cancel',
    summary: 'Stop a task or run',
    examples: ['tasks cancel hardware-0199...'],
    run: async (work, { task_id }: TaskId) => {
      const { kind } = await find(work, task_id)
      if (kind.cancel === undefined) throw new CommandError('usage', `${task_id} writes a script, which takes a moment and cannot be cancelled.`)
      return kind.cancel(work.client, task_id, { signal: work.signal })
    },
  })
}

interface TaskId {
  readonly task_id: string
}

/** Follows whatever has this id to its end, with a bar; its last state. */
export async function watched(work: Work, id: string, isAsked = false): Promise<State> {
  const { kind } = await find(work, id)
  const progress = work.output.progress(isAsked)
  const onProgress = (state: State) => progress.update(stepOf(state), state.progress)
  try {
    return await kind.wait(work.client, id, { signal: work.signal, timeoutMs: work.timeoutMs, onProgress })
  } finally {
    progress.end()
  }
}

/** What it does at present, in the words of its component. */
function stepOf(state: State): string {
  const { message, current_step } = state as State & { readonly message?: string; readonly current_step?: string }
  return message ?? current_step ?? state.status
}

/** Ids do not say what they are of: each component is asked. */
async function find({ client, signal }: Work, id: string): Promise<{ readonly kind: Kind; readonly state: State }> {
  for (const kind of KINDS) {
    const state = await kind.status(client, id, { signal }).catch((error: unknown) => {
      if (error instanceof NotFoundError) return undefined
      throw error
    })
    if (state !== undefined) return { kind, state }
  }
  throw new CommandError('notFound', `There is no task or run ${id}: benchcast tasks list names the runs; a task is kept for 24 hours after its end.`)
}

function stateAnswer(state: object): Answer {
  const { result, ...rest } = state as { readonly result?: unknown } & Record<string, unknown>
  return {
    data: state,
    ids: () => [String(rest.task_id ?? rest.run_id)],
    rows: () => [rest],
    page: ({ width, ink }) => [factsOf(rest, width, ink), ...(result === undefined ? [] : ['', excerptOf(result)])].join('\n'),
  }
}

const MOST_LINES = 40

/** The beginning of a result: all of it is for programs. */
function excerptOf(result: unknown): string {
  const lines = JSON.stringify(result, undefined, 2).split('\n')
  return lines.length <= MOST_LINES ? lines.join('\n') : [...lines.slice(0, MOST_LINES), `... ${lines.length - MOST_LINES} more lines: --json prints all.`].join('\n')
}

interface RunRow {
  readonly kind: string
  readonly id: string
  readonly model_name: string
  readonly hardware?: unknown
  readonly status: string
  readonly started_at: string
  readonly duration?: unknown
}

/** The newest runs of every component. */
async function listTasks({ database }: Benchcast, request: { readonly limit?: number }, options: RequestOptions): Promise<readonly RunRow[]> {
  const [benchmarks, tests, scripts] = await Promise.all([database.benchmarks.list(request, options), database.tests.list(request, options), database.generator.list(request, options)])
  const rows = [
    ...benchmarks.map((row) => ({ kind: 'benchmark', id: row.run_id, ...row })),
    ...tests.map((row) => ({ kind: 'test', id: row.run_id, ...row })),
    ...scripts.map((row) => ({ kind: 'script', id: row.task_id, ...row })),
  ] as readonly RunRow[]
  return rows.toSorted((a, b) => b.started_at.localeCompare(a.started_at)).slice(0, request.limit)
}
