import { cp, readdir } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, describe, expect, it } from 'vitest'
import { openStore } from '../index.ts'
import { startChild } from '../testing/child.ts'
import { queryFile } from '../testing/read-file.ts'
import { removeTemporaryFolders, temporaryFolder } from '../testing/temporary-folder.ts'

const ROUNDS = Number(process.env.BENCHCAST_CRASH_ROUNDS ?? 10)
const countBySeq = (table: string) => `(SELECT seq, count(*) AS n FROM ${table} GROUP BY seq)`
const RUNS_AND_PARTS = `SELECT run_id, coalesce(m.n, 0), coalesce(k.n, 0) FROM model_benchmark_runs r LEFT JOIN ${countBySeq('model_benchmark_metrics')} m USING (seq) LEFT JOIN ${countBySeq('idempotency_keys')} k USING (seq)`

interface Ledger {
  readonly acknowledged: Set<string>
  readonly unanswered: Set<string>
  readonly warnings: string[]
}

const startsWith = (lines: readonly string[], start: string) => lines.filter((line) => line.startsWith(start)).map((line) => line.slice(start.length))

/** One life of the writing program, ended by SIGKILL at a random moment. */
async function round(file: string, number: number, { acknowledged, unanswered, warnings }: Ledger): Promise<void> {
  const child = startChild('writing-program', [file, `r${number}`], { RETRY: [...unanswered].join(' ') })
  await child.said('up')
  await sleep(20 + Math.random() * 300)
  await child.kill()
  warnings.push(...startsWith(child.lines, 'warning '))
  for (const id of startsWith(child.lines, 'try ')) unanswered.add(id)
  for (const id of startsWith(child.lines, 'ok ')) {
    acknowledged.add(id)
    unanswered.delete(id)
  }
}

/** What the next start would find, seen on a copy, so that the next program starts from what the kill left. */
async function recoveredRows(file: string, sql: string): Promise<readonly (readonly unknown[])[]> {
  const copy = join(temporaryFolder(), basename(file))
  for (const name of await readdir(dirname(file))) if (name.startsWith(basename(file)) && !name.endsWith('.tmp')) await cp(join(dirname(file), name), join(dirname(copy), name), { recursive: true })
  const store = await openStore({ path: copy, dailyBackups: false })
  await store.close()
  return queryFile(copy, sql)
}

afterAll(removeTemporaryFolders)

describe('a writing program that is killed', () => {
  it(
    `loses, tears and doubles nothing in ${ROUNDS} rounds`,
    async () => {
      const file = join(temporaryFolder(), 'crash.duckdb')
      const ledger: Ledger = { acknowledged: new Set(), unanswered: new Set(), warnings: [] }
      const found = { lost: 0, torn: 0, twice: 0 }
      for (let number = 0; number < ROUNDS; number += 1) {
        await round(file, number, ledger)
        const rows = (await recoveredRows(file, RUNS_AND_PARTS)) as [string, bigint, bigint][]
        const stored = new Set(rows.map(([id]) => id))
        found.lost += [...ledger.acknowledged].filter((id) => !stored.has(id)).length
        found.twice += rows.length - stored.size
        found.torn += rows.filter(([, records, keys]) => records !== 2n || keys !== 1n).length
      }
      console.info(`crash test: ${ROUNDS} kills, ${ledger.acknowledged.size} acknowledged, ${JSON.stringify(found)}`)
      expect(found).toEqual({ lost: 0, torn: 0, twice: 0 })
      expect(ledger.warnings).toEqual([])
      expect(ledger.acknowledged.size).toBeGreaterThan(ROUNDS * 10)
      const store = await openStore({ path: file, dailyBackups: false })
      expect((await store.listRuns({ limit: 1, offset: 0 })).total).toBeGreaterThanOrEqual(ledger.acknowledged.size)
      expect({ ...store.stats() }).toMatchObject({ missingWrites: 0 })
      await store.close()
    },
    60_000 + ROUNDS * 5000,
  )

  it('keeps others out while it lives: exit 73 with its PID, and no trace of the attempt', async () => {
    const file = join(temporaryFolder(), 'held.duckdb')
    const child = startChild('writing-program', [file, 'held'])
    await child.said('ok')
    const second = await openStore({ path: file }).catch((error: unknown) => error)
    await child.kill()
    expect(second).toMatchObject({ exitCode: 73, message: expect.stringContaining(`${file} is in use by PID ${child.pid}`) })
    expect(await recoveredRows(file, 'SELECT count(*) > 0 FROM model_benchmark_runs')).toEqual([[true]])
  })
})
