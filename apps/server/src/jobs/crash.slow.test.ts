import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { ENDPOINTS, PREDICTIVE_PREFIX } from '@benchcast/core/api'
import { describe, expect, it } from 'vitest'
import { queryFile } from '../storage/testing/read-file.ts'
import { inFolder, spawnServer } from '../testing/spawn-server.ts'

const ROUNDS = Number(process.env.BENCHCAST_CRASH_ROUNDS ?? 6)
const CALLERS = 16
const MEASUREMENT = ENDPOINTS.recordMeasurement.examples!.request as object
const ENDS_WITHIN_MS = 30_000

/** What was acknowledged: task ids, and the model names of measurements. */
interface Ledger {
  readonly tasks: string[]
  readonly measurements: string[]
}

const post = async (url: string, path: string, body: object): Promise<string> => {
  const response = await fetch(`${url}${PREDICTIVE_PREFIX}/${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`)
  return ((await response.json()) as { task_id: string }).task_id
}

/** Writes until the server is gone. */
async function caller(url: string, name: string, { tasks, measurements }: Ledger): Promise<void> {
  try {
    for (let n = 0; ; n += 1) {
      const model_name = `${name}-${n}`
      tasks.push(await post(url, 'record-measurement', { ...MEASUREMENT, model_name }))
      measurements.push(model_name)
      tasks.push(await post(url, 'analyze-predictions', { days: 30 }))
    }
  } catch {
    // The connection broke: what was not answered was not acknowledged.
  }
}

async function round(database: string, number: number, ledger: Ledger): Promise<void> {
  const server = spawnServer(['--db', database])
  const url = await server.url
  const callers = Promise.all(Array.from({ length: CALLERS }, (_, index) => caller(url, `r${number}c${index}`, ledger)))
  const before = ledger.measurements.length
  while (ledger.measurements.length < before + CALLERS) await sleep(10)
  await sleep(Math.random() * 700)
  server.process.kill('SIGKILL')
  await server.ended
  await callers
}

/** The state of each task, once it has ended. */
async function ends(url: string, tasks: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const states = new Map<string, string>()
  const giveUp = performance.now() + ENDS_WITHIN_MS
  for (const id of tasks) {
    let status = 'unknown'
    while (performance.now() < giveUp) {
      const response = await fetch(`${url}${PREDICTIVE_PREFIX}/task/${id}?wait=5`)
      status = response.ok ? ((await response.json()) as { status: string }).status : String(response.status)
      if (status !== 'pending' && status !== 'running') break
    }
    states.set(id, status)
  }
  return states
}

describe('A server that is killed at random', () => {
  it(
    `loses no acknowledged measurement in ${ROUNDS} rounds, doubles none, and every acknowledged task ends`,
    () =>
      inFolder(async (folder) => {
        const database = join(folder, 'crash.duckdb')
        const ledger: Ledger = { tasks: [], measurements: [] }
        for (let number = 0; number < ROUNDS; number += 1) await round(database, number, ledger)
        const server = spawnServer(['--db', database])
        const url = await server.url
        const states = await ends(url, ledger.tasks)
        expect(
          Object.fromEntries(
            Map.groupBy([...states.values()], (status) => status)
              .entries()
              .map(([status, all]) => [status, all.length]),
          ),
        ).toEqual({ completed: ledger.tasks.length })
        server.process.kill('SIGTERM')
        expect((await server.ended).code).toBe(0)
        const stored = (await queryFile(database, 'SELECT model_name FROM performance_measurements')).map(([name]) => String(name))
        const lost = ledger.measurements.filter((name) => !stored.includes(name))
        console.info(`${ROUNDS} kills: ${ledger.tasks.length} tasks and ${ledger.measurements.length} measurements acknowledged, ${lost.length} lost, ${stored.length - new Set(stored).size} doubled`)
        expect({ lost, doubled: stored.length - new Set(stored).size }).toEqual({ lost: [], doubled: 0 })
        expect(ledger.measurements.length).toBeGreaterThan(ROUNDS * 10)
        const [[twice]] = (await queryFile(database, "SELECT count(*) FROM (SELECT task_id FROM tasks WHERE event IN ('completed', 'failed') GROUP BY task_id HAVING count(*) > 1)")) as [[bigint]]
        expect(twice).toBe(0n)
      }),
    120_000 + ROUNDS * 10_000,
  )
})
