import type { FetchProgress } from './hub-protocol.ts'

/** Waiting for the first byte of an answer, and for the next ones. */
const FIRST_SECONDS = 20
const NEXT_SECONDS = 60
/** Progress is told at most this often. */
const TELL_EVERY_MS = 250

export interface FetchWatch {
  /** Of all answers together. */
  readonly mostBytes: number
  readonly onProgress: (progress: FetchProgress) => void
}

/** Why the last request had no good answer. */
export type FetchTrouble = { readonly kind: 'status'; readonly url: URL; readonly status: number } | { readonly kind: 'unreachable' | 'too_large'; readonly url: URL; readonly reason: string }

/** A `fetch` that tells how far it is, gives up when nothing comes any more or too much, and remembers what went wrong. */
export class WatchedFetch {
  trouble: FetchTrouble | undefined
  readonly #fetch: typeof fetch
  readonly #watch: FetchWatch
  #bytes = 0

  constructor(original: typeof fetch, watch: FetchWatch) {
    this.#fetch = original
    this.#watch = watch
  }

  readonly fetch = async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const url = new URL(input instanceof Request ? input.url : input)
    const silence = new Silence((reason) => this.#isUnreachable(url, reason))
    silence.allow(FIRST_SECONDS)
    const response = await this.#fetch(input, { ...init, signal: silence.signal }).catch((error: Error) => {
      this.#isUnreachable(url, reasonOf(error))
      throw error
    })
    if (!response.ok) this.trouble = { kind: 'status', url, status: response.status }
    const { status, statusText, headers } = response
    const body = response.body?.pipeThrough(this.#counter(url, headers, silence))
    if (body === undefined) silence.end()
    return new Response(body ?? null, { status, statusText, headers })
  }

  #isUnreachable(url: URL, reason: string): void {
    this.trouble = { kind: 'unreachable', url, reason }
  }

  #counter(url: URL, headers: Headers, silence: Silence): TransformStream<Uint8Array, Uint8Array> {
    const total = Number(headers.get('content-length') ?? Number.NaN)
    const told = { file: fileOf(url), ...(total > 0 && { totalBytes: total }) }
    let [bytes, toldAt] = [0, Number.NEGATIVE_INFINITY]
    return new TransformStream({
      transform: (chunk, controller) => {
        silence.allow(NEXT_SECONDS)
        bytes += chunk.length
        this.#bytes += chunk.length
        if (this.#bytes > this.#watch.mostBytes) throw this.#tooLarge(url)
        if (performance.now() - toldAt > TELL_EVERY_MS) {
          toldAt = performance.now()
          this.#watch.onProgress({ ...told, bytes })
        }
        controller.enqueue(chunk)
      },
      flush: () => silence.end(),
    })
  }

  #tooLarge(url: URL): Error {
    const reason = `more than ${(this.#watch.mostBytes / 2 ** 30).toPrecision(2)} GiB`
    this.trouble = { kind: 'too_large', url, reason }
    return new Error(reason)
  }
}

/** Aborts when a time is over that is allowed anew with every sign of life. */
class Silence {
  readonly #stop = new AbortController()
  readonly #onOver: (reason: string) => void
  #timer: NodeJS.Timeout | undefined

  constructor(onOver: (reason: string) => void) {
    this.#onOver = onOver
  }

  get signal(): AbortSignal {
    return this.#stop.signal
  }

  allow(seconds: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#end(`no answer for ${seconds} s`), 1000 * seconds)
  }

  end(): void {
    clearTimeout(this.#timer)
  }

  #end(reason: string): void {
    this.#onOver(reason)
    this.#stop.abort(new Error(reason))
  }
}

/** The system's code where there is one: the message of `fetch` says nothing. */
function reasonOf(error: Error): string {
  const { code, message } = (error.cause ?? error) as Error & { readonly code?: string }
  return code ?? message
}

/** Behind the revision: addresses are `…/ORG/NAME/resolve/REVISION/FILE`. */
export const fileOf = ({ pathname }: URL): string => decodeURIComponent(/\/resolve\/[^/]+\/(.+)$/.exec(pathname)?.[1] ?? pathname)
