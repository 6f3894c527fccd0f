import type { Logger, LogLevel } from './logger.ts'

/** What can be said of one call, beside its request. */
export interface RequestOptions {
  /** Ends the call with a {@link UserAbortError}. */
  readonly signal?: AbortSignal | undefined
  /** Longest wait for an answer, milliseconds, each attempt anew. */
  readonly timeoutMs?: number | undefined
  /** Attempts after the first. */
  readonly maxRetries?: number | undefined
  /** Headers to send; undefined takes one of the defaults away. */
  readonly headers?: Readonly<Record<string, string | undefined>> | undefined
  /** Makes a POST of yours safe to repeat in another process, too; a new one for every call when absent. */
  readonly idempotencyKey?: string | undefined
}

/** What can be said of a client. */
export interface ClientOptions {
  /** Address of the server. Default: `BENCHCAST_URL`, else http://localhost:8080. */
  readonly baseUrl?: string | undefined
  /** Default: `BENCHCAST_API_KEY`; null sends none. */
  readonly apiKey?: string | null | undefined
  /** Longest wait for an answer, milliseconds, each attempt anew. Default: 60,000. */
  readonly timeoutMs?: number | undefined
  /** Attempts after the first where the connection broke or the server said 408, 429 or 5xx. Default: 2. */
  readonly maxRetries?: number | undefined
  /** Headers of every request. */
  readonly headers?: Readonly<Record<string, string | undefined>> | undefined
  /** Instead of the runtime's own, for proxies and tests. */
  readonly fetch?: typeof globalThis.fetch | undefined
  /** Instead of the runtime's own; null asks again and again instead of following a WebSocket. */
  readonly WebSocket?: typeof globalThis.WebSocket | null | undefined
  /** Where log lines go. Default: standard error. */
  readonly logger?: Logger | undefined
  /** Default: `BENCHCAST_LOG`, else `warn`. */
  readonly logLevel?: LogLevel | undefined
}

/** One request, before options. */
export interface Call {
  readonly method: 'GET' | 'POST' | 'DELETE'
  readonly path: string
  /** What is undefined or null is left out. */
  readonly query?: object | undefined
  readonly body?: object | undefined
  /** The answer is handed on unread, as a Response. */
  readonly raw?: boolean
}
