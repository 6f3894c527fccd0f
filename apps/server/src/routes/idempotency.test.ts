import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, overriding, PREFIX, SEED_REQUEST, type TestApp } from '../testing/test-app.ts'

let t: TestApp
beforeAll(async () => {
  t = await openTestApp()
})
afterAll(() => t.close())

const path = `${PREFIX}/run-benchmark`
const post = (key: string, body: unknown = SEED_REQUEST) => t.post(path, body, { 'idempotency-key': key })

describe('Idempotency-Key', () => {
  it('gives a repeated request the first answer, byte for byte, and makes one run', async () => {
    const first = await post('once')
    const second = await post('once')
    expect([second.status, second.text, second.headers['idempotency-replayed']]).toEqual([200, first.text, 'true'])
    expect(first.headers['idempotency-replayed']).toBeUndefined()
    expect((await t.get(`${PREFIX}/benchmark-runs`)).json.total).toBe(1)
  })

  it('refuses the key with another body', async () => {
    await post('mismatch')
    const { status, json } = await post('mismatch', { ...SEED_REQUEST, dataset_id: 'other' })
    expect([status, json.code]).toEqual([422, 'idempotency_mismatch'])
  })

  it('may be used once per endpoint', async () => {
    await post('shared')
    const body = { model_ids: ['model-1'] }
    const first = await t.post(`${PREFIX}/compare-models`, body, { 'idempotency-key': 'shared' })
    const second = await t.post(`${PREFIX}/compare-models`, body, { 'idempotency-key': 'shared' })
    expect([first.status, second.text, second.headers['idempotency-replayed']]).toEqual([200, first.text, 'true'])
  })

  it('is free again after a request that was refused', async () => {
    expect((await post('refused', { ...SEED_REQUEST, ground_truth: [1] })).status).toBe(400)
    expect((await post('refused')).status).toBe(200)
  })

  it('answers 409 while the first request is still running', async () => {
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    const store = overriding(t.services.store, { insertRun: () => held, findIdempotent: async () => undefined })
    const slow = await openTestApp({}, { store })
    const first = slow.post(path, SEED_REQUEST, { 'idempotency-key': 'slow' })
    await new Promise((resolve) => setTimeout(resolve, 50))
    const second = await slow.post(path, SEED_REQUEST, { 'idempotency-key': 'slow' })
    expect([second.status, second.json.code, second.headers['retry-after']]).toEqual([409, 'idempotency_in_flight', '1'])
    release()
    expect((await first).status).toBe(200)
    await slow.app.close()
  })

  it('must have 1 to 255 characters', async () => {
    for (const key of ['', 'k'.repeat(256)]) expect((await post(key)).status).toBe(422)
    expect((await post('k'.repeat(255))).status).toBe(200)
  })
})
