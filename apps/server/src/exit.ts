import { EXIT_CODES } from './storage/startup-error.ts'

/** Why the program ends, and the exit code a supervisor reads. */
export const EXIT = { drained: 0, bug: 1, ...EXIT_CODES, port: 98 } as const
export type ExitReason = keyof typeof EXIT

/** A start-up that cannot go on; `message` is the one line a person needs. */
export class ExitError extends Error {
  override readonly name = 'ExitError'
  readonly exitCode: number

  constructor(reason: ExitReason, message: string, options?: ErrorOptions) {
    super(message, options)
    this.exitCode = EXIT[reason]
  }
}
