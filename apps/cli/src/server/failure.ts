import { BenchcastError } from '@benchcast/core/errors'
import { APIConnectionError, APIError, APITimeoutError, WaitTimeoutError } from '@benchcast/sdk'
import { CommandError, EXIT_CODES, exitCodeOf } from '../exit-codes.ts'

const NAMES = Object.keys(EXIT_CODES) as (keyof typeof EXIT_CODES)[]

/** What a call that failed means at the command line: the server's sentence, what to do here, and the exit code. */
export function failureOf(error: unknown, url: string): unknown {
  if (!(error instanceof APIError)) return error
  if (error instanceof WaitTimeoutError)
    return new CommandError('timeout', `${error.id} has not ended in time. It goes on: benchcast tasks watch ${error.id} follows it, and --timeout waits longer.`, { cause: error })
  if (error instanceof APITimeoutError) return new CommandError('timeout', `${error.message} --timeout says how long to wait.`, { cause: error })
  if (error instanceof APIConnectionError)
    return new BenchcastError('unavailable', `${url} does not answer: start a server with benchcast serve, name another with --url, or leave --url out to work with a database file.`, { cause: error })
  const exit = NAMES.find((name) => EXIT_CODES[name] === exitCodeOf(error)) ?? 'error'
  return new CommandError(exit, `${error.message}${HINTS[exit] ?? ''}`, { cause: error })
}

const HINTS: Readonly<Partial<Record<keyof typeof EXIT_CODES, string>>> = {
  auth: ' Give a key with --api-key or in BENCHCAST_API_KEY.',
}
