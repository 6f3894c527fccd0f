/** Exit codes of a start that must not go on: sysexits.h where it has one. A supervisor can tell them apart. */
export const EXIT_CODES = { locked: 73, damaged: 74, storage: 75, config: 78 } as const

export type StartupFailure = keyof typeof EXIT_CODES

/**
 * The database cannot be opened as asked; the program should print `message` and exit with `exitCode`.
 *
 * @example
 * throw new StartupError('locked', '/data/b.duckdb is in use by PID 4711: stop that program, or choose another file with --db.')
 */
export class StartupError extends Error {
  override readonly name = 'StartupError'
  readonly failure: StartupFailure

  constructor(failure: StartupFailure, message: string, cause?: unknown) {
    super(message, { cause })
    this.failure = failure
  }

  get exitCode(): number {
    return EXIT_CODES[this.failure]
  }
}
