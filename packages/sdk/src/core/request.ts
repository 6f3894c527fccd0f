import { jsonOf } from './body.ts'
import type { Call, RequestOptions } from './options.ts'

/** What a request is made of beside the call itself. */
export interface Defaults {
  readonly baseUrl: string
  readonly apiKey: string | undefined
  readonly headers: Readonly<Record<string, string | undefined>>
}

/** A request that can be sent any number of times. */
export interface Prepared {
  readonly method: Call['method']
  readonly url: string
  readonly headers: Headers
  readonly body: string | undefined
}

/** Gives a call its address, headers and body. Every POST gets an Idempotency-Key, so that repeating it is safe. */
export function prepare({ method, path, query = {}, body }: Call, { baseUrl, apiKey, headers }: Defaults, options: RequestOptions): Prepared {
  const merged = new Headers({ accept: '*/*' })
  if (apiKey !== undefined) merged.set('x-api-key', apiKey)
  if (body !== undefined) merged.set('content-type', 'application/json')
  if (method === 'POST') merged.set('idempotency-key', options.idempotencyKey ?? newKey())
  for (const [name, value] of Object.entries({ ...headers, ...options.headers })) {
    if (value === undefined) merged.delete(name)
    else merged.set(name, value)
  }
  return { method, url: `${baseUrl}${path}${queryText(query)}`, headers: merged, body: body === undefined ? undefined : jsonOf(body) }
}

/** `?a=1&b=2`; lists are comma-separated, dates ISO 8601, what is undefined or null is left out. */
function queryText(query: object): string {
  const parameters = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) if (value !== undefined && value !== null) parameters.set(name, value instanceof Date ? value.toISOString() : String(value))
  const text = parameters.toString()
  return text === '' ? '' : `?${text}`
}

/**
 * A path with its parameters escaped.
 *
 * @example path`/models/${'openai/whisper-tiny'}` // '/models/openai%2Fwhisper-tiny'
 */
export function path(parts: TemplateStringsArray, ...values: readonly string[]): string {
  return String.raw({ raw: parts }, ...values.map((value) => encodeURIComponent(named(value, parts[0]!))))
}

/** An empty parameter would ask for another address, and so would a folder of dots. */
function named(value: string, where: string): string {
  if (typeof value !== 'string' || /^\.{0,2}$/.test(value)) throw new TypeError(`'${String(value)}' cannot be a part of the path after ${where}: give an id or a name.`)
  return value
}

/** 128 bits by chance. Pages that came by plain HTTP have no randomUUID. */
const newKey = (): string => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
