/** Every failure a caller can meet, in one table: the code is the API, `title` is the problem type's summary, the detail of an occurrence is for people. */
export const ERRORS = {
  // 400: well-formed, but the data makes no sense
  malformed_request: { status: 400, title: 'The request is malformed' },
  malformed_json: { status: 400, title: 'The body is not valid JSON' },
  invalid_data: { status: 400, title: 'The data cannot be evaluated' },
  length_mismatch: { status: 400, title: 'Two columns differ in length' },
  missing_value: { status: 400, title: 'A value is missing' },
  mixed_values: { status: 400, title: 'A column mixes kinds of values' },
  not_finite: { status: 400, title: 'A number is not finite' },
  unknown_task_type: { status: 400, title: 'Unknown task type' },
  unknown_metric: { status: 400, title: 'Unknown metric' },
  unknown_model: { status: 400, title: 'Unknown model' },
  no_metrics: { status: 400, title: 'There is nothing to compare' },
  duplicate_key: { status: 400, title: 'A JSON object names the same key twice' },
  run_not_completed: { status: 400, title: 'The run has no results' },
  cannot_run: { status: 400, title: 'No hardware can run the model' },
  // 401 ... 431: the request itself
  unauthorized: { status: 401, title: 'An API key is needed' },
  insufficient_scope: { status: 403, title: 'The API key may not do this' },
  forbidden: { status: 403, title: 'This is not allowed' },
  not_found: { status: 404, title: 'Not Found' },
  run_not_found: { status: 404, title: 'There is no run with this id' },
  prediction_not_found: { status: 404, title: 'There is no prediction with this id' },
  row_not_found: { status: 404, title: 'There is no row with this id' },
  batch_not_found: { status: 404, title: 'There is no batch with this id' },
  key_not_found: { status: 404, title: 'There is no API key with this id' },
  task_not_found: { status: 404, title: 'Task not found' },
  method_not_allowed: { status: 405, title: 'Method Not Allowed' },
  not_acceptable: { status: 406, title: 'None of the accepted formats can be produced' },
  request_timeout: { status: 408, title: 'The request took too long to arrive' },
  task_cancelled: { status: 409, title: 'The task was cancelled' },
  key_unchangeable: { status: 409, title: 'The API key cannot be changed' },
  file_exists: { status: 409, title: 'The file exists already' },
  idempotency_in_flight: { status: 409, title: 'A request with this Idempotency-Key is still running' },
  body_too_large: { status: 413, title: 'The body is too large' },
  uri_too_long: { status: 414, title: 'The address is too long' },
  unsupported_media_type: { status: 415, title: 'Unsupported content type' },
  expectation_failed: { status: 417, title: 'The expectation cannot be met' },
  misdirected_request: { status: 421, title: 'This server does not answer for that host' },
  unsafe_model_file: { status: 422, title: 'The file is not a data-only model' },
  unsafe_path: { status: 422, title: 'The path leads out of its folder' },
  validation_failed: { status: 422, title: 'The request does not match its schema' },
  idempotency_mismatch: { status: 422, title: 'This Idempotency-Key was used for another request' },
  import_unreadable: { status: 422, title: 'The file cannot be imported' },
  import_unknown_format: { status: 422, title: 'The format of the file is not known' },
  import_incomplete: { status: 422, title: 'The file leaves out what a measurement needs' },
  invalid_model: { status: 422, title: 'The model description cannot be used' },
  unsupported_precision: { status: 422, title: 'The number format cannot be run' },
  run_failed: { status: 422, title: 'The model could not be run' },
  run_timed_out: { status: 422, title: 'The run took too long' },
  run_out_of_memory: { status: 422, title: 'The run had not enough memory' },
  run_crashed: { status: 422, title: 'The run crashed' },
  browser_unavailable: { status: 422, title: 'No browser can run the model' },
  hub_library_missing: { status: 422, title: 'Models of the hub cannot be fetched here' },
  prediction_mismatch: { status: 422, title: 'The prediction is of another configuration' },
  unknown_device: { status: 422, title: 'Unknown device' },
  rate_limited: { status: 429, title: 'Too many requests' },
  headers_too_large: { status: 431, title: 'The request headers are too large' },
  // 5xx: the server
  internal: { status: 500, title: 'The server failed' },
  upstream_unavailable: { status: 502, title: 'A service behind the gateway does not answer' },
  hub_unreachable: { status: 502, title: 'The model hub does not answer' },
  unavailable: { status: 503, title: 'The server cannot answer right now' },
  database_unavailable: { status: 503, title: 'The database is unavailable' },
  evaluation_failed: { status: 503, title: 'The evaluation ran out of time or memory' },
  task_timed_out: { status: 503, title: 'The task ran out of time' },
  task_interrupted: { status: 503, title: 'The task was interrupted by restarts' },
  overloaded: { status: 503, title: 'The server is busy' },
  upstream_timeout: { status: 504, title: 'A service behind the gateway is too slow' },
  storage_full: { status: 507, title: 'The disk is almost full' },
} as const

export type ErrorCode = keyof typeof ERRORS

/** One faulty place in the request: an RFC 6901 pointer into the body (or `/query/limit`), a machine code, a sentence with the remedy. */
export interface FieldError {
  readonly pointer: string
  readonly code: string
  readonly detail: string
}

interface ErrorOptions {
  readonly errors?: readonly FieldError[]
  readonly retryAfterSeconds?: number
  readonly cause?: unknown
}

/**
 * A failure with a code from {@link ERRORS}. `detail` says what is wrong and what to do next.
 *
 * @example
 * throw new BenchcastError('length_mismatch', "model 'm2' has 4 predictions, ground_truth has 5: send one per sample.")
 */
export class BenchcastError extends Error {
  override readonly name = 'BenchcastError'
  readonly code: ErrorCode
  readonly errors: readonly FieldError[]
  readonly retryAfterSeconds: number | undefined

  constructor(code: ErrorCode, detail: string, { errors = [], retryAfterSeconds, cause }: ErrorOptions = {}) {
    super(detail, { cause })
    this.code = code
    this.errors = errors
    this.retryAfterSeconds = retryAfterSeconds
  }

  get status(): number {
    return ERRORS[this.code].status
  }
}

/**
 * What looking something up gives, and where that is refused with a {@link BenchcastError}, as for a name that no catalogue has, what stands for it: nothing, or what `otherwise` makes of the
 * refusal. Any other failure is thrown on.
 *
 * @example
 * ifKnown(() => deviceNamed('Abacus', 'cuda')) // undefined
 * ifKnown(() => deviceNamed('Abacus', 'cuda').device.name, ({ message }) => message) // "No device for cuda is known as 'Abacus' ..."
 */
export function ifKnown<T>(lookUp: () => T): T | undefined
export function ifKnown<T, O>(lookUp: () => T, otherwise: (refusal: BenchcastError) => O): T | O
export function ifKnown<T>(lookUp: () => T, otherwise: (refusal: BenchcastError) => unknown = () => undefined): unknown {
  try {
    return lookUp()
  } catch (error) {
    if (error instanceof BenchcastError) return otherwise(error)
    throw error
  }
}
