import { UserAbortError } from './errors.ts'

const FIRST_MS = 500
const LONGEST_MS = 8000
/** What a server may ask to wait; beyond it the caller is told at once. */
const LONGEST_ASKED_MS = 120_000
const LEAST_JITTER = 0.75

/** Whether the same request may be sent again: the server was busy or broken, or still works on the first one. Every POST carries an Idempotency-Key. */
export const isRetryable = (status: number, code: string | undefined): boolean => status === 408 || status === 429 || status >= 500 || code === 'idempotency_in_flight'

/**
 * Milliseconds to wait before attempt `attempt` (1 is the first repetition): what Retry-After asks, else 0.5 s, doubled each time, 8 s at most, up to a quarter less by chance.
 * Undefined when Retry-After asks for more than two minutes.
 */
export function delayMs(attempt: number, retryAfter: string | null | undefined, random: () => number = Math.random): number | undefined {
  const asked = askedMs(retryAfter)
  if (asked !== undefined) return asked > LONGEST_ASKED_MS ? undefined : asked
  return Math.min(FIRST_MS * 2 ** (attempt - 1), LONGEST_MS) * (1 - (1 - LEAST_JITTER) * random())
}

/** Retry-After as milliseconds: seconds, or an HTTP date. */
function askedMs(retryAfter: string | null | undefined): number | undefined {
  if (!retryAfter) return undefined
  const ms = /^\d+(\.\d+)?$/.test(retryAfter) ? Number(retryAfter) * 1000 : Date.parse(retryAfter) - Date.now()
  return Number.isNaN(ms) ? undefined : Math.max(0, ms)
}

/** Resolves after a while; throws {@link UserAbortError} as soon as the signal is aborted. */
export function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer)
      reject(new UserAbortError(signal?.reason))
    }
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop)
      resolve()
    }, ms)
    if (signal?.aborted) stop()
    else signal?.addEventListener('abort', stop, { once: true })
  })
}
