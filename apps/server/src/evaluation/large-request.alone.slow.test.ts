import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { parseConfig } from '../config.ts'
import { startServer } from '../index.ts'
import { largeBody } from '../testing/large-body.ts'
import { inFolder, withServer } from '../testing/spawn-server.ts'
import { ThreadedEvaluator } from './evaluator.ts'

const PATH = '/api/v1/model-performance/run-benchmark'
const CLIENT = fileURLToPath(new URL('../testing/large-client.ts', import.meta.url))
const ROWS = 1_000_000
const LONGEST_TURN_MS = 50

/** Runs `work` and gives the longest time this thread computed without a break meanwhile, ms: CPU time, so that a busy machine does not count. */
async function longestTurn<T>(work: () => Promise<T>): Promise<{ readonly result: T; readonly turnMs: number }> {
  let turnMs = 0
  let last = process.threadCpuUsage()
  const timer = setInterval(() => {
    const { user, system } = process.threadCpuUsage(last)
    turnMs = Math.max(turnMs, (user + system) / 1000)
    last = process.threadCpuUsage()
  }, 1)
  const result = await work().finally(() => clearInterval(timer))
  return { result, turnMs }
}

interface Seen {
  readonly status: number
  readonly probesMs: number[]
}

async function sendLarge(url: string): Promise<Seen> {
  const { stdout } = await promisify(execFile)(process.execPath, [CLIENT, url, String(ROWS)])
  return JSON.parse(stdout) as Seen
}

const post = (url: string, body: string) => fetch(url + PATH, { method: 'POST', headers: { 'content-type': 'application/json' }, body })

const WARM_MS = 3000

describe('A request of 4 models and a million rows', () => {
  it('does not hold up the event loop, and /health is answered meanwhile', async () => {
    await inFolder(async (folder) => {
      const server = await startServer(parseConfig({ port: '0', db: join(folder, 'test.duckdb') }))
      try {
        // The predictor is made in short turns of its own after the start; what is measured here is the request.
        await sleep(WARM_MS)
        const { result, turnMs } = await longestTurn(() => sendLarge(server.url))
        const probes = result.probesMs.sort((a, b) => a - b)
        expect(result.status).toBe(200)
        expect(probes.length).toBeGreaterThan(5)
        expect(probes[Math.floor(probes.length / 2)]!).toBeLessThan(LONGEST_TURN_MS)
        expect(turnMs).toBeLessThan(LONGEST_TURN_MS)
      } finally {
        await server.close()
      }
    })
  })

  it('is refused by a worker like a small one, with the place', async () => {
    await withServer(async (url) => {
      const response = await post(url, largeBody(ROWS).replace('"ground_truth":[', '"ground_truth":[null,'))
      expect(response.status).toBe(400)
      expect(await response.json()).toMatchObject({ detail: expect.stringContaining('ground_truth') })
    })
  })

  it('that needs more memory than a worker has is refused with a remedy, and its worker is replaced', async () => {
    const evaluator = new ThreadedEvaluator({ workers: 1, timeoutSeconds: 60, heapMb: 48 })
    const texts = JSON.stringify(Array.from({ length: 400_000 }, (_, i) => `text number ${i}`))
    const body = `{"benchmark_name":"b","dataset_id":"d","task_type":"text_generation","model_predictions":{"m":${texts}},"ground_truth":${texts}}`
    const evaluate = (text: string) => evaluator.evaluate(new TextEncoder().encode(text), { runId: 'r', createdAt: '2025-08-15T14:30:45Z' })
    await expect(evaluate(body)).rejects.toMatchObject({ code: 'evaluation_failed', message: expect.stringContaining('memory') })
    expect((await evaluate(largeBody(50_000))).summary.models).toHaveLength(4)
    await evaluator.close()
  })

  it('that takes too long is stopped with a remedy, and its worker is replaced', async () => {
    const evaluator = new ThreadedEvaluator({ workers: 1, timeoutSeconds: 0.02 })
    const evaluate = (rows: number) => evaluator.evaluate(new TextEncoder().encode(largeBody(rows)), { runId: 'r', createdAt: '2025-08-15T14:30:45Z' })
    await expect(evaluate(ROWS)).rejects.toMatchObject({ code: 'evaluation_failed', message: expect.stringContaining('send fewer rows') })
    await expect(evaluate(ROWS)).rejects.toMatchObject({ code: 'evaluation_failed' })
    expect((await evaluate(5)).summary.models).toEqual(['a', 'b', 'c', 'd'])
    await evaluator.close()
  })
})
