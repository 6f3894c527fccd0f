/** One faulty place of a request: an RFC 6901 pointer, a stable code and a sentence with the remedy. */
export interface FieldProblem {
  readonly pointer: string
  readonly code: string
  readonly detail: string
}

/** RFC 9457 problem details, as the server sends them; a proxy may send less. */
export interface ProblemDetails {
  readonly type?: string
  readonly title?: string
  readonly status?: number
  readonly detail?: string
  readonly instance?: string
  readonly code?: string
  readonly request_id?: string
  readonly errors?: readonly FieldProblem[]
}

/** What an answer that is no success says. */
export interface Failure {
  readonly status: number
  readonly headers: Headers
  readonly problem: ProblemDetails
}

/** Base of every error of this library. `message` is a sentence for people. */
export class APIError extends Error {
  override readonly name: string = 'APIError'
  /** HTTP status; undefined when there was no answer. */
  readonly status: number | undefined
  /** What the server said; empty when there was no answer. */
  readonly problem: ProblemDetails
  readonly headers: Headers | undefined

  constructor(message: string, { failure, cause }: { readonly failure?: Failure; readonly cause?: unknown } = {}) {
    super(message, cause === undefined ? undefined : { cause })
    this.status = failure?.status
    this.problem = failure?.problem ?? {}
    this.headers = failure?.headers
  }

  /** Stable code of the failure, as in the error reference of the server; undefined when there was no answer. */
  get code(): string | undefined {
    return this.problem.code
  }

  /** Faulty places of the request; empty when the failure is not about places. */
  get errors(): readonly FieldProblem[] {
    return this.problem.errors ?? []
  }

  /** Id that the log of the server knows this request by. */
  get requestId(): string | undefined {
    return this.problem.request_id ?? this.headers?.get('x-request-id') ?? undefined
  }
}

/** 400: well-formed, but the data makes no sense. */
export class BadRequestError extends APIError {
  override readonly name = 'BadRequestError'
}
/** 401: an API key is needed, or this one is wrong. */
export class AuthenticationError extends APIError {
  override readonly name = 'AuthenticationError'
}
/** 403: the key may not do this. */
export class PermissionDeniedError extends APIError {
  override readonly name = 'PermissionDeniedError'
}
/** 404: there is no such thing. */
export class NotFoundError extends APIError {
  override readonly name = 'NotFoundError'
}
/** 409: something stands in the way. */
export class ConflictError extends APIError {
  override readonly name = 'ConflictError'
}
/** 422: a field is missing or wrong; `errors` names each. */
export class UnprocessableEntityError extends APIError {
  override readonly name = 'UnprocessableEntityError'
}
/** 429: too many requests. */
export class RateLimitError extends APIError {
  override readonly name = 'RateLimitError'
}
/** 500 and above: the server failed, or cannot answer now. */
export class InternalServerError extends APIError {
  override readonly name = 'InternalServerError'
}

/** There was no answer: wrong address, no server, a connection that broke. */
export class APIConnectionError extends APIError {
  override readonly name: string = 'APIConnectionError'
}
/** There was no answer in time. */
export class APITimeoutError extends APIConnectionError {
  override readonly name: string = 'APITimeoutError'
}
/** A task or run takes longer than the caller would wait; it goes on. */
export class WaitTimeoutError extends APITimeoutError {
  override readonly name = 'WaitTimeoutError'
  /** Of the task or run. */
  readonly id: string

  constructor(id: string, timeoutMs: number) {
    super(`${id} has not ended within ${timeoutMs / 1000} s. It goes on: wait for it again, or with a longer timeoutMs.`)
    this.id = id
  }
}

/** The caller's signal was aborted. */
export class UserAbortError extends APIError {
  override readonly name = 'UserAbortError'

  constructor(cause?: unknown) {
    super('The request was aborted by its signal.', { cause })
  }
}

/** A task or run that was waited for failed; `state` is its last state. */
export class TaskFailedError<State = unknown> extends APIError {
  override readonly name = 'TaskFailedError'
  readonly id: string
  readonly state: State

  constructor(id: string, message: string, state: State) {
    super(message)
    this.id = id
    this.state = state
  }
}

const BY_STATUS: Readonly<Record<number, new (message: string, options: { failure: Failure }) => APIError>> = {
  400: BadRequestError,
  401: AuthenticationError,
  403: PermissionDeniedError,
  404: NotFoundError,
  409: ConflictError,
  422: UnprocessableEntityError,
  429: RateLimitError,
}

/** The error of an answer that is no success. */
export function errorOf(failure: Failure): APIError {
  const { status, problem } = failure
  const Class = BY_STATUS[status] ?? (status >= 500 ? InternalServerError : APIError)
  return new Class(problem.detail ?? problem.title ?? `The server answered with status ${status}.`, { failure })
}
