import type { ReportFormat } from '@benchcast/core/api'
import { BenchcastError, type ErrorCode, type FieldError } from '@benchcast/core/errors'
import type { KnownColumns, NumberColumn } from '@benchcast/core/json'
import type { EvaluatedRun, RunIdentity } from './evaluate-body.ts'
import type { PackedBodies } from './small-bodies.ts'

/** Work that a worker thread can be given. */
export type Task =
  | { readonly kind: 'evaluate'; readonly bytes: Uint8Array; readonly known: KnownColumns; readonly identity: RunIdentity }
  | { readonly kind: 'evaluate-small'; readonly bodies: PackedBodies }
  /** An array of numbers of a body that is being received. */
  | { readonly kind: 'column'; readonly text: Uint8Array }
  | { readonly kind: 'report'; readonly document: string; readonly format: ReportFormat }

/** A refusal as it crosses from thread to thread: an error object would lose its class. */
export interface Refusal {
  readonly code: ErrorCode
  readonly detail: string
  readonly errors: readonly FieldError[]
}

/** What came of a piece of work. */
export type Attempt<Value> = { readonly refusal: Refusal } | { readonly value: Value }
export type TaskValue = EvaluatedRun | string | readonly Attempt<EvaluatedRun | undefined>[]
export type TaskResult = Attempt<TaskValue> | NumberColumn | undefined

export const refusalOf = ({ code, message, errors }: BenchcastError): Refusal => ({ code, detail: message, errors })
export const errorOf = ({ code, detail, errors }: Refusal): BenchcastError => new BenchcastError(code, detail, { errors })

/** The value of the work, or its refusal. Anything else thrown is a fault of ours and thrown on. */
export function attempt<Value>(work: () => Value): Attempt<Value> {
  try {
    return { value: work() }
  } catch (error) {
    if (error instanceof BenchcastError) return { refusal: refusalOf(error) }
    throw error
  }
}
