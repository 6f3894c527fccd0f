import type { ReportFormat } from '@benchcast/core/api'
import { BenchcastError, type ErrorCode, type FieldError } from '@benchcast/core/errors'
import type { EvaluatedRun, RunIdentity } from './evaluate-body.ts'

/** Work that a worker thread can be given. */
export type Task =
  | { readonly kind: 'evaluate'; readonly bytes: Uint8Array<ArrayBuffer>; readonly identity: RunIdentity }
  | { readonly kind: 'report'; readonly document: string; readonly format: ReportFormat }

/** A refusal as it crosses from thread to thread: an error object would lose its class. */
export interface Refusal {
  readonly code: ErrorCode
  readonly detail: string
  readonly errors: readonly FieldError[]
}
export type TaskResult = { readonly refusal: Refusal } | { readonly value: EvaluatedRun | string }

export const refusalOf = ({ code, message, errors }: BenchcastError): Refusal => ({ code, detail: message, errors })
export const errorOf = ({ code, detail, errors }: Refusal): BenchcastError => new BenchcastError(code, detail, { errors })
