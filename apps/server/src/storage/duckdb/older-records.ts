import { setTimeout as sleep } from 'node:timers/promises'
import { microseconds } from '../instant.ts'
import type { HeldRecords } from '../memory/held-records.ts'
import { writePlaceOf } from '../predictive-queries.ts'
import { asRecordTable, type RecordName } from '../records.ts'
import { SeqWindows } from '../seq-windows.ts'
import type { DuckDBFile } from './duckdb-file.ts'
import { type ColumnPiece, type Range, readColumns } from './read-columns.ts'

/** Rows of a piece: so many are read and packed in some 10 ms, while nothing else is done. */
const FEW_ROWS = 2000
const MANY_ROWS = 8000

/** Reads what memory wants of older records, kind by kind, in the background: after each piece it rests for as long as that took. */
export class OlderRecords {
  readonly #file: DuckDBFile
  readonly #heldOf: (name: RecordName) => HeldRecords<RecordName>
  #loading: Promise<void> = Promise.resolve()
  #waiting = 0
  #isStopped = false

  constructor(file: DuckDBFile, heldOf: (name: RecordName) => HeldRecords<RecordName>) {
    this.#file = file
    this.#heldOf = heldOf
  }

  /** Reads these kinds after those that were asked for before. */
  load(names: readonly RecordName[]): void {
    // Lists of a kind that cannot be read now come from the database, as before it was.
    for (const name of names) {
      this.#waiting += 1
      this.#loading = this.#loading
        .then(() => this.#load(name))
        .catch(() => undefined)
        .finally(() => {
          this.#waiting -= 1
        })
    }
  }

  /** Whether nothing is being read. */
  get isSettled(): boolean {
    return this.#waiting === 0
  }

  /** Resolves when nothing is being read. */
  settled(): Promise<void> {
    return this.#loading
  }

  stop(): Promise<void> {
    this.#isStopped = true
    return this.#loading
  }

  async #load(name: RecordName): Promise<void> {
    const held = this.#heldOf(name)
    if (held.wantsOlder) await this.#loadOlder(name, held)
    held.pack()
  }

  async #loadOlder(name: RecordName, held: HeldRecords<RecordName>): Promise<void> {
    held.forgetOlder()
    const { forgotten } = held
    const place = await this.#oldestOf(name, held)
    if (place === undefined) return
    // First: texts that recur there are then known as such.
    held.pack()
    const windows = new SeqWindows({ low: 0, high: place.seq - 1, isAscending: false, few: FEW_ROWS, many: MANY_ROWS })
    let rows = await this.#loadPiece(name, held, [place.seq - 1, place.seq, place.position])
    while (!windows.isDone && held.wantsOlder && held.forgotten === forgotten && !this.#isStopped) rows = await this.#loadPiece(name, held, windows.next(rows))
  }

  /** Where the oldest record lies that is there; undefined where there is none. */
  async #oldestOf(name: RecordName, held: HeldRecords<RecordName>) {
    for (let oldest = held.oldestLoose; oldest !== undefined && !this.#isStopped; oldest = held.oldestLoose) {
      const id = (oldest as Readonly<Record<string, unknown>>)[asRecordTable(name).idColumn] as string
      const place = await writePlaceOf(this.#file.db, name, { createdUs: microseconds(oldest.timestamp), id })
      if (place !== undefined && held.oldestLoose === oldest) return place
    }
    return undefined
  }

  /** Reads a piece; again when something was deleted meanwhile, since it may be in there. */
  async #loadPiece(name: RecordName, held: HeldRecords<RecordName>, range: Range): Promise<number> {
    for (;;) {
      const { deletions, forgotten } = held
      const { columns, rows } = await this.#read(name, range)
      if (held.deletions !== deletions) continue
      const start = performance.now()
      if (rows > 0 && held.forgotten === forgotten) held.addOlder(columns)
      await sleep(performance.now() - start)
      return rows
    }
  }

  #read(name: RecordName, range: Range): Promise<ColumnPiece> {
    return this.#file.connected.pool.use((connection) => readColumns(connection, name, range))
  }
}
