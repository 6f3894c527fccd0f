import { APIConnectionError, APIError, UserAbortError } from '../core/errors.ts'

/** A failure as an answer. */
export interface Fault {
  /** What is wrong, in a sentence. */
  readonly error: string
  /** HTTP status; 0 when there was no answer. */
  readonly status_code: number
  readonly code?: string | undefined
  readonly request_id?: string | undefined
}

/** What was waited for has not ended in time; it goes on. */
export interface Late {
  readonly error: string
  readonly task_id?: string
  readonly run_id?: string
}

/** The answer of a call, or what went wrong with it. Whatever else happens is thrown. */
export async function orFault<T>(call: () => PromiseLike<T>): Promise<T | Fault> {
  try {
    return await call()
  } catch (error) {
    if (error instanceof APIConnectionError) return { error: error.message, status_code: 0 }
    if (!(error instanceof APIError) || error instanceof UserAbortError || error.status === undefined) throw error
    return { error: error.message, status_code: error.status, code: error.code, request_id: error.requestId }
  }
}
