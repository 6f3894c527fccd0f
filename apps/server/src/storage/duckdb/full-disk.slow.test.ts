import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { BenchcastError } from '@benchcast/core/errors'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { openStore, type Store } from '../index.ts'
import { usualRun } from '../testing/run-write.ts'
import { removeTemporaryFolders, temporaryFolder } from '../testing/temporary-folder.ts'

const mounted: string[] = []

/** A small disk of our own; the reason when that is not possible here. */
function smallDisk(size: string): string {
  const folder = join(temporaryFolder(), 'disk')
  mkdirSync(folder)
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder], { stdio: 'pipe' })
  mounted.push(folder)
  return folder
}

function whyNoDisk(): string | undefined {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'needs Linux and root to mount a small tmpfs'
  try {
    smallDisk('1m')
    unmountAll()
    return undefined
  } catch (error) {
    return `mount is refused here: ${(error as Error).message}`
  }
}

const unmountAll = () => {
  for (const folder of mounted.splice(0)) execFileSync('umount', [folder])
}

/** Writes from 16 callers until each was refused once; the numbers that were acknowledged and the codes of the refusals. */
async function fill(store: Store, from: number): Promise<{ acknowledged: number[]; codes: Set<string> }> {
  const acknowledged: number[] = []
  const codes = new Set<string>()
  let next = from
  const writeUntilRefused = async () => {
    for (;;) {
      const n = next++
      try {
        await store.insertRun(usualRun(n))
        acknowledged.push(n)
      } catch (error) {
        codes.add(error instanceof BenchcastError ? error.code : String(error))
        return
      }
    }
  }
  await Promise.all(Array.from({ length: 16 }, writeUntilRefused))
  return { acknowledged, codes }
}

/** The same again and again, until nothing is taken also when all that was acknowledged is in the database and the disk was looked at anew. */
async function fillForGood(store: Store): Promise<{ acknowledged: number[]; codes: Set<string> }> {
  const all = { acknowledged: [] as number[], codes: new Set<string>() }
  for (let from = 0; ; from += 100_000) {
    const { acknowledged, codes } = await fill(store, from)
    all.acknowledged.push(...acknowledged)
    for (const code of codes) all.codes.add(code)
    if (acknowledged.length === 0) return all
    await store.findRun('none')
    // Health looks afresh once a second, and with it at the disk.
    await new Promise((resolve) => setTimeout(resolve, 1100))
    await store.health()
  }
}

const reason = whyNoDisk()
afterEach(unmountAll)
afterAll(removeTemporaryFolders)

describe.skipIf(reason)(`a full disk${reason ? ` (skipped: ${reason})` : ''}`, () => {
  it('below the margin refuses writes as storage_full, reads on, and writes again once there is room', async () => {
    const disk = smallDisk('48m')
    const store = await openStore({ path: join(disk, 'x.duckdb'), minFreeBytes: 24 * 1024 * 1024, dailyBackups: false })
    const { acknowledged, codes } = await fillForGood(store)
    expect([...codes]).toEqual(['storage_full'])
    expect((await store.health()).filter(({ ok }) => !ok).map(({ name }) => name)).toEqual(['free_disk'])
    expect(await store.findRun(`benchmark-run-${acknowledged[0]}`)).toBe(usualRun(acknowledged[0]!).document)
    execFileSync('mount', ['-o', 'remount,size=200m', disk])
    await new Promise((resolve) => setTimeout(resolve, 1100))
    expect((await store.health()).every(({ ok }) => ok)).toBe(true)
    await store.insertRun(usualRun(1_000_000))
    await store.close()
  })

  it('that stops DuckDB in mid-write is opened anew: refused writes are not there, acknowledged ones are', async () => {
    const disk = smallDisk('48m')
    const unusable: Error[] = []
    const store = await openStore({ path: join(disk, 'x.duckdb'), minFreeBytes: 0, dailyBackups: false, memory: { documentBytes: 0 }, onUnusable: (error) => unusable.push(error) })
    const { acknowledged, codes } = await fill(store, 0)
    for (const each of codes) expect(['storage_full', 'database_unavailable']).toContain(each)
    execFileSync('mount', ['-o', 'remount,size=400m', disk])
    const later = await writeAgain(store)
    expect(unusable).toEqual([])
    const { total } = await store.listRuns({ limit: 1, offset: 0 })
    expect(total).toBe(acknowledged.length + 1)
    for (const n of [...acknowledged.slice(-50), later]) expect(await store.findRun(`benchmark-run-${n}`)).toBe(usualRun(n).document)
    expect(store.stats().missingWrites).toBe(0)
    await store.close()
    const again = await openStore({ path: join(disk, 'x.duckdb'), minFreeBytes: 0, dailyBackups: false })
    expect({ total: (await again.listRuns({ limit: 1, offset: 0 })).total, warnings: again.openWarnings }).toEqual({ total, warnings: [] })
    await again.close()
  })
})

/** What a client does: tries until it is taken. */
async function writeAgain(store: Store): Promise<number> {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const n = 1_000_000 + attempt
    const taken = await store.insertRun(usualRun(n)).then(
      () => true,
      () => false,
    )
    if (taken) return n
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('the database did not come back')
}
