import type { ReportFormat } from '@benchcast/core/api'
import { BenchcastError, type ErrorCode, type FieldError } from '@benchcast/core/errors'
import type { KnownColumns, NumberColumn } from '@benchcast/core/json'
import type { EvaluatedRun, RunIdentity } from './evaluate-body.ts'

/** Work that a worker thread can be given. */
export type Task =
  | { readonly kind: 'evaluate'; readonly bytes: Uint8Array; readonly known: KnownColumns; readonly identity: RunIdentity }
  /** An array of numbers inside a body. */
  | { readonly kind: 'column'; readonly bytes: Uint8Array }
  | { readonly kind: 'report'; readonly document: string; readonly format: ReportFormat }

/** A refusal as it crosses from thread to thread: an error object would lose its class. */
export interface Refusal {
  readonly code: ErrorCode
  readonly detail: string
  readonly errors: readonly FieldError[]
}
export type TaskResult = { readonly refusal: Refusal } | { readonly value: EvaluatedRun | string } | NumberColumn | undefined

export const refusalOf = ({ code, message, errors }: BenchcastError): Refusal => ({ code, detail: message, errors })
export const errorOf = ({ code, detail, errors }: Refusal): BenchcastError => new BenchcastError(code, detail, { errors })
