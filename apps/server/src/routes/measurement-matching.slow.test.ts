import { PREDICTIVE_PREFIX } from '@benchcast/core/api'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, type TestApp } from '../testing/test-app.ts'

let t: TestApp
beforeAll(async () => {
  t = await openTestApp({}, {}, { predicts: true })
})
afterAll(() => t.close())

const A100 = 'NVIDIA A100 80GB SXM'
const JETSON = 'NVIDIA Jetson Nano'
const BERT = { model_name: 'bert-base-uncased', batch_size: 8, precision: 'fp32' }

const post = async (path: string, body: object) => (await t.post(`${PREDICTIVE_PREFIX}/${path}?wait=60`, body)).json
/** The prediction of a configuration on cuda. */
const predict = async (body: object) => (await post('predict-performance', { ...BERT, hardware: 'cuda', ...body })).result.predictions.cuda
const record = (body: object) => post('record-measurement', { ...BERT, hardware_platform: 'cuda', throughput: 100, ...body })

describe('A measurement is compared', () => {
  it('with the prediction of its device, however its name is spelt, and never with that of another', async () => {
    const onA100 = await predict({ device: A100 })
    const onJetson = await predict({ device: JETSON })
    expect((await record({ device: A100, throughput: 450 })).result).toMatchObject({ prediction_id: onA100.prediction_id, errors: [{ predicted_value: onA100.throughput }] })
    expect((await record({ device: 'a100 sxm 80gb' })).result.prediction_id).toBe(onA100.prediction_id)
    expect((await record({ device: 'nvidia jetson  nano' })).result.prediction_id).toBe(onJetson.prediction_id)
    expect((await record({ device: 'NVIDIA T4' })).result).toMatchObject({ prediction_id: null })
  })

  it('with the prediction of the usual device when it names none', async () => {
    const usual = await predict({ model_name: 'roberta-base' })
    await predict({ model_name: 'roberta-base', device: JETSON })
    expect((await record({ model_name: 'roberta-base' })).result.prediction_id).toBe(usual.prediction_id)
  })

  it('with the prediction of its own model_config, in whatever order its keys are', async () => {
    const config = { model_type: 'bert', hidden_size: 768, num_hidden_layers: 12, num_attention_heads: 12, intermediate_size: 3072, vocab_size: 30522, max_position_embeddings: 512 }
    const small = { ...config, num_hidden_layers: 2 }
    const [mine, other] = [await predict({ model_name: 'mine', model_config: config }), await predict({ model_name: 'mine', model_config: small })]
    expect(other.throughput).not.toBe(mine.throughput)
    const reordered = Object.fromEntries(Object.entries(config).reverse())
    expect((await record({ model_name: 'mine', model_config: reordered, throughput: mine.throughput })).result).toMatchObject({ prediction_id: mine.prediction_id, accuracy: 100 })
    expect((await record({ model_name: 'mine', model_config: { ...config, num_hidden_layers: 3 } })).result.prediction_id).toBeNull()
    expect((await record({ model_name: 'mine' })).result.prediction_id).toBeNull()
  })

  it('with the prediction of its runtime, else with one that names none', async () => {
    const model_name = 'gpt2'
    const usual = await predict({ model_name })
    const named = await predict({ model_name, framework: 'pytorch-2.4' })
    const matched = async (body: object) => (await record({ model_name, ...body })).result.prediction_id
    expect([await matched({ framework: 'pytorch-2.4' }), await matched({ framework: 'vllm-0.6' }), await matched({})]).toEqual([named.prediction_id, usual.prediction_id, usual.prediction_id])
  })
})

