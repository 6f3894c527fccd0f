import type { ReportFormat } from '@benchcast/core/api'
import { BenchcastError, type ErrorCode, type FieldError } from '@benchcast/core/errors'
import type { KnownColumns, NumberColumn } from '@benchcast/core/json'
import type { EvaluatedRun, RunIdentity } from './evaluate-body.ts'

/** Work that a worker thread can be given. */
export type Task =
  | { readonly kind: 'evaluate'; readonly bytes: Uint8Array<ArrayBuffer>; readonly known: KnownColumns; readonly identity: RunIdentity }
  /** An array of numbers of a body that is being received: the first `length` bytes of `text`. */
  | { readonly kind: 'column'; readonly text: Uint8Array<ArrayBuffer>; readonly length: number }
  | { readonly kind: 'report'; readonly document: string; readonly format: ReportFormat }

/** A refusal as it crosses from thread to thread: an error object would lose its class. */
export interface Refusal {
  readonly code: ErrorCode
  readonly detail: string
  readonly errors: readonly FieldError[]
}
/** A column, or undefined when the text is none, and the memory of the text, to be used again: new memory takes as long as filling it. */
export interface ReadText {
  readonly column: NumberColumn | undefined
  readonly text: Uint8Array<ArrayBuffer>
}

export type TaskResult = { readonly refusal: Refusal } | { readonly value: EvaluatedRun | string } | ReadText

export const refusalOf = ({ code, message, errors }: BenchcastError): Refusal => ({ code, detail: message, errors })
export const errorOf = ({ code, detail, errors }: Refusal): BenchcastError => new BenchcastError(code, detail, { errors })
