import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { backupFile, doctor, openStore, restoreStore } from '../index.ts'
import { MIGRATIONS } from '../migrations/index.ts'
import { queryFile } from '../testing/read-file.ts'
import { runWrite, usualRun } from '../testing/run-write.ts'
import { removeTemporaryFolders, temporaryFolder } from '../testing/temporary-folder.ts'
import { runRows } from '../writes.ts'
import { bytesOf, journalsOf } from './files.ts'
import { EntryEncoder, type JournalEntry } from './journal-entry.ts'
import { sequenceLine } from './sequence-file.ts'

const encodeEntry = (entry: JournalEntry): Buffer => new EntryEncoder().encode(entry)
const VERSION = 5
const COUNT = 'SELECT count(*)::integer, count(DISTINCT run_id)::integer FROM model_benchmark_runs'
const entry = (numbers: readonly number[], version = VERSION) => encodeEntry({ version, rows: numbers.flatMap((seq) => runRows(runWrite(seq)).map((row) => ({ ...row, seq }))) })
const checks = async (path: string) => Object.fromEntries((await doctor({ path })).map(({ name, status }) => [name, status]))

/** A database of ten runs, and beside it what a program was killed over: entries that are in the database already, one that is not, one cut. */
async function killed(version = VERSION): Promise<string> {
  const path = join(temporaryFolder(), 'x.duckdb')
  const store = await openStore({ path })
  for (let n = 1; n <= 10; n += 1) await store.insertRun(runWrite(n))
  await store.close()
  writeFileSync(journalsOf(path)[1], entry([7, 8]))
  writeFileSync(journalsOf(path)[0], Buffer.concat([entry([9, 10, 11], version), entry([12, 13], version), entry([14], version).subarray(0, -1)]))
  writeFileSync(`${path}.seq`, sequenceLine(13))
  return path
}

afterAll(removeTemporaryFolders)

describe('a journal that was left beside a database', () => {
  it('is written into it at the next start: what is not there yet, once', async () => {
    const path = await killed()
    expect(await checks(path)).toMatchObject({ log: 'warn', completeness: 'ok' })
    const store = await openStore({ path, dailyBackups: false })
    expect({ total: (await store.listRuns({ limit: 1, offset: 0 })).total, missing: store.stats().missingWrites, warnings: store.openWarnings }).toEqual({ total: 13, missing: 0, warnings: [] })
    await store.insertRun(runWrite(14))
    await store.close()
    expect(await queryFile(path, COUNT)).toEqual([[14, 14]])
    expect(journalsOf(path).filter((journal) => existsSync(journal))).toEqual([])
    expect(await checks(path)).toMatchObject({ log: 'ok', completeness: 'ok' })
  })

  it('is in a backup made without a server', async () => {
    const path = await killed()
    const backup = join(temporaryFolder(), 'backup.duckdb')
    expect((await backupFile({ path, to: backup })).tables.model_benchmark_runs).toBe(13)
  })

  it('is kept aside when a backup takes the place of the database', async () => {
    const path = await killed()
    const other = join(temporaryFolder(), 'other.duckdb')
    const store = await openStore({ path: other })
    await store.insertRun(runWrite(1))
    await store.close()
    const { replaced } = await restoreStore({ from: other, path })
    expect(replaced.filter((name) => name.includes('.journal'))).toHaveLength(2)
    const restored = await openStore({ path, dailyBackups: false })
    expect({ total: (await restored.listRuns({ limit: 1, offset: 0 })).total, warnings: restored.openWarnings }).toEqual({ total: 1, warnings: [] })
    await restored.close()
  })

  it('is moved aside by a new database of the same name, with a warning', async () => {
    const path = join(temporaryFolder(), 'x.duckdb')
    writeFileSync(journalsOf(path)[0], entry([1, 2]))
    const store = await openStore({ path, dailyBackups: false })
    expect({ total: (await store.listRuns({ limit: 1, offset: 0 })).total, warnings: store.openWarnings }).toEqual({ total: 0, warnings: [expect.stringContaining('it was moved to')] })
    await store.close()
    expect(readdirSync(dirname(path)).filter((name) => name.includes('.left-over-'))).toHaveLength(1)
  })

  it('that is damaged in the middle gives what can be read, and is kept aside with a warning', async () => {
    const path = await killed()
    const bytes = readFileSync(journalsOf(path)[0])
    bytes[entry([9, 10, 11]).length + 40]! ^= 1
    writeFileSync(journalsOf(path)[0], bytes)
    const store = await openStore({ path, dailyBackups: false })
    expect({ total: (await store.listRuns({ limit: 1, offset: 0 })).total, missing: store.stats().missingWrites }).toEqual({ total: 11, missing: 2 })
    expect(store.openWarnings).toEqual([expect.stringContaining('A part of the journal'), expect.stringContaining('2 of 13 acknowledged writes are missing')])
    await store.close()
    expect(readdirSync(dirname(path)).filter((name) => name.includes('.left-over-'))).toHaveLength(2)
  })

  it('stops the start of a Benchcast that would update the database first', async () => {
    const path = await killed()
    const next = { version: 6, name: 'next', statements: ['CREATE TABLE next (seq bigint)'] }
    await expect(openStore({ path, migrations: [...MIGRATIONS, next] })).rejects.toMatchObject({ exitCode: 78, message: expect.stringContaining('start and stop the Benchcast') })
    const store = await openStore({ path, dailyBackups: false })
    expect((await store.listRuns({ limit: 1, offset: 0 })).total).toBe(13)
    await store.close()
    await (await openStore({ path, dailyBackups: false, migrations: [...MIGRATIONS, next] })).close()
  })

  it('of another version of the database stops the start, and says what to do', async () => {
    const path = await killed(4)
    await expect(openStore({ path })).rejects.toMatchObject({ exitCode: 78, message: expect.stringContaining('start and stop the Benchcast that wrote it once') })
    expect(bytesOf(journalsOf(path)[0])).toBeGreaterThan(0)
  })
})

describe('a database with a journal', () => {
  it('shows every reader what was acknowledged, at once', async () => {
    const store = await openStore({ path: join(temporaryFolder(), 'x.duckdb'), dailyBackups: false, memory: { documentBytes: 0, runs: 0 } })
    for (let round = 0; round < 20; round += 1) {
      await Promise.all(Array.from({ length: 16 }, (_, n) => store.insertRun(usualRun(16 * round + n))))
      expect((await store.listRuns({ limit: 1, offset: 0 })).total).toBe(16 * (round + 1))
      expect(await store.findRun(`benchmark-run-${16 * round + 15}`)).toBe(usualRun(16 * round + 15).document)
    }
    await store.close()
  })
})
