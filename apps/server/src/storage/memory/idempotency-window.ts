import { microseconds } from '../instant.ts'
import type { IdempotencyRecord } from '../store.ts'

/** How long a key is remembered, in microseconds. */
const WINDOW_US = 24n * 3600n * 1_000_000n

const id = (endpoint: string, key: string): string => `${endpoint}\n${key}`

/** The idempotency keys of the last 24 hours, the oldest dropped first above a number. */
export class IdempotencyWindow {
  readonly #records = new Map<string, IdempotencyRecord>()
  readonly #limit: number
  readonly #now: () => Date
  /** A key that was dropped before its time may still be in the database. */
  #droppedAny = false

  constructor(limit: number, now: () => Date) {
    this.#limit = limit
    this.#now = now
  }

  get holdsAll(): boolean {
    return !this.#droppedAny
  }

  get windowStartUs(): bigint {
    return BigInt(this.#now().getTime()) * 1000n - WINDOW_US
  }

  load(newest: readonly IdempotencyRecord[]): void {
    for (const record of newest) this.add(record)
    if (newest.length >= this.#limit) this.#droppedAny = true
  }

  add(record: IdempotencyRecord): void {
    this.#records.set(id(record.endpoint, record.key), record)
    if (this.#records.size > this.#limit) this.#dropOldest()
  }

  find(endpoint: string, key: string): IdempotencyRecord | undefined {
    const record = this.#records.get(id(endpoint, key))
    return record && this.isCurrent(record) ? record : undefined
  }

  isCurrent(record: IdempotencyRecord): boolean {
    return microseconds(record.createdAt) >= this.windowStartUs
  }

  #dropOldest(): void {
    const [[key, record] = []] = this.#records
    if (key === undefined || record === undefined) return
    this.#records.delete(key)
    if (this.isCurrent(record)) this.#droppedAny = true
  }
}
