import { readFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { ENDPOINTS, TEST_PREFIX } from '@benchcast/core/api'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import WebSocket from 'ws'
import { openTestApp, type TestApp } from '../testing/test-app.ts'

const TINY = 'prajjwal1/bert-tiny'
const ENDED = new Set(['completed', 'failed', 'cancelled'])

let t: TestApp
let origin: string
beforeAll(async () => {
  t = await openTestApp()
  await t.app.listen({ port: 0, host: '127.0.0.1' })
  origin = `127.0.0.1:${(t.app.server.address() as AddressInfo).port}`
})
afterAll(() => t.close())

const start = async (body: object): Promise<string> => {
  const { status, json } = await t.post(`${TEST_PREFIX}/run`, { model_name: TINY, ...body })
  expect(status).toBe(200)
  expect(ENDPOINTS.startModelTest.output.safeParse(json).error).toBeUndefined()
  expect(json).toMatchObject({ status: 'initializing', run_id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f-]{27}$/) })
  return json.run_id
}
const until = async (id: string, holds: (status: { readonly status: string; readonly progress: number; readonly current_step: string }) => boolean) => {
  for (;;) {
    const { json } = await t.get(`${TEST_PREFIX}/status/${id}`)
    expect(ENDPOINTS.getModelTestStatus.output.safeParse(json).error).toBeUndefined()
    if (holds(json)) return json
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
const ended = (id: string) => until(id, ({ status }) => ENDED.has(status))
const resultsOf = async (id: string) => {
  await ended(id)
  const { json } = await t.get(`${TEST_PREFIX}/results/${id}`)
  expect(ENDPOINTS.getModelTestResults.output.safeParse(json).error).toBeUndefined()
  return json
}

describe('The Test API', () => {
  it('really tests a model, measures it once and writes the results to a file', async () => {
    const id = await start({ hardware: 'cpu' })
    const early = await t.get(`${TEST_PREFIX}/results/${id}`)
    expect([early.status, early.json.code]).toEqual([400, 'run_not_completed'])
    const results = await resultsOf(id)
    expect(results).toMatchObject({ run_id: id, status: 'completed', model_name: TINY, hardware: ['cpu'], test_type: 'basic' })
    expect(results.results).toMatchObject({ tests_passed: 4, tests_failed: 0, tests_skipped: 0, warnings: [] })
    for (const detail of results.results.test_details) expect(detail).toMatchObject({ status: 'passed', hardware: 'cpu', duration_ms: expect.any(Number) })
    const { latency_ms, throughput_items_per_sec, memory_mb } = results.results.performance_metrics.cpu
    expect(Math.min(latency_ms, throughput_items_per_sec, memory_mb)).toBeGreaterThan(0)
    const file = JSON.parse(await readFile(join(t.resultsFolder, 'tests', results.result_file), 'utf8'))
    expect(file).toMatchObject({ run_id: id, results: results.results })
    expect(await ended(id)).toMatchObject({ progress: 1, estimated_remaining_time: null, elapsed_time: results.duration })
  })

  it('tests what happens when something goes wrong', async () => {
    const { results, result_file } = await resultsOf(await start({ test_type: 'fault_tolerance', save_results: false }))
    expect(results.test_details.map(({ method, status }: Record<string, string>) => [method, status])).toEqual([
      ['loads_and_runs', 'passed'],
      ['wrong_shape', 'passed'],
      ['wrong_type', 'passed'],
      ['nan_inputs', 'skipped'],
      ['cancelled_run', 'passed'],
      ['endless_run', 'passed'],
      ['out_of_memory', 'passed'],
    ])
    expect(result_file).toBeUndefined()
  })

  it('stops a run that is cancelled, at once, and keeps what had been tested', async () => {
    const id = await start({ test_type: 'comprehensive' })
    await until(id, ({ progress }) => progress > 0.3)
    expect((await t.post(`${TEST_PREFIX}/cancel/${id}`, {})).json).toEqual({ run_id: id, cancelled: true })
    expect(await ended(id)).toMatchObject({ status: 'cancelled', error: 'The task was cancelled.' })
    const { status, results } = await resultsOf(id)
    expect([status, results.tests_passed >= 4, results.tests_passed < 8, results.tests_failed]).toEqual(['cancelled', true, true, 0])
    expect((await t.post(`${TEST_PREFIX}/cancel/${id}`, {})).json).toEqual({ run_id: id, cancelled: false })
  })

  it('is followed and cancelled on a WebSocket', async () => {
    const id = await start({ test_type: 'comprehensive' })
    const socket = new WebSocket(`ws://${origin}${TEST_PREFIX}/ws/${id}`)
    // biome-ignore lint/suspicious/noExplicitAny: a test reads what it expects to be there
    const frames: any[] = []
    const closed = new Promise<number>((resolve) => socket.on('close', resolve))
    await new Promise<void>((resolve) => {
      socket.on('message', (data) => {
        frames.push(JSON.parse((data as Buffer).toString()))
        if (frames.at(-1).status === 'running') resolve()
      })
    })
    for (const word of ['ping', 'status', 'cancel']) socket.send(word)
    expect(await closed).toBe(1000)
    expect(frames[0]).toMatchObject({ run_id: id, model_name: TINY, hardware: ['cpu'], test_type: 'comprehensive' })
    expect(frames).toContainEqual({ pong: true })
    expect(frames).toContainEqual({ cancelled: true })
    expect(frames.at(-1)).toMatchObject({ status: 'cancelled', run_id: id })
  })

  it('of an unknown run says so on the WebSocket', async () => {
    const socket = new WebSocket(`ws://${origin}${TEST_PREFIX}/ws/none`)
    const frame = await new Promise<string>((resolve) => socket.on('message', (data) => resolve((data as Buffer).toString())))
    expect(JSON.parse(frame)).toEqual({ error: 'Test run none not found' })
  })

  it('skips hardware that this machine does not have, with the reason, and fails where none is left', async () => {
    const both = await resultsOf(await start({ hardware: ['cpu', 'qnn'] }))
    expect(both.results).toMatchObject({ tests_passed: 4, tests_skipped: 4 })
    expect(both.results.test_details.at(-1)).toMatchObject({ hardware: 'qnn', status: 'skipped', error: expect.stringContaining('Snapdragon') })
    const none = await resultsOf(await start({ hardware: ['qnn'] }))
    expect(none).toMatchObject({ status: 'failed', error: expect.stringContaining('Snapdragon'), results: { tests_skipped: 4 } })
  })

  it('fails with what to give instead where the layers of a model are not known, and when the time is over', async () => {
    expect(await resultsOf(await start({ model_name: 'my/own-thing' }))).toMatchObject({ status: 'failed', error: expect.stringContaining('/api/benchmark/models') })
    expect(await resultsOf(await start({ test_type: 'comprehensive', timeout: 1 }))).toMatchObject({ status: 'failed', error: expect.stringContaining('ended after 1 s') })
  })

  it('lists runs, models, hardware and types', async () => {
    const runs = (await t.get(`${TEST_PREFIX}/runs?limit=3`)).json
    expect(runs).toHaveLength(3)
    for (const { status } of (await t.get(`${TEST_PREFIX}/runs?status=cancelled`)).json) expect(status).toBe('cancelled')
    expect((await t.get(`${TEST_PREFIX}/models`)).json).toContainEqual({ name: TINY, type: 'bert', modality: 'text' })
    expect((await t.get(`${TEST_PREFIX}/hardware`)).json[0]).toMatchObject({ name: 'cpu', available: true, type: 'cpu' })
    expect((await t.get(`${TEST_PREFIX}/types`)).json.map(({ id }: { id: string }) => id)).toEqual(['basic', 'comprehensive', 'fault_tolerance'])
  })

  it.each([
    ['GET', '/status/none', 404],
    ['GET', '/results/none', 404],
    ['POST', '/cancel/none', 404],
    ['GET', '/runs?limit=0', 422],
    ['GET', '/runs?status=nonsense', 422],
  ] as const)('answers %s %s with %i', async (method, path, status) => {
    const answer = await t.send({ method, url: TEST_PREFIX + path })
    expect([answer.status, answer.json.detail.length > 0]).toEqual([status, true])
  })

  it.each([{}, { model_name: '' }, { model_name: TINY, hardware: 'abacus' }, { model_name: TINY, test_type: 'all' }, { model_name: TINY, timeout: -1 }])('refuses %o', async (body) => {
    expect((await t.post(`${TEST_PREFIX}/run`, body)).status).toBe(422)
  })
})
