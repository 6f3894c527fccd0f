import { Benchcast } from '@benchcast/sdk'
import { CommandError } from '../exit-codes.ts'
import { failureOf } from './failure.ts'
import { type PlaceFlags, placeOf, timeoutOf } from './place-options.ts'
import { type Reached, reach } from './reach.ts'

/** What a command works with. */
export interface Reach {
  readonly client: Benchcast
  /** Aborted when somebody presses Ctrl-C: hand it to whatever waits. */
  readonly signal: AbortSignal
  /** As `--timeout` says. */
  readonly timeoutMs: number
  readonly server: Reached
}

/**
 * Does a command's work with the server or the database that its flags name, and leaves nothing open behind.
 * Throws a {@link CommandError} or BenchcastError with a sentence for the person.
 *
 * @example
 * const { total } = await withServer({ db: 'runs.duckdb' }, ({ client }) => client.measurements.list({ limit: 1 }))
 */
export async function withServer<T>(flags: PlaceFlags, work: (reach: Reach) => Promise<T>): Promise<T> {
  const timeoutMs = timeoutOf(flags)
  const place = placeOf(flags, process.env)
  const ended = new AbortController()
  const interrupt = () => ended.abort(new CommandError('interrupted', 'interrupted.'))
  // Once: a second Ctrl-C ends the process at once.
  process.once('SIGINT', interrupt)
  const server = await reach(place)
  try {
    ended.signal.throwIfAborted()
    const client = new Benchcast({ baseUrl: server.url, apiKey: server.apiKey ?? null, timeoutMs, ...(process.env.BENCHCAST_LOG === undefined && { logLevel: 'error' as const }) })
    return await work({ client, signal: ended.signal, timeoutMs, server })
  } catch (error) {
    throw ended.signal.aborted ? ended.signal.reason : failureOf(error, server.url)
  } finally {
    process.removeListener('SIGINT', interrupt)
    await server.close()
  }
}
