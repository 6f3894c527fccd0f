import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore } from '@benchcast/server/storage'
import { Command } from 'commander'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { backupCommand } from './backup.ts'
import { doctorCommand } from './doctor.ts'
import { restoreCommand } from './restore.ts'

const folder = mkdtempSync(join(tmpdir(), 'benchcast-cli-'))
const db = join(folder, 'x.duckdb')

beforeAll(async () => {
  const store = await openStore({ path: db, dailyBackups: false })
  const summary = { run_id: 'benchmark-run-1', benchmark_name: 'n', dataset_id: 'd', task_type: 'classification', models: [], created_at: '2026-11-21T10:00:00Z' }
  await store.insertRun({ summary, document: '{}', records: [] })
  await store.close()
})
afterEach(() => {
  process.exitCode = 0
  vi.restoreAllMocks()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Runs a command line in this process; what it printed and the exit code it left. */
async function benchcast(...args: readonly string[]): Promise<{ out: string; err: string; exitCode: number }> {
  const out = vi.spyOn(console, 'log').mockImplementation(() => {})
  const written = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  const err = vi.spyOn(console, 'error').mockImplementation(() => {})
  const program = new Command('benchcast').exitOverride()
  for (const register of [backupCommand, restoreCommand, doctorCommand]) register(program)
  await program.parseAsync(['node', 'benchcast', ...args])
  const text = (...spies: readonly { readonly mock: { readonly calls: readonly (readonly unknown[])[] } }[]) => spies.flatMap((spy) => spy.mock.calls.map(([line]) => String(line))).join('\n')
  const result = { out: text(out, written), err: text(err), exitCode: Number(process.exitCode ?? 0) }
  vi.restoreAllMocks()
  process.exitCode = 0
  return result
}

describe('benchcast', () => {
  it('backup prints the path of the copy alone, and its rows beside', async () => {
    const to = join(folder, 'copy.duckdb')
    const { out, err } = await benchcast('backup', '--db', db, '--to', to)
    expect(out).toBe(to)
    expect(err).toMatch(/model_benchmark_runs +1 rows/)
    await expect(benchcast('backup', '--db', db, '--to', to)).rejects.toThrow('never overwrites')
    expect((await benchcast('backup', '--db', db)).out).toMatch(/x\.duckdb\.backups\/.*-manual\.duckdb$/)
    await expect(benchcast('backup', '--db', join(folder, 'none.duckdb'))).rejects.toMatchObject({ exitCode: 75 })
  })

  it('restore asks before it moves a database aside, and keeps it', async () => {
    const from = join(folder, 'from.duckdb')
    await benchcast('backup', '--db', db, '--to', from)
    const target = join(folder, 'target.duckdb')
    expect((await benchcast('restore', '--from', from, '--db', target)).out).toBe(target)
    const unasked = await benchcast('restore', '--from', from, '--db', target)
    expect(unasked).toMatchObject({ exitCode: 2, err: expect.stringContaining('nothing was changed') })
    expect((await benchcast('restore', '--from', from, '--db', target, '--yes')).err).toMatch(/kept .*target\.duckdb\.replaced-/)
    expect(readdirSync(folder).filter((name) => name.startsWith('target.duckdb.replaced-'))).toHaveLength(1)
    const store = await openStore({ path: target, dailyBackups: false })
    expect({ document: await store.findRun('benchmark-run-1'), warnings: store.openWarnings }).toEqual({ document: '{}', warnings: [] })
    await store.close()
  })

  it('restore refuses a file that is no backup and leaves the database as it was', async () => {
    const from = join(folder, 'rubbish.duckdb')
    writeFileSync(from, 'rubbish')
    await expect(benchcast('restore', '--from', from, '--db', db, '--yes')).rejects.toMatchObject({ exitCode: 74, message: expect.stringContaining(from) })
    expect(existsSync(db)).toBe(true)
  })

  it('doctor shows each check, as lines or as JSON, and fails with exit code 1', async () => {
    const well = await benchcast('doctor', '--db', db)
    expect(well.exitCode).toBe(0)
    for (const name of ['file', 'lock', 'log', 'version', 'completeness', 'backups', 'free_disk', 'settings', 'address', 'keys', 'origins', 'limits', 'files'])
      expect(well.out).toMatch(new RegExp(`^(ok|warn|FAIL) +${name} `, 'm'))
    const { checks } = JSON.parse((await benchcast('doctor', '--db', db, '--json')).out) as { checks: { name: string; status: string }[] }
    expect(checks.find(({ name }) => name === 'completeness')?.status).toBe('ok')
    const broken = join(folder, 'broken.duckdb')
    writeFileSync(broken, 'rubbish')
    expect(await benchcast('doctor', '--db', broken)).toMatchObject({ exitCode: 1, out: expect.stringContaining('FAIL  file') })
    expect(await benchcast('doctor', '--db', join(folder, 'none.duckdb'))).toMatchObject({ exitCode: 1 })
  })
})
