import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openStore } from './index.ts'

describe.skipIf(process.platform === 'win32')('Files of a database', () => {
  it('are readable by their owner alone: the database, its log, its number file and its backups', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'benchcast-mode-'))
    const store = await openStore({ path: join(folder, 'private.duckdb') })
    const entry = { entry_id: 'a', timestamp: '2026-01-01T00:00:00.000Z', action: 'key.used', who: 'tests', key_id: null, address: '', target: '', outcome: 'ok', detail: '', metadata: {} } as const
    await store.writeAudit({ entry })
    const backup = join(folder, 'copy.duckdb')
    await store.backup(backup)
    const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((found) => found.isFile()).map(({ parentPath, name }) => join(parentPath, name))
    const open = (await Promise.all(files.map(async (path) => [path, (await stat(path)).mode & 0o077] as const))).filter(([, mode]) => mode !== 0)
    await store.close()
    await rm(folder, { recursive: true })
    expect(files).toEqual(expect.arrayContaining([join(folder, 'private.duckdb'), join(folder, 'private.duckdb.wal'), backup]))
    expect(open).toEqual([])
  })
})
