import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { doctor, openStore, restoreStore } from '../index.ts'
import { startChild } from '../testing/child.ts'
import { runWrite, usualRun } from '../testing/run-write.ts'
import { removeTemporaryFolders, temporaryFolder } from '../testing/temporary-folder.ts'
import { readSequenceFile } from './sequence-file.ts'

const wal = (file: string) => `${file}.wal`
const change = (file: string, edit: (bytes: Buffer) => Buffer) => writeFileSync(file, edit(readFileSync(file)))
const flip = (bytes: Buffer, from: number, count: number) => bytes.fill(255 - bytes[from]!, from, from + count)
const checks = async (path: string) => Object.fromEntries((await doctor({ path })).map(({ name, status }) => [name, status]))
const total = async (path: string, options = {}) => {
  const store = await openStore({ path, dailyBackups: false, ...options })
  const found = { total: (await store.listRuns({ limit: 1, offset: 0 })).total, missing: store.stats().missingWrites, warnings: store.openWarnings }
  await store.close()
  return found
}

/** Whether a database opens after each damage; if it does, whether more than the last group of writes is lost. */
const DAMAGES = [
  { name: 'log cut by 7 bytes', opens: true, losesMany: false, damage: (file: string) => change(wal(file), (bytes) => bytes.subarray(0, -7)) },
  { name: 'log cut in half', opens: true, losesMany: true, damage: (file: string) => change(wal(file), (bytes) => bytes.subarray(0, bytes.length >> 1)) },
  { name: '64 strange bytes after the log', opens: true, losesMany: false, damage: (file: string) => change(wal(file), (bytes) => Buffer.concat([bytes, Buffer.alloc(64, 0xa7)])) },
  { name: '8 bytes flipped in the log', opens: false, check: /checksum/, damage: (file: string) => change(wal(file), (bytes) => flip(bytes, bytes.length >> 1, 8)) },
  { name: 'header of the file zeroed', opens: false, check: /not a valid DuckDB database/, damage: (file: string) => change(file, (bytes) => bytes.fill(0, 0, 4096)) },
  { name: 'blocks of the file damaged', opens: false, check: /checksum/, damage: (file: string) => change(file, (bytes) => flip(bytes, 12_288 + 64, bytes.length - 12_288 - 64)) },
  { name: 'file emptied', opens: false, check: /not a valid DuckDB database/, damage: (file: string) => writeFileSync(file, '') },
]

/** A database with one good backup that a program was killed over, as bytes by file name. */
const killed = { files: new Map<string, Buffer>(), acknowledged: 0, inBackup: 40 }

beforeAll(async () => {
  const file = join(temporaryFolder(), 'x.duckdb')
  const store = await openStore({ path: file })
  await Promise.all(Array.from({ length: killed.inBackup }, (_, n) => store.insertRun(usualRun(n))))
  await store.close()
  // Two callers do not fill the journal: everything is in DuckDB's log.
  const child = startChild('writing-program', [file, 'x'], { CALLERS: '2' })
  await child.said('ok x-200')
  await child.kill()
  killed.acknowledged = killed.inBackup + child.lines.filter((line) => line.startsWith('ok ')).length
  for (const name of readdirSync(dirname(file), { recursive: true, withFileTypes: true })) {
    if (name.isFile()) killed.files.set(join(name.parentPath, name.name).slice(dirname(file).length + 1), readFileSync(join(name.parentPath, name.name)))
  }
})
afterAll(removeTemporaryFolders)

function killedDatabase(): string {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'x.duckdb.backups'))
  for (const [name, bytes] of killed.files) writeFileSync(join(folder, name), bytes)
  return join(folder, 'x.duckdb')
}

