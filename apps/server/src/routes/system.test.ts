import { ENDPOINTS } from '@benchcast/core/api'
import { METRICS, TASK_TYPES } from '@benchcast/core/metrics'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, overriding, PREFIX, type TestApp } from '../testing/test-app.ts'

let t: TestApp
beforeAll(async () => {
  t = await openTestApp()
})
afterAll(() => t.close())

describe('Health', () => {
  it.each(['/health', '/healthz'])('%s is answered while the process lives', async (path) => {
    const { status, json } = await t.get(path)
    expect(status).toBe(200)
    expect(ENDPOINTS.getHealth.output.safeParse(json).error).toBeUndefined()
  })

  it.each(['/health/ready', '/readyz'])('%s names what was checked', async (path) => {
    const { status, json } = await t.get(path)
    expect(status).toBe(200)
    expect(ENDPOINTS.getReadiness.output.safeParse(json).error).toBeUndefined()
    expect(json.checks.length).toBeGreaterThan(1)
  })

  it('is not ready with the reasons when a check fails or the server drains, but still alive', async () => {
    const store = overriding(t.services.store, { health: async () => [{ name: 'disk', ok: false, message: 'The disk is full: free some space.' }] })
    const sick = await openTestApp({}, { store, draining: () => true })
    const { status, json, headers } = await sick.get('/health/ready')
    expect([status, json.code, headers['retry-after']]).toEqual([503, 'unavailable', '5'])
    expect(json.detail).toBe('The server is shutting down. The disk is full: free some space.')
    expect(json.errors.map((e: { pointer: string }) => e.pointer)).toEqual(['/checks/accepting', '/checks/disk'])
    expect((await sick.get('/health')).status).toBe(200)
    await sick.app.close()
  })
})

describe('The catalogues', () => {
  it('list every task type and every metric with its facts', async () => {
    const types = (await t.get(`${PREFIX}/task-types`)).json
    const metrics = (await t.get(`${PREFIX}/performance-metrics`)).json
    expect(ENDPOINTS.getTaskTypes.output.safeParse(types).error).toBeUndefined()
    expect(ENDPOINTS.getPerformanceMetrics.output.safeParse(metrics).error).toBeUndefined()
    expect(types.task_types.map((entry: { type: string }) => entry.type)).toEqual(Object.keys(TASK_TYPES))
    expect(metrics.metrics.map((entry: { metric: string }) => entry.metric)).toEqual(METRICS.map(({ id }) => id))
  })
})

describe('/metrics', () => {
  it('counts answers by documented path, never by what a scanner asks for', async () => {
    await t.get('/scanner-was-here')
    await t.get(`${PREFIX}/models/some-model/performance-history`)
    const { text, headers } = await t.get('/metrics')
    expect(headers['content-type']).toContain('text/plain')
    expect(text).toContain(`http_requests_total{route="${PREFIX}/models/{model_id}/performance-history",method="GET",status="200"} 1`)
    expect(text).toMatch(/http_requests_total\{route="other",method="GET",status="404"\} \d/)
    expect(text).not.toMatch(/scanner|some-model/)
    for (const name of ['http_request_duration_seconds_bucket', 'event_loop_delay_seconds', 'recovered_missing_total', 'store_commits_total', 'process_cpu_seconds_total']) expect(text).toContain(name)
  })
})

describe('A fault of the server', () => {
  it('is a 500 that says nothing of its inside', async () => {
    const store = overriding(t.services.store, {
      findRun: async () => {
        throw new Error('secret: /var/lib/password')
      },
    })
    const broken = await openTestApp({}, { store })
    const { status, text, json } = await broken.get(`${PREFIX}/benchmark-runs/x`)
    expect([status, json.code]).toEqual([500, 'internal'])
    expect(text).not.toContain('secret')
    expect(json.detail).toContain('request_id')
    await broken.app.close()
  })
})
