import { BenchcastError } from '@benchcast/core/errors'
import { GroupCommit } from '../group-commit.ts'
import type { Deletion, PendingRow } from '../writes.ts'
import type { DuckDBFile } from './duckdb-file.ts'
import { diskFull, isDiskFull, isInvalidated, unavailable } from './failures.ts'
import type { FreeDisk } from './free-disk.ts'

export interface Write {
  readonly rows: readonly PendingRow[]
  readonly deletions?: readonly Deletion[]
  /** Puts it into memory; called once it is durable. */
  readonly remember: (seq: number) => void
}

export interface WriterOptions {
  readonly maxQueued: number
  readonly minFreeBytes: number
}

/** Until a group is committed its text is held several times: as strings, as parameters, as rows, as log. */
const MAX_GROUP_CHARACTERS = 16 * 1024 * 1024

function textLength({ rows }: Write): number {
  let length = 0
  for (const { values } of rows) {
    for (const column in values) {
      const value = values[column]
      if (typeof value === 'string') length += value.length
    }
  }
  return length
}

/** The one writer of a file: gives the sequence numbers, commits in groups, and says exactly which writes are in. */
export class Writer {
  readonly #file: DuckDBFile
  readonly #disk: FreeDisk
  readonly #minFreeBytes: number
  readonly queue: GroupCommit<Write>
  #finished = false

  constructor(file: DuckDBFile, disk: FreeDisk, { maxQueued, minFreeBytes }: WriterOptions) {
    this.#file = file
    this.#disk = disk
    this.#minFreeBytes = minFreeBytes
    this.queue = new GroupCommit({
      commit: (writes) => this.#commit(writes),
      maxQueued,
      sizeOf: textLength,
      maxGroupSize: MAX_GROUP_CHARACTERS,
      whenCalm: () => file.shortenLog(),
    })
  }

  /** Resolves once durable. Throws `storage_full`, `overloaded` or `database_unavailable`; then nothing was stored. */
  async add(write: Write): Promise<void> {
    if (this.#disk.bytes - this.#file.owedBytes < this.#minFreeBytes) throw diskFull()
    if (this.#finished || !this.#file.isOpen) throw unavailable('closed or being opened anew')
    await this.queue.add(write)
  }

  /** Takes nothing more; resolves when what it has is committed. */
  finish(): Promise<void> {
    this.#finished = true
    return this.queue.drained()
  }

  async #commit(writes: readonly Write[]): Promise<readonly unknown[]> {
    const first = this.#file.lastSeq + 1
    const numbers = numbersOf(writes, first)
    try {
      const rows = writes.flatMap((write, index) => write.rows.map((row) => ({ ...row, seq: numbers[index]! })))
      await this.#file.write(
        rows,
        numbers.at(-1)!,
        writes.flatMap(({ deletions = [] }) => deletions),
      )
    } catch (error) {
      return this.#afterError(writes, first, error)
    }
    remember(writes, first)
    return []
  }

  async #afterError(writes: readonly Write[], first: number, error: unknown): Promise<readonly unknown[]> {
    if (isInvalidated(error)) return this.#afterInvalidation(writes, first, error)
    if (error instanceof BenchcastError) return writes.map(() => error)
    if (isDiskFull(error)) return writes.map(() => diskFull(error))
    if (writes.length === 1) return [error]
    // One bad item must not fail the others: each gets a transaction of its own.
    const errors: unknown[] = []
    for (const write of writes) errors.push((await this.#commit([write]))[0])
    return errors
  }

  /** The commit's outcome is unknown until the file is open again: then its last number tells. */
  async #afterInvalidation(writes: readonly Write[], first: number, error: unknown): Promise<readonly unknown[]> {
    await this.#file.reopen(error)
    if (this.#file.lastSeq < first) return writes.map(() => (isDiskFull(error) ? diskFull(error) : unavailable(error)))
    this.#file.acknowledge(this.#file.lastSeq)
    remember(writes, first)
    return []
  }
}

/** The number of each write from `first` on. One without rows, which deletes, takes none and has that of the write before it. */
function numbersOf(writes: readonly Write[], first: number): readonly number[] {
  let next = first
  return writes.map(({ rows }) => (rows.length === 0 ? next - 1 : next++))
}

function remember(writes: readonly Write[], first: number): void {
  const numbers = numbersOf(writes, first)
  for (const [index, write] of writes.entries()) write.remember(numbers[index]!)
}
