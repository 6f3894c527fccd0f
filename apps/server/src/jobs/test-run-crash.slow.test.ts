import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { TEST_PREFIX } from '@benchcast/core/api'
import { describe, expect, it } from 'vitest'
import { inFolder, type SpawnedServer, spawnServer } from '../testing/spawn-server.ts'

const TINY = 'prajjwal1/bert-tiny'
const ENDS_WITHIN_MS = 40_000

interface Status {
  readonly run_id: string
  readonly status: string
  readonly progress: number
}

async function call<T>(url: string, body?: object): Promise<T> {
  const response = await fetch(url, body && { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
  return (await response.json()) as T
}

async function until(url: string, id: string, holds: (status: Status) => boolean): Promise<Status> {
  const giveUp = performance.now() + ENDS_WITHIN_MS
  for (;;) {
    const status = await call<Status>(`${url}${TEST_PREFIX}/status/${id}`)
    if (holds(status) || performance.now() > giveUp) return status
    await sleep(50)
  }
}

const hasEnded = ({ status }: Status): boolean => status === 'completed' || status === 'failed'

async function killed(server: SpawnedServer): Promise<void> {
  server.process.kill('SIGKILL')
  await server.ended
}

describe('Test runs', () => {
  it('end definitely after the server was killed in the middle of one, the waiting ones too', () =>
    inFolder(async (folder) => {
      const args = ['--db', join(folder, 'test.duckdb'), '--results-dir', join(folder, 'files')]
      const before = spawnServer(args)
      const url = await before.url
      const start = (body: object) => call<Status>(`${url}${TEST_PREFIX}/run`, { model_name: TINY, ...body })
      const [running, waiting, refused] = [await start({}), await start({}), await start({ model_name: 'my/own-thing' })]
      expect((await until(url, running.run_id, ({ status }) => status !== 'initializing')).status).toBe('running')
      expect((await call<Status>(`${url}${TEST_PREFIX}/status/${waiting.run_id}`)).status).toBe('initializing')
      await killed(before)
      const after = spawnServer(args)
      const again = await after.url
      const ends = []
      for (const { run_id } of [running, waiting, refused]) ends.push((await until(again, run_id, hasEnded)).status)
      expect(ends).toEqual(['completed', 'completed', 'failed'])
      expect(await call<readonly Status[]>(`${again}${TEST_PREFIX}/runs`)).toHaveLength(3)
      await killed(after)
    }))
})
