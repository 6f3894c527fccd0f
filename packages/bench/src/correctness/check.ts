import type { Subject } from './subject.ts'

export type TestType = 'basic' | 'comprehensive' | 'fault_tolerance'

/** Said of a test that does not apply. */
export class Skipped extends Error {}

/** One test of a model: ends well, throws what is wrong, or throws {@link Skipped} with the reason. What it returns is told with the result. */
export interface Check {
  readonly id: string
  readonly title: string
  /** Kinds of test it is part of. */
  readonly types: readonly TestType[]
  readonly run: (subject: Subject) => Promise<string | undefined>
}

/** Throws when a claim does not hold. */
export function claim(holds: boolean, otherwise: string): asserts holds {
  if (!holds) throw new Error(otherwise)
}
