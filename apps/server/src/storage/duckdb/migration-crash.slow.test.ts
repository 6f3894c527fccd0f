import { copyFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, expect, it } from 'vitest'
import { openStore } from '../index.ts'
import { MIGRATIONS } from '../migrations/index.ts'
import { startChild } from '../testing/child.ts'
import { HEAVY } from '../testing/migrating-program.ts'
import { queryFile } from '../testing/read-file.ts'
import { usualRun } from '../testing/run-write.ts'
import { removeTemporaryFolders, temporaryFolder } from '../testing/temporary-folder.ts'

const ROUNDS = Number(process.env.BENCHCAST_MIGRATION_ROUNDS ?? 12)
const FINGERPRINTS = {
  runs: 'SELECT count(*), bit_xor(hash(r)) FROM model_benchmark_runs r',
  heavy: 'SELECT count(*), bit_xor(hash(h)) FROM heaviest h',
}

afterAll(removeTemporaryFolders)

it(`a migration killed at ${ROUNDS} random moments is there whole or not at all, and the next start finishes it`, async () => {
  const folder = temporaryFolder()
  const original = join(folder, 'original.duckdb')
  const store = await openStore({ path: original, dailyBackups: false })
  await Promise.all(Array.from({ length: 300 }, (_, n) => store.insertRun(usualRun(n))))
  await store.close()
  const runs = await queryFile(original, FINGERPRINTS.runs)
  const results: unknown[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const file = join(folder, `round-${round}.duckdb`)
    copyFileSync(original, file)
    const child = startChild('migrating-program', [file])
    await child.said('migrating')
    await sleep(50 + Math.random() * 500)
    await child.kill()
    const tables = (await queryFile(file, 'SELECT table_name FROM duckdb_tables()')).flat()
    const [[version]] = (await queryFile(file, 'SELECT max(version) FROM schema_version')) as [[number]]
    expect(new Set(tables.filter((name) => String(name).startsWith('heav')))).toEqual(new Set(version === HEAVY.version ? ['heaviest', 'heavy'] : []))
    const again = await openStore({ path: file, migrations: [...MIGRATIONS, HEAVY], dailyBackups: false })
    await again.close()
    expect(await queryFile(file, FINGERPRINTS.runs)).toEqual(runs)
    results.push(await queryFile(file, FINGERPRINTS.heavy))
    const backups = readdirSync(`${file}.backups`).filter((name) => name.includes(`before-update-of-v${MIGRATIONS.length}`))
    expect(await queryFile(join(`${file}.backups`, backups[0]!), FINGERPRINTS.runs)).toEqual(runs)
  }
  expect(new Set(results.map(String)).size).toBe(1)
})

it('an older program refuses the file of a newer one with exit 78', async () => {
  const path = join(temporaryFolder(), 'newer.duckdb')
  const newer = await openStore({ path, migrations: [...MIGRATIONS, { version: MIGRATIONS.length + 1, name: 'later', statements: ['CREATE TABLE later (a integer NOT NULL)'] }], dailyBackups: false })
  await newer.close()
  await expect(openStore({ path })).rejects.toMatchObject({ exitCode: 78, message: expect.stringContaining(`${path} is of version ${MIGRATIONS.length + 1}`) })
})
