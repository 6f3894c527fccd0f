import { mkdir, symlink, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { customOperatorModel, endlessModel, goodModel, memoryModel, modelWithDataAt } from '@benchcast/bench/testing'
import { BENCHMARK_PREFIX, PREDICTIVE_PREFIX, TEST_PREFIX } from '@benchcast/core/api'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, type TestApp } from '../testing/test-app.ts'
import { TEST_KEY } from '../testing/test-key.ts'

const KEY = { 'x-api-key': TEST_KEY }
const ENDED = ['completed', 'failed', 'cancelled']
const CONFIG = { model_type: 'bert', hidden_size: 32, num_hidden_layers: 2, num_attention_heads: 2, intermediate_size: 64, vocab_size: 100, max_position_embeddings: 64 }
/** A server whose thread ran such a file would not answer before its end. */
const ANSWERS_WITHIN_MS = 10_000
const SHORT = { batch_sizes: [2], max_seconds: 0.3 }

let t: TestApp
let origin: string
beforeAll(async () => {
  t = await openTestApp({}, {}, { firstRunExtraSeconds: 0.5 })
  const folder = t.services.measuring.modelsFolder
  for (const name of ['my-bert', 'empty']) await mkdir(join(folder, name), { recursive: true })
  await writeFile(join(folder, '../secret.onnx'), goodModel())
  await symlink(join(folder, '../secret.onnx'), join(folder, 'link.onnx'))
  await writeFile(join(folder, 'my-bert/config.json'), JSON.stringify(CONFIG))
  const files = {
    'good.onnx': goodModel(),
    'endless.onnx': endlessModel(),
    'greedy.onnx': memoryModel(),
    'custom.onnx': customOperatorModel('evil.corp', 'Run'),
    'outside.onnx': modelWithDataAt('/etc/passwd'),
  }
  for (const [name, bytes] of Object.entries(files)) await writeFile(join(folder, name), bytes)
  await t.app.listen({ port: 0, host: '127.0.0.1' })
  origin = `http://127.0.0.1:${(t.app.server.address() as AddressInfo).port}`
})
afterAll(() => t.close())

// biome-ignore lint/suspicious/noExplicitAny: a test reads what it expects to be there
type Json = any

/** Starts a run and follows it to its end, asking /health all the while; gives the status and the slowest answer of /health in ms. */
async function runToEnd(prefix: string, body: object): Promise<{ readonly id: string; readonly status: Json; readonly slowestMs: number }> {
  const { status, json } = await t.post(`${prefix}/run`, body, KEY)
  expect(status).toBe(200)
  let slowestMs = 0
  for (;;) {
    const begun = performance.now()
    expect((await fetch(`${origin}/health`)).status).toBe(200)
    slowestMs = Math.max(slowestMs, performance.now() - begun)
    const now = (await t.get(`${prefix}/status/${json.run_id}`)).json
    if (ENDED.includes(now.status)) return { id: json.run_id, status: now, slowestMs }
    await new Promise((resolve) => setTimeout(resolve, 30))
  }
}

const benchmark = (name: string, more: object = {}) => runToEnd(`${BENCHMARK_PREFIX}`, { models: [`file:${name}`], ...SHORT, ...more })
const test = (name: string, more: object = {}) => runToEnd(`${TEST_PREFIX}`, { model_name: `file:${name}`, ...more })

describe('A model of the user’s, through the API', () => {
  it('is measured with its own weights, becomes a measurement that nothing is learned from, and says what it is', async () => {
    const { id, status } = await benchmark('good.onnx')
    expect(status).toMatchObject({ status: 'completed', progress: 1 })
    const { json } = await t.get(`${BENCHMARK_PREFIX}/results/${id}`)
    const [batch] = json.results['file:good.onnx'].cpu.batches
    expect(batch).toMatchObject({ status: 'completed', batch_size: 2, measurement_id: expect.stringMatching(/^meas-/) })
    expect(batch.prediction).toBeUndefined()
    const { measurements } = (await t.get(`${PREDICTIVE_PREFIX}/measurements?model_name=file:good.onnx`)).json
    expect(measurements).toMatchObject([{ measurement_id: batch.measurement_id, precision: 'fp32', metadata: { comparable: false, benchmark: { file: { has_own_weights: true, parameters: 4 } } } }])
  })

  it('or a folder with a configuration is measured with random weights', async () => {
    const { status } = await benchmark('my-bert', { sequence_length: 16 })
    expect(status).toMatchObject({ status: 'completed' })
  })

  it.each([
    ['basic', 4, 0],
    ['comprehensive', 8, 2],
    ['fault_tolerance', 7, 0],
  ])('passes the %s tests where they mean something', async (test_type, passed, skipped) => {
    const { id } = await test('good.onnx', { test_type })
    const { results } = (await t.get(`${TEST_PREFIX}/results/${id}`)).json
    expect(results.test_details.filter(({ status }: Json) => status === 'failed')).toEqual([])
    expect(results).toMatchObject({ tests_passed: passed, tests_failed: 0, tests_skipped: skipped, warnings: [] })
    expect(results.performance_metrics.cpu.latency_ms).toBeGreaterThan(0)
  })
})

