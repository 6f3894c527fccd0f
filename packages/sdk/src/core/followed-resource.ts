import { TaskFailedError } from './errors.ts'
import { follow, type Source, type State, states, type WaitOptions } from './follow.ts'
import type { RequestOptions } from './options.ts'
import { Resource } from './resource.ts'

/** What can be waited for: an id, what the server answered at the start, or the call that starts it. */
export type Started = string | { readonly task_id: string } | { readonly run_id: string }
/** The last state of what completed, with the result that its start promised. */
export type Completed<S extends State, Begun> = Begun extends { readonly result?: infer R } ? Omit<S, 'result'> & { readonly result: NonNullable<R> } : S

/** A group of endpoints that start something which goes on in the background. */
export abstract class FollowedResource<S extends State> extends Resource {
  /** Path of the WebSocket, with `{id}`. */
  protected abstract readonly webSocket: string
  /** Asks for the present state. */
  protected abstract ask(id: string, options: RequestOptions): Promise<S>

  /**
   * Waits for the end and gives the last state. Follows a WebSocket; asks again and again where there is none.
   * Throws {@link TaskFailedError} when it failed or was cancelled, WaitTimeoutError after `timeoutMs`, UserAbortError when the signal is aborted; it goes on then.
   *
   * @example const task = await client.tasks.wait(client.predict.hardware({ model_name: 'bert-base-uncased' }), { onProgress: ({ progress }) => console.error(progress) })
   */
  async wait<Begun extends Started>(started: Begun | PromiseLike<Begun>, options: WaitOptions<S> = {}): Promise<Completed<S, Begun>> {
    const id = idOf(await started)
    const state = await follow(this.#source(id), options)
    if (state.status !== 'completed') throw new TaskFailedError(id, reasonOf(id, state), state)
    return state as unknown as Completed<S, Begun>
  }

  /**
   * Every state up to the last one, whatever that is, the present one first.
   *
   * @example for await (const { progress } of client.tasks.watch(id)) console.error(progress)
   */
  async *watch(started: Started | PromiseLike<Started>, options: Omit<WaitOptions<S>, 'onProgress'> = {}): AsyncGenerator<S> {
    yield* states(this.#source(idOf(await started)), options)
  }

  #source(id: string): Source<S> {
    return this.client.source<S>(id, this.webSocket.replace('{id}', encodeURIComponent(id)), (signal) => this.ask(id, { signal }))
  }
}

const idOf = (started: Started): string => (typeof started === 'string' ? started : 'task_id' in started ? started.task_id : started.run_id)

/** Why something failed, in the words of its component. */
function reasonOf(id: string, state: State): string {
  const { error, message, current_step } = state as { readonly error?: string; readonly message?: string; readonly current_step?: string }
  return error ?? message ?? current_step ?? `${id} ended as ${state.status}.`
}
