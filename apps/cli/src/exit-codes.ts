import { BenchcastError } from '@benchcast/core/errors'

/** How a command ended, for scripts and CI jobs. Servers (`serve`) end with codes of their own, which supervisors read. */
export const EXIT_CODES = {
  ok: 0,
  error: 1,
  /** The command line itself was wrong. */
  usage: 2,
  /** A regression was found, or a threshold was not reached: everything ran. */
  regression: 3,
  /** An API key is missing, wrong, or may not do this. */
  auth: 4,
  notFound: 5,
  timeout: 6,
  /** Ctrl-C, as a shell says it: 128 + 2. */
  interrupted: 130,
} as const
export const USAGE_EXIT_CODE = EXIT_CODES.usage

/**
 * A failure of a command that was foreseen: a sentence for the person and the code for the script.
 *
 * @example throw new CommandError('usage', "--timeout is 'soon': give seconds.")
 */
export class CommandError extends Error {
  override readonly name = 'CommandError'
  readonly exitCode: number

  constructor(exit: keyof typeof EXIT_CODES, message: string, options?: ErrorOptions) {
    super(message, options)
    this.exitCode = EXIT_CODES[exit]
  }
}

const BY_STATUS: Readonly<Record<number, number>> = { 401: EXIT_CODES.auth, 403: EXIT_CODES.auth, 404: EXIT_CODES.notFound, 408: EXIT_CODES.timeout, 504: EXIT_CODES.timeout }
const BY_CODE: Readonly<Record<string, number>> = { validation_failed: EXIT_CODES.usage, task_timed_out: EXIT_CODES.timeout, run_timed_out: EXIT_CODES.timeout }

/**
 * The exit code of a failure: what it says itself (`exitCode`), else by its `code`, else by its HTTP `status`, else 1.
 *
 * @example exitCodeOf(new BenchcastError('run_not_found', 'There is no run x.')) // 5
 */
export function exitCodeOf(error: unknown): number {
  const { exitCode, code, status } = (error ?? {}) as { readonly exitCode?: unknown; readonly code?: unknown; readonly status?: unknown }
  if (typeof exitCode === 'number') return exitCode
  return BY_CODE[String(code)] ?? BY_STATUS[Number(status)] ?? EXIT_CODES.error
}

/** Whether a failure has a sentence for a person; of the others the stack is shown. */
export function isForeseen(error: unknown): error is Error {
  return error instanceof BenchcastError || typeof (error as { readonly exitCode?: unknown } | undefined)?.exitCode === 'number'
}
