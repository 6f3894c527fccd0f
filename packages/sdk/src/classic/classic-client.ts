import { Benchcast } from '../client.ts'
import { environment } from '../core/environment.ts'
import { TaskFailedError, WaitTimeoutError } from '../core/errors.ts'
import type { State, WaitOptions } from '../core/follow.ts'
import type { ClientOptions } from '../core/options.ts'

/** Options that a method which starts something takes beside its request. */
export interface Waiting<S = State> {
  /** Answers when it has ended. Default: false. */
  readonly wait?: boolean | undefined
  /** Longest wait, seconds. */
  readonly timeout?: number | undefined
  /** Called with every state while waiting. */
  readonly onProgress?: ((state: S) => void) | undefined
}

/** What the clients with the original names have in common. */
export class ClassicClient {
  /** The client beneath, with everything the server can do. */
  readonly client: Benchcast

  /** `options` is an address or the options of {@link Benchcast}. */
  constructor(options: string | ClientOptions, defaultUrl: string) {
    const given = typeof options === 'string' ? { baseUrl: options } : options
    this.client = new Benchcast({ ...given, baseUrl: given.baseUrl ?? environment('BENCHCAST_URL') ?? defaultUrl })
  }

  /** Nothing is kept open; there for programs that close their clients. */
  async close(): Promise<void> {}
}

/** The options of a wait in the terms of the client beneath. */
export const waitOptions = <S extends State>({ timeout, onProgress }: Waiting<S>): WaitOptions<S> => ({ onProgress, timeoutMs: timeout === undefined ? undefined : timeout * 1000 })

/** The last state of what has ended, whether it completed or failed; `late` says what to answer when it takes too long. */
export async function lastState<S, L>(waited: Promise<S>, late: (error: WaitTimeoutError) => L): Promise<S | L> {
  try {
    return await waited
  } catch (error) {
    if (error instanceof TaskFailedError) return error.state as S
    if (error instanceof WaitTimeoutError) return late(error)
    throw error
  }
}
