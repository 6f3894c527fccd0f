import { setTimeout as sleep } from 'node:timers/promises'
import { EntryEncoder } from './journal-entry.ts'
import { JournalFile } from './journal-file.ts'
import type { PlacedRow } from './row-writer.ts'

interface Held {
  readonly rows: readonly PlacedRow[]
  readonly last: number
  readonly bytes: number
}

export interface JournalOptions {
  readonly paths: readonly [string, string]
  /** Of the schema the rows are for. */
  readonly version: number
  /** Writes rows into the database, and tells up to which number they are durable there. */
  readonly apply: (rows: readonly PlacedRow[], done: (last: number) => void) => Promise<void>
}

const MIB = 1024 * 1024
/** From this size on the other file is filled, once all it held is in the database. */
const FULL_BYTES = 8 * MIB
/** What is not in the database yet is in memory as well: more than this waits. */
const MOST_BYTES = 64 * MIB
/** A transaction takes some milliseconds of processor time whatever its size, so writes gather this long before the next one. */
const GATHER_MS = 100
/** So many bytes go into one transaction: it is over in some 100 ms. */
const TRANSACTION_BYTES = 8 * MIB
const AGAIN_AFTER_MS = 1000

/**
 * Writes that come many at a time are made durable here, by appending them to a file, and go into the database together, behind the
 * back of those who wait for them. A commit of 30 runs takes DuckDB 5 ms and more, and most of a core; appending them takes the disk
 * half a millisecond. What was not in the database when the program died is written there at the next start.
 */
export class Journal {
  readonly #options: JournalOptions
  readonly #encoder = new EntryEncoder()
  readonly #files: readonly [JournalFile, JournalFile]
  /** Number of the newest write in each file. */
  readonly #newest: [number, number] = [0, 0]
  #active: 0 | 1 = 0
  #held: Held[] = []
  #heldBytes = 0
  /** Number of the newest write that is in the database. */
  #applied = 0
  #round: Promise<void> | undefined
  #isApplying = false
  #isClosed = false

  constructor(options: JournalOptions) {
    this.#options = options
    this.#files = [new JournalFile(options.paths[0]), new JournalFile(options.paths[1])]
  }

  /** Whether everything is in the database. */
  get isEmpty(): boolean {
    return this.#held.length === 0
  }

  /** Bytes of what is not in the database yet: going there takes as much room on the disk again. */
  get heldBytes(): number {
    return this.#heldBytes
  }

  /** Number of the oldest write that is not in the database yet. */
  get oldest(): number | undefined {
    return this.#held[0]?.rows[0]?.seq
  }

  /** Number of the newest write it was given. */
  get last(): number {
    return this.#held.at(-1)?.last ?? this.#applied
  }

  /** Durable when it resolves, and in the database soon after. When it rejects nothing was kept. */
  async add(rows: readonly PlacedRow[], last: number): Promise<void> {
    if (this.#heldBytes > MOST_BYTES) await this.flush()
    const entry = this.#encoder.encode({ version: this.#options.version, rows })
    this.#turn()
    await this.#append(entry, last)
    this.#held.push({ rows, last, bytes: entry.length })
    this.#heldBytes += entry.length
    if (!this.#isApplying) void this.#keepApplying()
  }

  /** Resolves when everything that was added before is in the database. Rejects with what kept it out; it stays here and is tried again. */
  async flush(): Promise<void> {
    const { last } = this
    while (!this.isEmpty && this.#applied < last) await this.#next()
  }

  /** The database holds all writes up to this number. */
  applied(last: number): void {
    this.#applied = Math.max(this.#applied, last)
    this.#held = this.#held.flatMap((held) => (held.last <= last ? [] : [{ ...held, rows: held.rows.filter(({ seq }) => seq > last) }]))
    this.#heldBytes = this.#held.reduce((sum, { bytes }) => sum + bytes, 0)
    this.#clearApplied()
  }

  /** Flushes and removes the files; what could not be written into the database stays in them. */
  async close(): Promise<void> {
    try {
      await this.flush()
    } finally {
      this.#isClosed = true
      await this.#round?.catch(() => undefined)
      for (const file of this.#files) await file.close()
    }
  }

  /** Until it is done the file counts as one that holds the write: what is applied meanwhile must not empty it. */
  async #append(entry: Uint8Array, last: number): Promise<void> {
    const active = this.#active
    const before = this.#newest[active]
    this.#newest[active] = last
    try {
      await this.#files[active].append(entry)
    } catch (error) {
      this.#newest[active] = before
      this.#clearApplied()
      throw error
    }
  }

  /** The other file takes over when this one is large and all that the other held is in the database. */
  #turn(): void {
    const other = this.#active === 0 ? 1 : 0
    if (this.#files[this.#active].bytes >= FULL_BYTES && this.#files[other].bytes === 0) this.#active = other
  }

  async #keepApplying(): Promise<void> {
    this.#isApplying = true
    while (!this.isEmpty && !this.#isClosed) {
      await sleep(GATHER_MS)
      if (this.#isClosed) break
      // Whoever needs what could not be written hears of it from flush.
      await this.#next().catch(() => sleep(AGAIN_AFTER_MS, undefined, { ref: false }))
    }
    this.#isApplying = false
  }

  #next(): Promise<void> {
    if (this.#isClosed) return Promise.reject(new Error('The journal is closed.'))
    this.#round ??= this.#applyRound().finally(() => {
      this.#round = undefined
    })
    return this.#round
  }

  async #applyRound(): Promise<void> {
    const rows = this.#takeable().flatMap((held) => held.rows)
    if (rows.length > 0) await this.#options.apply(rows, (last) => this.applied(last))
  }

  #takeable(): readonly Held[] {
    let bytes = 0
    return this.#held.filter((held, index) => {
      const fits = index === 0 || bytes + held.bytes <= TRANSACTION_BYTES
      bytes += held.bytes
      return fits
    })
  }

  #clearApplied(): void {
    for (const [index, file] of this.#files.entries()) if (this.#newest[index]! <= this.#applied) file.clear()
  }
}
