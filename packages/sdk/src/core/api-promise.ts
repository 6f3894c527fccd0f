/* oxlint-disable unicorn/no-thenable -- a promise is what it is */
import type { Answer } from './attempt.ts'

/** An answer together with what carried it. */
export interface WithResponse<T> {
  readonly data: T
  readonly response: Response
  readonly requestId: string | null
}

/** What a method answers with: a promise of the parsed body that can also give the HTTP response. */
export class APIPromise<T> implements Promise<T> {
  readonly [Symbol.toStringTag] = 'APIPromise'
  readonly #answer: () => Promise<Answer>
  readonly #parse: (answer: Answer) => T

  /** `answer` is called again for each use and gives the same promise. */
  constructor(answer: () => Promise<Answer>, parse: (answer: Answer) => T = parseBody<T>) {
    this.#answer = answer
    this.#parse = parse
  }

  // biome-ignore lint/suspicious/noThenProperty: a promise is what it is
  then<A = T, B = never>(onFulfilled?: ((value: T) => A | PromiseLike<A>) | null, onRejected?: ((reason: unknown) => B | PromiseLike<B>) | null): Promise<A | B> {
    return this.#answer().then(this.#parse).then(onFulfilled, onRejected)
  }

  catch<B = never>(onRejected?: ((reason: unknown) => B | PromiseLike<B>) | null): Promise<T | B> {
    return this.then(undefined, onRejected)
  }

  finally(onFinally?: (() => void) | null): Promise<T> {
    return this.then(undefined, undefined).finally(onFinally)
  }

  /** The response with its body unread. */
  async asResponse(): Promise<Response> {
    const { response, body } = await this.#answer()
    return body === undefined ? response : new Response(body, { status: response.status, statusText: response.statusText, headers: response.headers })
  }

  /** The parsed body with the response, for its status and headers. */
  async withResponse(): Promise<WithResponse<T>> {
    const answer = await this.#answer()
    return { data: this.#parse(answer), response: answer.response, requestId: answer.response.headers.get('x-request-id') }
  }
}

/** The value of an answer: JSON parsed, text as it is, a raw answer as its Response. */
function parseBody<T>({ response, body }: Answer): T {
  if (body === undefined) return response as T
  return /json\b/.test(response.headers.get('content-type') ?? '') ? (JSON.parse(body) as T) : (body as T)
}

/** Runs once, when it is first asked. */
export function lazily<T>(run: () => Promise<T>): () => Promise<T> {
  let promise: Promise<T> | undefined
  return () => {
    promise ??= run()
    return promise
  }
}
