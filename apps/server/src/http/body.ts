import { createHash, type Hash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { BenchcastError } from '@benchcast/core/errors'
import type { BodyMemory } from './body-memory.ts'

/** The bytes of a body, whole, in a buffer of their own when they are large. */
export interface RawBody {
  readonly bytes: Uint8Array
  /** SHA-256 of the bytes, hex. */
  fingerprint(): string
  /** Gives memory and its share of the budget back; to be called once the bytes are no longer needed. */
  release(): void
}

/** Bounds the memory that large bodies hold at the same time. */
export class BodyBudget {
  readonly #limit: number
  #held = 0

  constructor(limitBytes: number) {
    this.#limit = limitBytes
  }

  get held(): number {
    return this.#held
  }

  take(bytes: number): void {
    if (this.#held + bytes > this.#limit) throw new BenchcastError('overloaded', 'The server is receiving as many large bodies as it can hold: try again in a few seconds.', { retryAfterSeconds: 5 })
    this.#held += bytes
  }

  release(bytes: number): void {
    this.#held -= bytes
  }
}

/** Bodies up to this size are not counted by the budget. */
const SMALL = 1024 * 1024
const GRACE_MS = 30_000
/** A body that arrives slower than this, after the grace, is cut off: 64 KiB/s. */
const SLOWEST_BYTES_PER_SECOND = 64 * 1024

/** How long it may take until this many bytes have arrived, ms. */
export const bodyDeadlineMs = (bytes: number, graceMs = GRACE_MS): number => graceMs + (1000 * bytes) / SLOWEST_BYTES_PER_SECOND

/** Looks at large bodies while they arrive, in memory that threads share. */
export interface Receiver {
  readonly memory: BodyMemory
  /** Given the place that a body will fill, the function to be told how many bytes are there. */
  receive(body: Uint8Array<SharedArrayBuffer>): (length: number) => void
}

interface Options {
  readonly limitBytes: number
  readonly budget: BodyBudget
  /** Hash while the bytes arrive, so that a large body is not hashed in one go. */
  readonly fingerprint: boolean
  /** How long a body may take whatever its size, ms. */
  readonly graceMs?: number
  /** For large bodies of known length. */
  readonly receiver?: Receiver
}

export const tooLarge = (limitBytes: number): BenchcastError =>
  new BenchcastError(
    'body_too_large',
    `The body is larger than the ${formatBytes(limitBytes)} this endpoint takes: ${limitBytes > SMALL ? 'send fewer rows per request, or start the server with a larger --max-body' : 'send less'}.`,
  )

const formatBytes = (bytes: number): string => (bytes >= SMALL ? `${bytes / SMALL} MiB` : `${bytes} bytes`)

/** Nobody gets this answer; it keeps a caller that went away from being taken for a fault of the server. */
export const cutOff = (cause?: unknown): BenchcastError => new BenchcastError('malformed_request', 'The connection closed before the whole body had arrived.', { cause })

/** Reads a whole body. A known length gives one buffer of that size, filled as the bytes arrive; a chunked one doubles its buffer. */
export function readBody(stream: IncomingMessage, declaredBytes: number | undefined, options: Options): Promise<RawBody> {
  return new Promise((resolve, reject) => {
    const target = new Target(declaredBytes, options)
    const finish = (error?: Error) => {
      clearTimeout(timer)
      stream.off('data', onData).off('end', onEnd).off('close', onClose).off('error', onClose)
      if (error === undefined) return resolve(target.done())
      stream.pause()
      target.release()
      reject(error)
    }
    const onData = (chunk: Buffer<ArrayBuffer>) => {
      try {
        target.add(chunk)
      } catch (error) {
        finish(error as Error)
      }
    }
    const onEnd = () => finish()
    const onClose = (cause?: Error) => finish(cutOff(cause))
    const start = performance.now()
    const onTimeout = () => {
      const leftMs = bodyDeadlineMs(target.length, options.graceMs) - (performance.now() - start)
      if (leftMs <= 0) return finish(new BenchcastError('request_timeout', 'The body did not arrive in time: send it faster, or in smaller requests.'))
      timer = setTimeout(onTimeout, leftMs)
    }
    let timer = setTimeout(onTimeout, bodyDeadlineMs(0, options.graceMs))
    stream.on('data', onData).on('end', onEnd).on('close', onClose).on('error', onClose)
  })
}

const EMPTY = new Uint8Array(0)
/** Chunks of at least this size have memory of their own. */
const OWN_MEMORY = 8 * 1024

/** Frees the memory of a chunk that has been copied: waiting for the garbage collector, a large body would be held twice. */
function freeNow({ buffer, length }: Buffer<ArrayBuffer>): void {
  if (length >= OWN_MEMORY && length === buffer.byteLength) buffer.transfer(0)
}

/** Where the bytes go. A body that comes in one piece is used as it is. */
class Target {
  readonly #options: Options
  readonly #hash: Hash | undefined
  readonly #declared: number | undefined
  #bytes: Uint8Array = EMPTY
  #shared: Uint8Array<SharedArrayBuffer> | undefined
  #arrived: ((length: number) => void) | undefined
  length = 0
  #taken = 0

  constructor(declaredBytes: number | undefined, options: Options) {
    this.#options = options
    this.#declared = declaredBytes
    this.#hash = options.fingerprint ? createHash('sha256') : undefined
  }

  add(chunk: Buffer<ArrayBuffer>): void {
    this.#hash?.update(chunk)
    const { length } = chunk
    if (this.length === 0 && length === this.#declared) this.#bytes = chunk
    else {
      this.#append(chunk)
      freeNow(chunk)
    }
    this.length += length
    this.#arrived?.(this.length)
  }

  #append(chunk: Uint8Array): void {
    const end = this.length + chunk.length
    if (end > this.#options.limitBytes) throw tooLarge(this.#options.limitBytes)
    if (end > this.#bytes.length) this.#grow(Math.max(end, this.#declared ?? Math.min(2 * end, this.#options.limitBytes)))
    this.#bytes.set(chunk, this.length)
  }

  #grow(capacity: number): void {
    this.#reserve(capacity)
    const grown = this.#sharedMemory(capacity) ?? new Uint8Array(capacity)
    grown.set(this.#bytes.subarray(0, this.length))
    this.#bytes = grown
  }

  #sharedMemory(capacity: number): Uint8Array | undefined {
    const { receiver } = this.#options
    if (receiver === undefined || capacity !== this.#declared || capacity <= SMALL) return undefined
    this.#shared = receiver.memory.take(capacity)
    this.#arrived = this.#shared && receiver.receive(this.#shared)
    return this.#shared
  }

  #reserve(capacity: number): void {
    if (capacity <= SMALL) return
    this.#options.budget.take(capacity - this.#taken)
    this.#taken = capacity
  }

  done(): RawBody {
    const bytes = this.length === this.#bytes.length ? this.#bytes : this.#bytes.subarray(0, this.length)
    const digest = this.#hash?.digest('hex')
    return { bytes, fingerprint: () => digest ?? createHash('sha256').update(bytes).digest('hex'), release: () => this.release() }
  }

  release(): void {
    this.#options.budget.release(this.#taken)
    this.#taken = 0
    if (this.#shared) this.#options.receiver!.memory.giveBack(this.#shared)
    this.#shared = undefined
  }
}
