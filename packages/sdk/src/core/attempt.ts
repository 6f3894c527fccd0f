import { APIConnectionError, APITimeoutError, type Failure, type ProblemDetails, UserAbortError } from './errors.ts'
import type { Prepared } from './request.ts'

/** An answer; `body` is read already unless it was asked for raw. */
export interface Answer {
  readonly response: Response
  readonly body: string | undefined
}

/** How one attempt is made. */
export interface AttemptOptions {
  readonly fetch: typeof globalThis.fetch
  readonly timeoutMs: number
  readonly signal: AbortSignal | undefined
  readonly raw: boolean
}

/** Sends a request once and reads the whole answer. Throws what the runtime throws as one of our errors; an answer with a bad status is no error here. */
export async function attempt({ method, url, headers, body }: Prepared, { fetch, timeoutMs, signal, raw }: AttemptOptions): Promise<Answer> {
  if (signal?.aborted) throw new UserAbortError(signal.reason)
  const controller = new AbortController()
  const abort = () => controller.abort()
  const timer = setTimeout(abort, timeoutMs)
  signal?.addEventListener('abort', abort, { once: true })
  try {
    const response = await fetch(url, { method, headers, signal: controller.signal, ...(body === undefined ? {} : { body }) })
    if (!raw || !response.ok) return { response, body: await response.text() }
    return { response, body: undefined }
  } catch (error) {
    if (signal?.aborted) throw new UserAbortError(signal.reason)
    if (controller.signal.aborted) throw new APITimeoutError(`${method} ${url} was not answered within ${timeoutMs / 1000} s: is the server busy? timeoutMs waits longer.`, { cause: error })
    throw new APIConnectionError(`${method} ${url} got no answer (${reasonOf(error)}): is a Benchcast server running there? BENCHCAST_URL and baseUrl say where.`, { cause: error })
  } finally {
    clearTimeout(timer)
    if (!raw) signal?.removeEventListener('abort', abort)
  }
}

/** What the runtime says of a connection that failed: the innermost message says the most. */
function reasonOf(error: unknown): string {
  const { cause, message, code } = error as { readonly cause?: unknown; readonly message?: string; readonly code?: string }
  return cause === undefined ? message || code || String(error) : reasonOf(cause)
}

/** An answer that is no success, with its problem where there is one. */
export function failureOf({ response, body = '' }: Answer): Failure {
  return { status: response.status, headers: response.headers, problem: problemOf(body) }
}

function problemOf(body: string): ProblemDetails {
  try {
    const problem: unknown = JSON.parse(body)
    return typeof problem === 'object' && problem !== null ? problem : {}
  } catch {
    return {}
  }
}
