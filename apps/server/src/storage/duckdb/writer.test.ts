import { describe, expect, it } from 'vitest'
import { runWrite } from '../testing/run-write.ts'
import { runRows } from '../writes.ts'
import type { DuckDBFile } from './duckdb-file.ts'
import type { FreeDisk } from './free-disk.ts'
import type { PlacedRow } from './row-writer.ts'
import { type Write, Writer } from './writer.ts'

const ROOMY = { bytes: Number.POSITIVE_INFINITY } as FreeDisk
const LIMITS = { maxQueued: 1000, minFreeBytes: 0 }

/** A file that keeps its rows in an array and fails as told. */
class FakeFile {
  lastSeq = 0
  stored: number[] = []
  transactions = 0
  isOpen = true
  readonly #failOn: (rows: readonly PlacedRow[]) => Error | undefined

  constructor(failOn: (rows: readonly PlacedRow[]) => Error | undefined) {
    this.#failOn = failOn
  }

  async write(rows: readonly PlacedRow[], last: number): Promise<void> {
    this.transactions += 1
    const error = this.#failOn(rows)
    if (error) throw error
    this.stored.push(...new Set(rows.map(({ seq }) => seq)))
    this.lastSeq = last
  }

  acknowledge(seq: number): void {
    this.lastSeq = seq
  }

  async reopen(): Promise<void> {}
  async shortenLog(): Promise<void> {}
}

const writerOn = (file: FakeFile): Writer => new Writer(file as unknown as DuckDBFile, ROOMY, LIMITS)
const isFor = (rows: readonly PlacedRow[], runId: string) => rows.some(({ values }) => values.run_id === runId)

function writes(count: number): { readonly list: readonly Write[]; readonly remembered: (readonly [string, number])[] } {
  const remembered: (readonly [string, number])[] = []
  const list = Array.from({ length: count }, (_, n) => ({ rows: runRows(runWrite(n)), remember: (seq: number) => void remembered.push([`benchmark-run-${n}`, seq]) }))
  return { list, remembered }
}

describe('a writer', () => {
  it('keeps the others when one row of a group is refused, and leaves no gap in the numbers', async () => {
    const file = new FakeFile((rows) => (isFor(rows, 'benchmark-run-1') ? new Error('Conversion Error') : undefined))
    const { list, remembered } = writes(4)
    const writer = writerOn(file)
    const outcomes = await Promise.allSettled(list.map((write) => writer.add(write)))
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled'])
    expect(file.stored).toEqual([1, 2, 3])
    expect(remembered).toEqual([
      ['benchmark-run-0', 1],
      ['benchmark-run-2', 2],
      ['benchmark-run-3', 3],
    ])
  })

  it('does not try a group again singly when the disk is full', async () => {
    const file = new FakeFile(() => new Error('IO Error: Could not write file "x.wal": No space left on device'))
    const { list, remembered } = writes(3)
    const writer = writerOn(file)
    const outcomes = await Promise.allSettled(list.map((write) => writer.add(write)))
    expect(outcomes.map((outcome) => outcome.status === 'rejected' && outcome.reason.code)).toEqual(['storage_full', 'storage_full', 'storage_full'])
    expect({ transactions: file.transactions, remembered }).toEqual({ transactions: 1, remembered: [] })
  })

  it.each([
    { what: 'stored', lastSeqAfter: 3, status: 'fulfilled' },
    { what: 'not stored', lastSeqAfter: 0, status: 'rejected' },
  ])('after a commit of unknown outcome asks the database, which had $what it', async ({ lastSeqAfter, status }) => {
    const file = new FakeFile(() => new Error('FATAL Error: Transaction COMMIT succeeded and is durable, but the autocheckpoint failed.'))
    file.reopen = async () => {
      file.lastSeq = lastSeqAfter
    }
    const { list, remembered } = writes(3)
    const writer = writerOn(file)
    const outcomes = await Promise.allSettled(list.map((write) => writer.add(write)))
    expect(outcomes.map((outcome) => outcome.status)).toEqual([status, status, status])
    expect(remembered).toHaveLength(lastSeqAfter)
  })
})
