import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { backupFile, doctor, openStore, restoreStore } from '../index.ts'
import { startChild } from '../testing/child.ts'
import { queryFile } from '../testing/read-file.ts'
import { usualRun } from '../testing/run-write.ts'
import { removeTemporaryFolders, temporaryFolder } from '../testing/temporary-folder.ts'

const PARTS = 'SELECT count(*), min(seq), max(seq), (SELECT count(*) FROM model_benchmark_metrics) FROM model_benchmark_runs'
const number = (value: unknown) => Number(value)

afterAll(removeTemporaryFolders)

describe('a backup', () => {
  it('taken while others write holds everything acknowledged before it, nothing by halves, and restores to the same', async () => {
    const folder = temporaryFolder()
    const store = await openStore({ path: join(folder, 'busy.duckdb'), dailyBackups: false })
    let [next, acknowledged, stop] = [0, 0, false]
    const write = async () => {
      await store.insertRun(usualRun(next++))
      acknowledged += 1
    }
    const writeOn = async () => {
      while (!stop) await write()
    }
    await write()
    const writers = Array.from({ length: 32 }, writeOn)
    const backups: { path: string; before: number; runs: number }[] = []
    for (const name of ['a', 'b', 'c']) {
      const before = acknowledged
      const { path, tables } = await store.backup(join(folder, `${name}.duckdb`))
      backups.push({ path, before, runs: tables.model_benchmark_runs! })
    }
    stop = true
    await Promise.all(writers)
    await store.close()
    for (const { path, before, runs } of backups) {
      expect(runs).toBeGreaterThanOrEqual(before)
      expect((await queryFile(path, PARTS)).map((row) => row.map(number))).toEqual([[runs, 1, runs, 2 * runs]])
      const target = join(folder, 'restored.duckdb')
      await restoreStore({ from: path, path: target })
      const restored = await openStore({ path: target, dailyBackups: false })
      expect({ total: (await restored.listRuns({ limit: 1, offset: 0 })).total, warnings: restored.openWarnings }).toEqual({ total: runs, warnings: [] })
      const samples = Array.from({ length: 20 }, (_, index) => Math.floor((index * runs) / 20))
      const documents = await Promise.all(samples.map(async (n) => [await restored.findRun(`benchmark-run-${n}`), usualRun(n).document]))
      for (const [found, written] of documents) if (found !== undefined) expect(found).toBe(written)
      expect(documents.filter(([found]) => found !== undefined).length).toBeGreaterThan(15)
      await restored.close()
    }
  })

  it('is made at close when the newest is a day old, and five are kept', async () => {
    const path = join(temporaryFolder(), 'daily.duckdb')
    const counts: string[] = []
    for (let day = 0; day < 7; day += 1) {
      const now = () => new Date(Date.now() + day * 24.5 * 3600 * 1000)
      const store = await openStore({ path, now })
      await store.insertRun(usualRun(day))
      await store.close()
      const backups = (await doctor({ path })).find(({ name }) => name === 'backups')
      counts.push(`${backups?.status} ${backups?.message.slice(0, 6)}`)
    }
    expect(counts).toEqual(['ok 1 good', 'ok 2 good', 'ok 3 good', 'ok 4 good', 'ok 5 good', 'ok 5 good', 'ok 5 good'])
  })

  it('of a database that a program holds is refused, with what to do instead', async () => {
    const path = join(temporaryFolder(), 'held.duckdb')
    const store = await openStore({ path })
    await store.insertRun(usualRun(1))
    await store.close()
    const child = startChild('writing-program', [path, 'held'])
    await child.said('ok')
    const refused = await backupFile({ path }).catch((error: unknown) => error)
    const restored = await restoreStore({ from: path, path }).catch((error: unknown) => error)
    const seen = await doctor({ path })
    await child.kill()
    expect(refused).toMatchObject({ exitCode: 73, message: expect.stringMatching(/PID \d+.*the newest is .*daily-at-1\.duckdb/) })
    expect(restored).toMatchObject({ exitCode: 73 })
    expect(seen.find(({ name }) => name === 'lock')).toMatchObject({ status: 'warn', message: expect.stringContaining(`PID ${child.pid}`) })
    expect((await backupFile({ path })).tables.model_benchmark_runs).toBeGreaterThan(1)
  })
})

describe('one file in one process', () => {
  it('is opened once: again by the same name or by a link throws, and so does replacing it', async () => {
    const folder = temporaryFolder()
    const path = join(folder, 'one.duckdb')
    const store = await openStore({ path, dailyBackups: false })
    await store.insertRun(usualRun(1))
    symlinkSync(path, join(folder, 'link.duckdb'))
    for (const name of [path, join(folder, 'link.duckdb'), join(folder, '.', 'one.duckdb')]) await expect(openStore({ path: name })).rejects.toThrow('already open in this process')
    const copy = await store.backup(join(folder, 'copy.duckdb'))
    await expect(restoreStore({ from: copy.path, path })).rejects.toMatchObject({ exitCode: 73 })
    await expect(backupFile({ path })).rejects.toThrow('already open in this process')
    await store.insertRun(usualRun(2))
    await store.close()
    const again = await openStore({ path, dailyBackups: false })
    expect((await again.listRuns({ limit: 1, offset: 0 })).total).toBe(2)
    await again.close()
  })
})