describe('a database whose program was killed', () => {
  it('opens whole when nothing is damaged, and keeps the log as it was', async () => {
    const file = killedDatabase()
    expect(await checks(file)).toMatchObject({ file: 'ok', log: 'warn', completeness: 'ok', backups: 'ok' })
    const log = readFileSync(wal(file))
    expect(await total(file)).toMatchObject({ missing: 0, warnings: [] })
    expect(readFileSync(`${wal(file)}.before-open`).equals(log)).toBe(true)
    expect(await checks(file)).toMatchObject({ file: 'ok', log: 'ok', completeness: 'ok' })
  })

  it.each(DAMAGES.filter(({ opens }) => opens))('$name: opens, and says exactly how many acknowledged writes are missing', async ({ damage, losesMany }) => {
    const file = killedDatabase()
    const acknowledged = readSequenceFile(`${file}.seq`) as number
    expect(acknowledged).toBeGreaterThanOrEqual(killed.acknowledged)
    damage(file)
    const found = await total(file)
    expect(found.missing).toBe(Math.max(0, acknowledged - found.total))
    expect(found.warnings.join()).toContain(found.missing > 0 ? `${found.missing} of ${acknowledged} acknowledged writes are missing` : '')
    expect(found.missing > 50).toBe(losesMany)
    expect(await total(file)).toMatchObject({ total: found.total, missing: 0, warnings: [] })
  })

  it.each(DAMAGES.filter(({ opens }) => !opens))('$name: exit 74 with the file, the check and the newest good backup, which restores', async ({ damage, check }) => {
    const file = killedDatabase()
    damage(file)
    const backup = join(`${file}.backups`, readdirSync(`${file}.backups`)[0]!)
    expect((await checks(file)).file).toBe('fail')
    const error = (await openStore({ path: file }).catch((thrown: unknown) => thrown)) as Error
    expect(error).toMatchObject({ exitCode: 74, message: expect.stringContaining(file) })
    expect(error.message).toMatch(check!)
    expect(error.message).toContain(`benchcast restore --from ${backup}`)
    const { replaced } = await restoreStore({ from: backup, path: file })
    expect(replaced.map((name) => basename(name).replace(/replaced-.*/, ''))).toContain('x.duckdb.')
    expect(await total(file)).toMatchObject({ total: killed.inBackup, missing: 0, warnings: [] })
  })

  it('serves what lies in whole blocks when another block is damaged, and says so', async () => {
    const file = join(temporaryFolder(), 'block.duckdb')
    const document = (n: number) => JSON.stringify(createHash('shake256', { outputLength: 4000 }).update(String(n)).digest('base64'))
    const store = await openStore({ path: file })
    await Promise.all(Array.from({ length: 1500 }, (_, n) => store.insertRun(runWrite(n, { document: document(n) }))))
    await store.close()
    change(file, (bytes) => flip(bytes, Math.floor(bytes.length * 0.5), 1))
    const damaged = await openStore({ path: file, dailyBackups: false, memory: { documentBytes: 0 } })
    const outcomes = await Promise.all(
      Array.from({ length: 1500 }, (_, n) =>
        damaged.findRun(`benchmark-run-${n}`).then(
          (found) => (found === document(n) ? 'whole' : 'wrong'),
          ({ code }) => code as string,
        ),
      ),
    )
    expect(new Set(outcomes)).toEqual(new Set(['whole', 'database_unavailable']))
    expect(damaged.openWarnings.join()).toContain(`${file} is damaged`)
    await damaged.close()
    const [found] = await doctor({ path: file })
    expect(found).toMatchObject({ name: 'file', status: 'fail', message: expect.stringMatching(/checksum.*benchcast restore --from .*daily-at-1500/) })
  })

  it('with acceptWalLoss starts without a log that cannot be replayed, moved aside and never deleted', async () => {
    const file = killedDatabase()
    change(wal(file), (bytes) => flip(bytes, bytes.length >> 1, 8))
    const log = readFileSync(wal(file))
    const found = await total(file, { acceptWalLoss: true })
    expect(found.total).toBe(killed.inBackup)
    expect(found.missing).toBeGreaterThanOrEqual(killed.acknowledged - killed.inBackup)
    const aside = readdirSync(dirname(file)).find((name) => name.includes('.wal.corrupt-'))
    expect(readFileSync(join(dirname(file), aside!)).equals(log)).toBe(true)
  })

  it('is not touched by acceptWalLoss when the file itself is damaged', async () => {
    const file = killedDatabase()
    change(file, (bytes) => bytes.fill(0, 0, 4096))
    await expect(openStore({ path: file, acceptWalLoss: true })).rejects.toMatchObject({ exitCode: 74 })
    expect(existsSync(wal(file))).toBe(true)
  })

  it('says when the side file is not readable', async () => {
    const file = killedDatabase()
    writeFileSync(`${file}.seq`, 'not a number')
    expect((await total(file)).warnings.join()).toContain(`${file}.seq cannot be read`)
  })
})
