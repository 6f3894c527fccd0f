import { APIPromise, lazily } from './api-promise.ts'
import { environment } from './environment.ts'
import { serverSentEvents } from './events.ts'
import type { Source, State } from './follow.ts'
import { ListPromise, type PageQuery, type Paging } from './list-promise.ts'
import { CONSOLE, levelOf, limited } from './logger.ts'
import type { Call, ClientOptions, RequestOptions } from './options.ts'
import type { Caller } from './resource.ts'
import { send, type TransportSettings } from './transport.ts'

const DEFAULT_URL = 'http://localhost:8080'
const DEFAULT_TIMEOUT_MS = 60_000
const DEFAULT_RETRIES = 2

/** What every client can do, whatever its resources are. */
export class BaseClient implements Caller {
  /** Address of the server, without a slash at the end. */
  readonly baseUrl: string
  protected readonly options: ClientOptions
  readonly #settings: TransportSettings

  constructor(options: ClientOptions = {}) {
    this.options = options
    this.#settings = settingsOf(options)
    this.baseUrl = this.#settings.baseUrl
  }

  /** Sends a request to any path, with the retries, timeouts and errors of all others. */
  call<T>(call: Call, options: RequestOptions = {}): APIPromise<T> {
    const answer = send(call, this.#settings, allowingFor(call, this.#settings, options))
    return new APIPromise<T>(() => answer)
  }

  /** A list in pages; nothing is sent before it is awaited or iterated. */
  list<Page, Row>(call: Call, paging: Paging, options: RequestOptions = {}): ListPromise<Page, Row> {
    const fetch = (query: PageQuery) => send({ ...call, query: { ...call.query, ...query } }, this.#settings, options)
    return new ListPromise<Page, Row>(
      lazily(() => fetch({})),
      fetch,
      (call.query ?? {}) as PageQuery,
      paging,
    )
  }

  /** The values of a stream of server-sent events. */
  async *events<T>(path: string, options: RequestOptions = {}): AsyncGenerator<T> {
    const headers = { accept: 'text/event-stream', ...options.headers }
    yield* serverSentEvents<T>(await this.call<Response>({ method: 'GET', path, raw: true }, { ...options, headers }))
  }

  source<S extends State>(id: string, webSocket: string, ask: Source<S>['ask']): Source<S> {
    const { WebSocket = globalThis.WebSocket } = this.options
    return { id, ask, url: `${this.baseUrl.replace(/^http/, 'ws')}${webSocket}`, WebSocket: WebSocket ?? undefined, apiKey: this.#settings.apiKey }
  }
}

function settingsOf({ baseUrl, apiKey, timeoutMs, maxRetries, headers, fetch, logger, logLevel }: ClientOptions): TransportSettings {
  return {
    baseUrl: addressOf(baseUrl ?? environment('BENCHCAST_URL') ?? DEFAULT_URL),
    apiKey: apiKey === null ? undefined : (apiKey ?? environment('BENCHCAST_API_KEY')),
    timeoutMs: timeoutMs ?? DEFAULT_TIMEOUT_MS,
    maxRetries: maxRetries ?? DEFAULT_RETRIES,
    headers: headers ?? {},
    fetch: fetch ?? ((...args) => globalThis.fetch(...args)),
    logger: limited(logger ?? CONSOLE, levelOf(logLevel)),
  }
}

function addressOf(text: string): string {
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol)) throw new TypeError(`'${text}' is not the address of a server: write it like ${DEFAULT_URL} (baseUrl or BENCHCAST_URL).`)
  return text.replace(/\/+$/, '')
}

/** Time for the server to answer after it has waited as long as it was asked to. */
const ANSWER_MS = 10_000

/** A call that asks the server to wait is given that time, unless the caller says otherwise. */
function allowingFor({ query }: Call, { timeoutMs }: TransportSettings, options: RequestOptions): RequestOptions {
  const { wait } = (query ?? {}) as { readonly wait?: unknown }
  return options.timeoutMs !== undefined || typeof wait !== 'number' ? options : { ...options, timeoutMs: Math.max(timeoutMs, wait * 1000 + ANSWER_MS) }
}
