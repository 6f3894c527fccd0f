import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ENDPOINTS, PREDICTIVE_PREFIX } from '@benchcast/core/api'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ONNX_PREDICTOR, TREES_PREDICTOR } from '../testing/model-files.ts'
import { openTestApp, type TestApp } from '../testing/test-app.ts'

let t: TestApp
beforeAll(async () => {
  t = await openTestApp()
  const { modelsFolder } = t.services.predictions
  await mkdir(modelsFolder, { recursive: true })
  await writeFile(join(modelsFolder, 'throughput-cuda.json'), TREES_PREDICTOR)
  await writeFile(join(modelsFolder, 'throughput-cuda.onnx'), ONNX_PREDICTOR)
})
afterAll(() => t.close())

const at = (path: string) => `${PREDICTIVE_PREFIX}/${path}`
const store = async (changes: object = {}) => (await t.post(at('store-model?wait=60'), { ...(ENDPOINTS.storeModel.examples!.request as object), ...changes })).json

it('store-model keeps a predictor as data, with its scores and importances, and lists show neither bytes nor code', async () => {
  const { status, result } = await store()
  expect([status, result]).toEqual([
    'completed',
    {
      model_id: expect.stringMatching(/^model-/),
      format: 'trees',
      feature_importances: 2,
      can_serve: false,
      message: expect.stringMatching(/^It is kept and listed, and cannot serve\. The predictor corrects version any of the shipped one/),
    },
  ])
  const { json } = await t.get(at('models?model_type=gradient_boosting&target_metric=throughput&hardware=cuda'))
  expect(ENDPOINTS.listPredictionModels.output.safeParse(json).error).toBeUndefined()
  expect(json).toMatchObject({
    count: 1,
    models: [{ model_id: result.model_id, features_list: ['batch_size', 'platform'], validation_score: 0.93, test_score: null, serialized_model: '(stored)' }],
  })
  const importances = (await t.get(at(`feature-importance?model_id=${result.model_id}`))).json
  expect(ENDPOINTS.listFeatureImportance.output.safeParse(importances).error).toBeUndefined()
  expect(importances.feature_importance.map(({ feature_name, rank }: { feature_name: string; rank: number }) => [rank, feature_name])).toEqual([
    [1, 'batch_size'],
    [2, 'platform'],
  ])
  expect((await t.get(at('feature-importance?method=shap'))).json.count).toBe(0)
})

it('a predictor of another format is kept, but cannot serve, and says so', async () => {
  const { result } = await store({ serialized_model_path: 'throughput-cuda.onnx', features: ['batch_size'] })
  expect(result).toMatchObject({ can_serve: false, message: expect.stringMatching(/^It is kept and listed, and cannot serve\. Only trees in the format benchcast-correction-1 can/) })
  const { json } = await t.post(at(`models/${result.model_id}/activate?wait=60`), {})
  expect([json.status, json.message]).toEqual(['failed', expect.stringContaining('can serve')])
})

it('trees for the predictor that runs here can serve, and the answer says how', async () => {
  const { version } = await t.services.predictions.predictor()
  await writeFile(join(t.services.predictions.modelsFolder, 'mine.json'), JSON.stringify({ ...JSON.parse(TREES_PREDICTOR), priorVersion: version }))
  const { result } = await store({ serialized_model_path: 'mine.json' })
  expect(result).toMatchObject({ can_serve: true, message: `It can serve: POST /models/${result.model_id}/activate lets it.` })
  expect((await t.post(at(`models/${result.model_id}/activate?wait=60`), {})).json.result).toMatchObject({ model_id: result.model_id, changed: true })
  expect((await t.post(at('models/prior/activate?wait=60'), {})).json.status).toBe('completed')
})

it('names of features that are not those of the file, and scores above 1, are refused and nothing is stored', async () => {
  const before = (await t.get(at('models'))).json.total
  for (const [serialized_model_path, features] of [
    ['throughput-cuda.json', ['x']],
    ['throughput-cuda.json', ['batch_size']],
    ['throughput-cuda.onnx', ['foo']],
  ] as const)
    expect(await store({ serialized_model_path, features })).toMatchObject({ status: 'failed', message: expect.stringMatching(/is only in one of it and the request: name the same features/) })
  for (const score of ['training_score', 'validation_score', 'test_score']) {
    const { status, json } = await t.post(at('store-model'), { ...(ENDPOINTS.storeModel.examples!.request as object), [score]: 5 })
    expect([status, json.errors[0].pointer, json.detail]).toEqual([422, `/${score}`, expect.stringContaining('R squared')])
  }
  expect((await t.get(at('models'))).json.total).toBe(before)
})

it('a path outside the models folder fails the task, and nothing is stored', async () => {
  const before = (await t.get(at('models'))).json.total
  for (const serialized_model_path of ['../../etc/passwd', '/etc/passwd', 'model.pkl']) expect((await store({ serialized_model_path })).status).toBe('failed')
  expect((await t.get(at('models'))).json.total).toBe(before)
})
