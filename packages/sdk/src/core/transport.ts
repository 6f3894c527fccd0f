import { type Answer, attempt, failureOf } from './attempt.ts'
import { APIConnectionError, type APIError, errorOf, WaitTimeoutError } from './errors.ts'
import { type Logger, redacted } from './logger.ts'
import type { Call, RequestOptions } from './options.ts'
import { type Defaults, type Prepared, prepare } from './request.ts'
import { delayMs, isRetryable, sleep } from './retry.ts'

/** How requests are sent. */
export interface TransportSettings extends Defaults {
  readonly timeoutMs: number
  readonly maxRetries: number
  readonly fetch: typeof globalThis.fetch
  readonly logger: Logger
}

/** Sends a call, again where that helps, and gives the successful answer. Throws an {@link APIError}. */
export async function send(call: Call, settings: TransportSettings, options: RequestOptions = {}): Promise<Answer> {
  const request = prepare(call, settings, options)
  const maxRetries = options.maxRetries ?? settings.maxRetries
  for (let retries = 0; ; retries++) {
    if (retries > 0) request.headers.set('x-benchcast-retry-count', String(retries))
    const outcome = await once(request, { ...settings, raw: call.raw ?? false, signal: options.signal, timeoutMs: options.timeoutMs ?? settings.timeoutMs })
    if (!('error' in outcome)) return outcome.answer
    const delay = retries < maxRetries && outcome.retryable ? delayMs(retries + 1, outcome.error.headers?.get('retry-after')) : undefined
    if (delay === undefined) throw outcome.error
    settings.logger.warn({ method: call.method, path: call.path, status: outcome.error.status, reason: outcome.error.message, delayMs: Math.round(delay) }, 'request is sent again')
    await sleep(delay, options.signal)
  }
}

type Outcome = { readonly answer: Answer } | { readonly error: APIError; readonly retryable: boolean }

/** One attempt with its log lines. */
async function once(request: Prepared, settings: TransportSettings & Parameters<typeof attempt>[1]): Promise<Outcome> {
  const { logger } = settings
  const facts = { method: request.method, url: request.url }
  const started = performance.now()
  logger.debug({ ...facts, headers: redacted(request.headers), bodyBytes: request.body?.length ?? 0 }, 'request')
  try {
    const answer = await attempt(request, settings)
    const { status, headers, ok } = answer.response
    logger.info({ ...facts, status, ms: Math.round(performance.now() - started), requestId: headers.get('x-request-id') }, 'answer')
    logger.debug({ ...facts, headers: redacted(headers) }, 'headers of the answer')
    if (ok) return { answer }
    const error = errorOf(failureOf(answer))
    return { error, retryable: isRetryable(status, error.code) }
  } catch (error) {
    if (!(error instanceof APIConnectionError) || error instanceof WaitTimeoutError) throw error
    logger.info({ ...facts, reason: error.message }, 'no answer')
    return { error, retryable: true }
  }
}
