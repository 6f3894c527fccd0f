import { closeSync, existsSync, openSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { runWrite } from '../testing/run-write.ts'
import { removeTemporaryFolders, temporaryFolder } from '../testing/temporary-folder.ts'
import { runRows } from '../writes.ts'
import { bytesOf, journalsOf } from './files.ts'
import { Journal, type JournalOptions } from './journal.ts'
import { decodeEntries } from './journal-entry.ts'
import type { PlacedRow } from './row-writer.ts'

afterAll(removeTemporaryFolders)

const rowsOf = (seq: number, kilobytes = 0): PlacedRow[] => runRows(runWrite(seq, { document: 'x'.repeat(1024 * kilobytes) })).map((row) => ({ ...row, seq }))
const numbersOf = (rows: readonly PlacedRow[]) => [...new Set(rows.map(({ seq }) => seq))]

/** A journal over a database that is a list, and fails while told. */
function journalOver(apply: Partial<JournalOptions> = {}) {
  const paths = journalsOf(join(temporaryFolder(), 'x.duckdb'))
  const stored: number[] = []
  const world = { paths, stored, error: undefined as Error | undefined }
  const journal = new Journal({
    paths,
    version: 5,
    apply: async (rows, done) => {
      if (world.error) throw world.error
      stored.push(...numbersOf(rows))
      done(rows.at(-1)!.seq)
    },
    ...apply,
  })
  return { ...world, world, journal, inFile: () => decodeEntries(readFileSync(paths[0])).entries.flatMap(({ numbers }) => numbers) }
}

it('has a write on disk when it is taken, and in the database when it was flushed; the file is then empty, and gone after the close', async () => {
  const { journal, stored, paths, inFile } = journalOver()
  await journal.add(rowsOf(1), 1)
  await journal.add([...rowsOf(2), ...rowsOf(3)], 3)
  expect({ inFile: inFile(), stored, oldest: journal.oldest, last: journal.last, isEmpty: journal.isEmpty }).toEqual({ inFile: [1, 2, 3], stored: [], oldest: 1, last: 3, isEmpty: false })
  expect(statSync(paths[0]).mode & 0o777).toBe(0o600)
  await journal.flush()
  expect({ stored, bytes: paths.map(bytesOf), oldest: journal.oldest, last: journal.last }).toEqual({ stored: [1, 2, 3], bytes: [0, 0], oldest: undefined, last: 3 })
  await journal.close()
  expect(paths.filter((path) => existsSync(path))).toEqual([])
})

it('writes into the database by itself, many at a time', async () => {
  const transactions: number[][] = []
  const { journal } = journalOver({
    apply: async (rows, done) => {
      transactions.push(numbersOf(rows))
      done(rows.at(-1)!.seq)
    },
  })
  for (const seq of [1, 2, 3]) await journal.add(rowsOf(seq), seq)
  while (!journal.isEmpty) await new Promise((resolve) => setTimeout(resolve, 5))
  expect(transactions).toEqual([[1, 2, 3]])
  await journal.close()
})

it('keeps what the database does not take now, says why, and tries again', async () => {
  const { journal, world, stored, inFile, paths } = journalOver()
  world.error = new Error('No space left on device')
  await journal.add(rowsOf(1), 1)
  await expect(journal.flush()).rejects.toThrow('No space left')
  await journal.add(rowsOf(2), 2)
  expect({ inFile: inFile(), stored }).toEqual({ inFile: [1, 2], stored: [] })
  world.error = undefined
  await journal.flush()
  expect(stored).toEqual([1, 2])
  world.error = new Error('gone')
  await journal.add(rowsOf(3), 3)
  await expect(journal.close()).rejects.toThrow('gone')
  expect(decodeEntries(readFileSync(paths[0])).entries.flatMap(({ numbers }) => numbers)).toEqual([3])
})

it('goes on after those that were found in the database, also in the middle of what came together', async () => {
  const { journal, world, stored } = journalOver()
  world.error = new Error('COMMIT succeeded and is durable, but the autocheckpoint failed')
  await journal.add([...rowsOf(1), ...rowsOf(2)], 2)
  await journal.add(rowsOf(3), 3)
  await expect(journal.flush()).rejects.toThrow('autocheckpoint')
  journal.applied(1)
  expect(journal.oldest).toBe(2)
  world.error = undefined
  await journal.flush()
  expect(stored).toEqual([2, 3])
  await journal.close()
})

it('fills the other file once this one is large and the other is done with, and no more than a transaction at once', async () => {
  const rounds: number[] = []
  const busy = Promise.withResolvers<void>()
  const { journal, paths } = journalOver({
    apply: async (rows, done) => {
      await busy.promise
      rounds.push(numbersOf(rows).length)
      done(rows.at(-1)!.seq)
    },
  })
  for (let seq = 1; seq <= 10; seq += 1) await journal.add(rowsOf(seq, 1024), seq)
  expect(paths.map((path) => Math.round(bytesOf(path) / 1024 / 1024))).toEqual([8, 2])
  busy.resolve()
  await journal.flush()
  expect({ written: rounds.reduce((sum, count) => sum + count, 0), bytes: paths.map(bytesOf) }).toEqual({ written: 10, bytes: [0, 0] })
  expect(Math.max(...rounds)).toBeLessThanOrEqual(7)
  await journal.close()
})

it('keeps what is being appended while all before it is found to be in the database', async () => {
  const { journal, world, inFile } = journalOver()
  world.error = new Error('not now')
  await journal.add(rowsOf(1), 1)
  const adding = journal.add(rowsOf(2), 2)
  journal.applied(1)
  await adding
  expect(inFile()).toContain(2)
  await expect(journal.close()).rejects.toThrow('not now')
})

it('touches nothing once it is closed, whoever has its file numbers by then', async () => {
  const { journal, paths } = journalOver()
  await journal.add(rowsOf(1), 1)
  await journal.close()
  writeFileSync(paths[0], 'of somebody else')
  const other = openSync(paths[0], 'r+')
  journal.applied(9)
  await expect(journal.flush()).resolves.toBeUndefined()
  closeSync(other)
  expect(readFileSync(paths[0], 'utf8')).toBe('of somebody else')
})
