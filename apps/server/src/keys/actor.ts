/** Who did something, and from where. */
export interface Actor {
  /** Id of the key; null when none was used. */
  readonly keyId: string | null
  /** Name of the key, `anonymous`, or what a program calls itself. */
  readonly who: string
  /** Address the request came from; `local` for the command line. */
  readonly address: string
}

/** Whoever may open the database file itself. */
export const COMMAND_LINE: Actor = { keyId: null, who: 'command line', address: 'local' }