describe('A hostile file, through the API', () => {
  it.each([
    ['endless.onnx', { timeout: 1 }, /ended after 1 s/],
    ['endless.onnx', { max_seconds: 0.1 }, /single run takes far longer than the 0\.1 s.*max_seconds/],
    ['greedy.onnx', {}, /memory/],
    ['custom.onnx', {}, /evil\.corp\.Run.*code from outside/],
    ['outside.onnx', {}, /only plain names/],
    ['empty', {}, /"file:empty" holds neither model\.onnx/],
  ])('%s is contained, and /health answers throughout', async (name, more, reason) => {
    const { status, slowestMs } = await benchmark(name, more)
    expect(status).toMatchObject({ status: 'failed', error: expect.stringMatching(reason) })
    expect(status.error).not.toContain(t.services.measuring.modelsFolder)
    expect(slowestMs).toBeLessThan(ANSWERS_WITHIN_MS)
  })

  it.each([
    ['endless.onnx', { timeout: 2 }, 'failed', /ended after 2 s/],
    ['greedy.onnx', { timeout: 60 }, 'completed', undefined],
    ['custom.onnx', {}, 'failed', /evil\.corp\.Run/],
  ])('%s is contained when it is tested', async (name, more, end, reason) => {
    const { id, status, slowestMs } = await test(name, more)
    expect(status.status).toBe(end)
    if (reason) expect(status.error).toMatch(reason)
    else expect((await t.get(`${TEST_PREFIX}/results/${id}`)).json.results).toMatchObject({ tests_passed: 0, tests_failed: 4 })
    expect(slowestMs).toBeLessThan(ANSWERS_WITHIN_MS)
  })
})

describe('Models of the user’s that may not be run', () => {
  it.each([
    ['../secret.onnx', 'unsafe_path'],
    ['/etc/passwd', 'unsafe_path'],
    ['a/../../secret.onnx', 'unsafe_path'],
    ['link.onnx', 'unsafe_path'],
    ['nothing.onnx', 'invalid_model'],
  ])('file:%s is refused before anything begins', async (name, code) => {
    expect((await t.post(`${BENCHMARK_PREFIX}/run`, { models: [`file:${name}`] }, KEY)).json).toMatchObject({ status: 422, code })
    expect((await t.post(`${TEST_PREFIX}/run`, { model_name: `file:${name}` }, KEY)).json).toMatchObject({ status: 422, code })
  })

  it('of the hub are refused before anything begins where the name is none, which could be a path', async () => {
    for (const name of ['hub:../../secret', 'hub:acme/tiny@../../x'])
      expect((await t.post(`${BENCHMARK_PREFIX}/run`, { models: [name] }, KEY)).json).toMatchObject({ status: 422, code: 'invalid_model' })
  })

  it('are refused without a key where keys exist, and where the server was not told to allow them', async () => {
    const refused = { status: 403, code: 'forbidden', detail: expect.stringMatching(/--allow-models.*models:run/) }
    expect((await t.post(`${BENCHMARK_PREFIX}/run`, { models: ['file:good.onnx'] })).json).toMatchObject(refused)
    expect((await t.post(`${TEST_PREFIX}/run`, { model_name: 'file:good.onnx' })).json).toMatchObject(refused)
    expect((await t.post(`${TEST_PREFIX}/run`, { model_name: 'hub:acme/tiny' })).json).toMatchObject(refused)
  })
})
