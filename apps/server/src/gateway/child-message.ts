/** Set in the environment of a process that the gateway started: it ends with the gateway. */
export const CHILD_VARIABLE = 'BENCHCAST_CHILD'

/** What such a process tells the gateway. */
export interface ChildMessage {
  /** Where it answers. */
  readonly listening: string
}
