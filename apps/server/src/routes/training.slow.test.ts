import { ENDPOINTS, PREDICTIVE_PREFIX } from '@benchcast/core/api'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestApp, type TestApp } from '../testing/test-app.ts'

let t: TestApp
beforeAll(async () => {
  t = await openTestApp({}, {}, { predicts: true })
})
afterAll(() => t.close())

const at = (path: string) => `${PREDICTIVE_PREFIX}/${path}`
const post = async (path: string, body: object = {}) => (await t.post(at(`${path}?wait=100`), body)).json

const MODELS = ['bert-base-uncased', 'gpt2', 'resnet50', 't5-small']
const DEVICES = ['NVIDIA A100 80GB SXM', 'NVIDIA L4', 'Tesla T4']

/** Measurements of machines that are slower than predicted, the more so the larger the batch. */
async function recordMeasurements(): Promise<number> {
  let count = 0
  for (const model_name of MODELS) {
    for (const device of DEVICES) {
      for (const batch_size of [1, 4, 16, 64]) {
        const configuration = { model_name, batch_size, precision: 'fp32', device }
        const { result } = await post('predict-performance', { ...configuration, hardware: 'cuda' })
        const { throughput } = result.predictions.cuda
        expect((await post('record-measurement', { ...configuration, hardware_platform: 'cuda', throughput: throughput / (2 + Math.log2(batch_size) / 4) })).status).toBe('completed')
        count += 1
      }
    }
  }
  return count
}

it('training on measurements stores a predictor with scores and importances, which serves if it is better, and can be taken back', async () => {
  const count = await recordMeasurements()
  const { status, message, result } = await post('train', { seed: 7 })
  expect([status, message]).toEqual(['completed', 'Task completed successfully'])
  expect(ENDPOINTS.trainModel.output.safeParse({ task_id: 't', status, result }).error).toBeUndefined()
  expect(result).toMatchObject({ model_id: expect.stringMatching(/^model-/), measurements: count, reason: expect.any(String) })
  expect(t.services.predictions.activeId).toBe(result.activated ? result.model_id : 'prior')
  const { json } = await t.get(at('models'))
  expect(json.models[0]).toMatchObject({ model_id: result.model_id, model_type: 'correction', features_list: result.features, validation_score: result.scores.validation })
  const importances = (await t.get(at(`feature-importance?model_id=${result.model_id}&method=gain`))).json
  expect(importances.feature_importance[0].rank).toBe(1)
  const activated = await post(`models/${result.model_id}/activate`)
  expect(activated.result.model_id).toBe(result.model_id)
  expect((await post('predict-performance', { model_name: 'gpt2', hardware: 'cuda' })).status).toBe('completed')
  const list = (await t.get(at('models'))).json
  expect(ENDPOINTS.listPredictionModels.output.safeParse(list).error).toBeUndefined()
  expect([list.serving_model_id, list.models[0].serving]).toEqual([result.model_id, true])
  const twice = await post(`models/${result.model_id}/activate`)
  expect(ENDPOINTS.activateModel.output.safeParse(twice).error).toBeUndefined()
  expect(twice.result).toEqual({ model_id: result.model_id, previous_model_id: 'prior', changed: false, message: `${result.model_id} serves already: nothing was changed.` })
  expect((await post('models/previous/activate')).result).toEqual({
    model_id: 'prior',
    previous_model_id: result.model_id,
    changed: true,
    message: `The shipped predictor (prior) serves now instead of ${result.model_id}.`,
  })
  expect((await post('models/prior/activate')).result).toMatchObject({ model_id: 'prior', previous_model_id: result.model_id, changed: false })
  expect((await t.get(at('models'))).json).toMatchObject({ serving_model_id: 'prior', models: [{ model_id: result.model_id, serving: false }] })
  expect((await post('models/previous/activate')).result).toMatchObject({ model_id: result.model_id, previous_model_id: 'prior' })
  expect((await post('models/prior/activate')).result.model_id).toBe('prior')
  console.info(`trained on ${count} measurements: ${result.reason}`)
})

it('training can be cancelled, and then nothing is stored', async () => {
  const before = (await t.get(at('models'))).json.total
  const { task_id } = (await t.post(at('train'), {})).json
  const { json } = await t.send({ method: 'DELETE', url: at(`task/${task_id}`) })
  expect([json.status, json.message]).toEqual(['failed', 'Task failed: The task was cancelled.'])
  expect((await t.get(at('models'))).json.total).toBe(before)
})