describe('A prediction that is named', () => {
  it('must be of what was measured, else the task fails and says what differs', async () => {
    const { prediction_id } = await predict({ device: JETSON })
    const before = (await t.get(`${PREDICTIVE_PREFIX}/measurements`)).json.total
    const refusal = async (body: object) => {
      const { status, message } = await record({ prediction_id, device: JETSON, ...body })
      return status === 'failed' && message
    }
    expect(await refusal({ device: A100 })).toBe(
      `Task failed: Prediction '${prediction_id}' is of something else than was measured: device ${JETSON} (measured: ${A100}). Give the prediction_id of the same configuration, or leave it out to compare with the newest one.`,
    )
    expect(await refusal({ device: 'H9000' })).toContain('(measured: H9000)')
    expect(await refusal({ model_name: 'resnet50', batch_size: 4, precision: 'fp16' })).toContain(
      'model_name bert-base-uncased (measured: resnet50), batch_size 8 (measured: 4), and precision fp32 (measured: fp16)',
    )
    expect(await refusal({ hardware_platform: 'webgpu', device: undefined })).toContain('hardware_platform cuda (measured: webgpu)')
    expect(await refusal({ mode: 'training' })).toContain('mode inference (measured: training)')
    expect((await t.get(`${PREDICTIVE_PREFIX}/measurements`)).json.total).toBe(before)
  })

  it('says the device of a measurement that names none, which is then learned from as of that device', async () => {
    const { prediction_id } = await predict({ device: JETSON, batch_size: 2 })
    const { result } = await record({ prediction_id, batch_size: 2, throughput: 7 })
    expect(result).toMatchObject({ prediction_id, measurement: { metadata: { configuration: { device: JETSON } } } })
  })

  it('may name the model by another of its names', async () => {
    const { prediction_id } = await predict({ device: A100 })
    expect((await record({ prediction_id, model_name: 'google-bert/bert-base-uncased' })).result.prediction_id).toBe(prediction_id)
  })
})

describe('What was recorded', () => {
  it('is known to the next prediction: its speed, and its memory where it was recorded', async () => {
    const T4 = { model_name: 'distilbert-base-uncased', device: 'NVIDIA T4' }
    for (const throughput of [290, 310, 300]) {
      await record({ ...T4, throughput, latency: 8000 / throughput, memory_usage: 15 * throughput })
      expect(await predict(T4)).toMatchObject({ provenance: 'measured', explanation: expect.stringContaining('This very configuration was measured.') })
    }
    const { throughput, memory_usage, intervals } = await predict(T4)
    expect([throughput, memory_usage]).toEqual([expect.closeTo(300, 6), expect.closeTo(4500, 6)])
    expect([intervals.memory_usage[0] > 4200, intervals.memory_usage[1] < 4800]).toEqual([true, true])
    await record({ ...T4, batch_size: 4, memory_usage: null })
    expect(await predict({ ...T4, batch_size: 4 })).toMatchObject({ provenance: 'measured', explanation: expect.stringContaining('its memory was not, and is worked out') })
  })

  it('of one model_config says nothing exact of another under the same name', async () => {
    const config = { model_type: 'bert', hidden_size: 512, num_hidden_layers: 8, num_attention_heads: 8, intermediate_size: 2048, vocab_size: 30522, max_position_embeddings: 512 }
    const ours = { model_name: 'ours', model_config: config }
    await record({ ...ours, throughput: 123 })
    expect(await predict(ours)).toMatchObject({ provenance: 'measured', throughput: expect.closeTo(123, 6) })
    expect((await predict({ ...ours, model_config: { ...config, num_hidden_layers: 2 } })).provenance).not.toBe('measured')
  })
})

describe('Predictions of older versions', () => {
  it('that keep no device and no facts match as they did, where nothing they keep says otherwise', async () => {
    const { prediction_id } = await predict({ model_name: 'old' })
    const row = (await t.services.store.findRecord('predictions', prediction_id))!
    const { configuration: _, device, ...oldest } = row.metadata as Record<string, unknown>
    const write = (n: number, changes: object) =>
      t.services.store.writeTask({
        task: { taskId: `old-${n}`, kind: 'predictPerformance', event: 'completed', attempt: 1, timestamp: row.timestamp, message: '', document: '{}' },
        records: { predictions: [{ ...row, ...changes }] },
      })
    await write(1, { prediction_id: 'pred-oldest', model_name: 'oldest', metadata: oldest })
    await write(2, { prediction_id: 'pred-old', model_name: 'older', metadata: { ...oldest, device } })
    const matched = async (body: object) => (await record(body)).result?.prediction_id
    expect([await matched({ model_name: 'oldest' }), await matched({ model_name: 'oldest', device: JETSON })]).toEqual(['pred-oldest', 'pred-oldest'])
    expect([await matched({ model_name: 'older', framework: 'pytorch-2.4' }), await matched({ model_name: 'older', device: JETSON })]).toEqual(['pred-old', null])
    expect(await matched({ model_name: 'oldest', device: JETSON, prediction_id: 'pred-oldest' })).toBe('pred-oldest')
  })
})
