import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { newId } from '../ids.ts'
import { openStore } from '../storage/index.ts'
import { removeTemporaryFolders, temporaryFolder } from '../storage/testing/temporary-folder.ts'
import { COMMAND_LINE } from './actor.ts'
import { AuditLog } from './audit-log.ts'

afterAll(removeTemporaryFolders)

const DAY = 86_400_000
const START = Date.parse('2026-01-01T00:00:00Z')

describe('The audit log', () => {
  it('keeps the newest entries of the last days, says how many went, and the database misses none of them', async () => {
    const path = join(temporaryFolder(), 'audit.duckdb')
    let clock = START
    const write = async (count: number, from: number, keeping: { entries: number; days: number }) => {
      const store = await openStore({ path, dailyBackups: false })
      expect(store.openWarnings).toEqual([])
      const log = new AuditLog({ store, now: () => new Date(clock).toISOString(), newId })
      for (let n = from; n < from + count; n += 1) await log.write({ action: 'data.deleted', actor: COMMAND_LINE, target: `${n}`, outcome: 'ok' })
      const gone = await log.prune(keeping)
      const { rows, total } = await store.listRecords('audit', { limit: 100, offset: 0 })
      await store.close()
      return { gone, total, entries: rows.map(({ action, target, detail }) => (action === 'audit.pruned' ? `pruned ${detail}` : target)) }
    }
    expect(await write(30, 0, { entries: 30, days: 365 })).toMatchObject({ gone: 0, total: 30 })
    expect(await write(2, 30, { entries: 5, days: 365 })).toEqual({ gone: 28, total: 5, entries: ['pruned 28', '31', '30', '29', '28'] })
    clock += 3 * DAY
    // The entry that tells of the first 28 goes as well, and is told of.
    expect(await write(1, 32, { entries: 5, days: 2 })).toEqual({ gone: 5, total: 2, entries: ['pruned 33', '32'] })
    expect(await write(0, 33, { entries: 5, days: 2 })).toMatchObject({ gone: 0, total: 2 })
  })
})
