import { ENDPOINTS } from '@benchcast/core/api'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, PREFIX, SEED_REQUEST, type TestApp } from '../testing/test-app.ts'

let t: TestApp
beforeAll(async () => {
  t = await openTestApp()
})
afterAll(() => t.close())

const run = (modelIds: readonly string[]) =>
  t.post(`${PREFIX}/run-benchmark`, { ...SEED_REQUEST, model_metadata: null, model_predictions: Object.fromEntries(modelIds.map((id) => [id, [0, 1, 0, 1, 1]])) })

describe('GET /models/{model_id}/performance-history', () => {
  it('finds models whose ids hold slashes, raw or as %2F', async () => {
    await run(['openai/whisper-tiny'])
    for (const id of ['openai/whisper-tiny', 'openai%2Fwhisper-tiny']) {
      const { status, json } = await t.get(`${PREFIX}/models/${id}/performance-history`)
      expect([status, json.model_id, json.total_records]).toEqual([200, 'openai/whisper-tiny', 1])
    }
  })

  it.each(['a b', 'ünï/çødé', '100%', 'a?b#c', "'; DROP TABLE runs; --", 'performance-history', '...', 'constructor', '模型'])('finds a model named %s', async (id) => {
    await run([id])
    const { status, json } = await t.get(`${PREFIX}/models/${encodeURIComponent(id)}/performance-history`)
    expect([status, json.model_id, json.total_records]).toEqual([200, id, 1])
  })

  it('gives the latest records, oldest of them first', async () => {
    for (let i = 0; i < 3; i++) await run(['repeated'])
    const all = (await t.get(`${PREFIX}/models/repeated/performance-history`)).json
    const latest = (await t.get(`${PREFIX}/models/repeated/performance-history?limit=2`)).json
    expect(ENDPOINTS.getPerformanceHistory.output.safeParse(all).error).toBeUndefined()
    expect(all.history).toHaveLength(3)
    expect(latest).toEqual({ ...all, history: all.history.slice(1) })
    expect(all.history[0]).toMatchObject({ model_id: 'repeated', accuracy: 0.8, task_type: 'classification' })
  })

  it('gives an empty history for an unknown model', async () => {
    expect((await t.get(`${PREFIX}/models/nobody/performance-history`)).json).toEqual({ success: true, model_id: 'nobody', history: [], total_records: 0 })
  })

  it('answers 404 for paths that only begin like it', async () => {
    for (const path of ['/models/x', '/models/x/history', '/models//performance-history']) expect((await t.get(PREFIX + path)).status).toBe(404)
  })
})

describe('POST /compare-models', () => {
  it('ranks the latest record of each model by each metric', async () => {
    await t.post(`${PREFIX}/run-benchmark`, SEED_REQUEST)
    const { status, json } = await t.post(`${PREFIX}/compare-models`, { model_ids: ['model-1', 'model-2', 'model-3'], metrics_to_compare: ['accuracy', 'latency_ms'] })
    expect(status).toBe(200)
    expect(json).toMatchObject({ success: true, models: ['model-1', 'model-2', 'model-3'], missing_models: ['model-3'], best_model: { accuracy: 'model-1', latency_ms: 'model-1' } })
    expect(json.benchmark_id).toMatch(/^comparison-[0-9a-f-]{36}$/)
    expect(ENDPOINTS.compareModels.output.safeParse(json).error).toBeUndefined()
  })

  it.each([
    [{}, 422, 'model_ids is required'],
    [{ model_ids: [] }, 422, 'model_ids must hold at least one item'],
    [{ model_ids: 'model-1' }, 422, 'model_ids must be an array, not a string'],
    [{ model_ids: ['nobody'] }, 400, 'nobody'],
    [{ model_ids: ['model-1'], metrics_to_compare: ['beauty'] }, 400, 'beauty'],
  ])('refuses %j with %i', async (body, expected, sentence) => {
    const { status, json } = await t.post(`${PREFIX}/compare-models`, body)
    expect(status).toBe(expected)
    expect(json.detail).toContain(sentence)
  })
})
