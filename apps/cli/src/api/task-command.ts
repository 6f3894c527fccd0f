import type { EndpointName } from '@benchcast/core/api'
import type { Command } from 'commander'
import type { Answer } from '../output/output.ts'
import { type ApiCommand, addApiCommand, type Work } from './api-command.ts'
import type { ResultOf } from './result.ts'

/** A command whose endpoint starts a task: the answer is made of the task's result. */
interface TaskCommand<E extends EndpointName> extends Omit<ApiCommand<never>, 'run' | 'answer' | 'canGoOn' | 'endpoint' | 'exitCode' | 'isSaidAlready'> {
  readonly endpoint: E
  readonly start: (work: Work, request: never) => PromiseLike<{ readonly task_id: string }>
  /** Throws where the result says that it went wrong. */
  readonly check?: (result: ResultOf<E>) => void
  readonly answer: (result: ResultOf<E>) => Answer
}

/** How a task ended, or only how it began. */
type Waited<R> = { readonly result: R } | { readonly begun: { readonly task_id: string } }

/** Adds a command that starts a task and waits for its end with a bar; with `--no-wait` it prints the id. */
export function addTaskCommand<E extends EndpointName>(program: Command, { start, check, answer, ...facts }: TaskCommand<E>): Command {
  return addApiCommand<Waited<ResultOf<E>>>(program, {
    ...facts,
    canGoOn: true,
    run: async (work, request) => {
      const begun = await start(work, request)
      if (!work.waits) return { begun }
      const result = (await endOf(work, begun.task_id)) as ResultOf<E>
      check?.(result)
      return { result }
    },
    answer: (waited) => ('result' in waited ? answer(waited.result) : goingOn(waited.begun.task_id, waited.begun)),
  })
}

/** Follows a task to its end with a bar; its result. */
export async function endOf({ client, output, signal, timeoutMs }: Work, id: string): Promise<unknown> {
  const progress = output.progress()
  try {
    const task = await client.tasks.wait(id, { signal, timeoutMs, onProgress: ({ progress: share, message }) => progress.update(message, share) })
    return task.result
  } finally {
    progress.end()
  }
}

/** The answer where nobody waits. */
export const goingOn = (id: string, data: object): Answer => ({ data, ids: () => [id], page: () => `${id} goes on. Follow it with benchcast tasks watch ${id}` })
