import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { inFolder, type SpawnedServer, spawnServer } from '../testing/spawn-server.ts'

// biome-ignore lint/suspicious/noExplicitAny: a test reads what it expects to be there
type Json = any

const WITHIN_MS = 60_000

async function freePort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  return String(port)
}

async function until<T>(found: () => Promise<T | undefined>): Promise<T> {
  for (const giveUp = performance.now() + WITHIN_MS; performance.now() < giveUp; await sleep(100)) {
    const value = await found()
    if (value !== undefined) return value
  }
  throw new Error('It did not come true in time')
}

const get = async (url: string): Promise<Json> => (await fetch(url)).json()

/** Measures one tiny configuration and gives its result. */
async function measure(url: string, batch: number): Promise<Json> {
  const body = { models: ['prajjwal1/bert-tiny'], hardware: ['cpu'], batch_sizes: [batch], sequence_length: 16, max_seconds: 0.2, warmup_iterations: 1 }
  const { run_id } = await (await fetch(`${url}/api/benchmark/run`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })).json()
  await until(async () => (['completed', 'failed'].includes((await get(`${url}/api/benchmark/status/${run_id}`)).status) ? true : undefined))
  return (await get(`${url}/api/benchmark/results/${run_id}`)).benchmark_results?.[0] ?? (await get(`${url}/api/benchmark/results/${run_id}`))
}

async function kill(server: SpawnedServer): Promise<void> {
  server.process.kill('SIGKILL')
  await server.ended
}

describe('A benchmark where the predictive API is another process', () => {
  it('becomes a measurement there exactly once, with the prediction before it, also when both are killed before it was sent', async () => {
    await inFolder(async (folder) => {
      const [near, far] = [await freePort(), await freePort()]
      const startFar = () => spawnServer(['--only', 'predictive-performance', '--port', far, '--db', join(folder, 'far.duckdb')])
      const startNear = () => spawnServer(['--only', 'benchmark', '--port', near, '--db', join(folder, 'near.duckdb'), '--upstreams', `predictive-performance=http://127.0.0.1:${far}`])
      const recorded = async (count: number) =>
        until(async () => {
          const { measurements } = await get(`http://127.0.0.1:${far}/api/predictive-performance/measurements?limit=100`).catch(() => ({ measurements: [] }))
          return measurements.length >= count ? (measurements as Json[]) : undefined
        })
      let [predictive, benchmark] = [startFar(), startNear()]
      try {
        await Promise.all([predictive.url, benchmark.url])
        await measure(`http://127.0.0.1:${near}`, 1)
        const [first] = await recorded(1)
        expect(first).toMatchObject({ model_name: 'prajjwal1/bert-tiny', batch_size: 1, measurement_source: 'benchmark', prediction_id: expect.any(String), throughput: expect.any(Number) })
        await kill(predictive)
        await measure(`http://127.0.0.1:${near}`, 2)
        await kill(benchmark)
        ;[predictive, benchmark] = [startFar(), startNear()]
        await Promise.all([predictive.url, benchmark.url])
        const both = await recorded(2)
        await kill(benchmark)
        benchmark = startNear()
        await benchmark.url
        await sleep(1000)
        expect((await recorded(2)).map(({ batch_size }) => batch_size).toSorted((a, b) => a - b)).toEqual([1, 2])
        expect(new Set(both.map(({ metadata }) => metadata.sync_id)).size).toBe(2)
      } finally {
        await Promise.all([kill(predictive), kill(benchmark)])
      }
    })
  })
})
