import { ENDPOINTS, PREDICTIVE_PREFIX } from '@benchcast/core/api'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { JobKind } from '../jobs/index.ts'
import { openTestApp, type TestApp } from '../testing/test-app.ts'

let t: TestApp
beforeAll(async () => {
  t = await openTestApp({}, {}, { predicts: true })
})
afterAll(() => t.close())

const at = (path: string) => `${PREDICTIVE_PREFIX}/${path}`
const seed = (name: JobKind) => ENDPOINTS[name].examples!.request as Record<string, unknown>

/** Sends the seed's request with changes, waits, and checks the answer against its schema. */
async function run(name: JobKind, changes: object = {}) {
  const answer = await t.post(`${ENDPOINTS[name].path}?wait=60`, { ...seed(name), ...changes })
  expect(answer.status, answer.text).toBe(200)
  expect(ENDPOINTS[name].output.safeParse(answer.json).error).toBeUndefined()
  return answer.json
}

// biome-ignore lint/suspicious/noExplicitAny: a test reads what it expects to be there
type Prediction = any

const predictOnCuda = async (configuration: object): Promise<Prediction> => (await run('predictPerformance', { ...configuration, hardware: 'cuda' })).result.predictions.cuda

/** The prediction as soon as the measurement of its configuration has been learned. */
async function measuredOnCuda(configuration: object): Promise<Prediction> {
  const until = performance.now() + 60_000
  let prediction = await predictOnCuda(configuration)
  while (prediction.provenance !== 'measured' && performance.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, 50))
    prediction = await predictOnCuda(configuration)
  }
  expect(prediction.provenance).toBe('measured')
  return prediction
}

const FIGURES = ['throughput', 'latency', 'memory_usage'] as const

describe('The programs of the guide', () => {
  it('the batch size sweep of the guide gives a throughput for each size', async () => {
    const throughputs: number[] = []
    for (const batch_size of [1, 2, 4, 8, 16, 32]) {
      const { result } = await t.post(at('predict-performance?wait=60'), { model_name: 'bert-base-uncased', hardware: 'cuda', batch_size }).then(({ json }) => json)
      expect(result.prediction_id).toBe(result.predictions.cuda.prediction_id)
      throughputs.push(result.predictions.cuda.throughput)
    }
    expect(throughputs.every((throughput) => throughput > 0)).toBe(true)
    expect(throughputs.at(-1)!).toBeGreaterThan(throughputs[0]!)
  })

  it('the best hardware of the guide is found among four platforms, with defaults for the rest', async () => {
    const { json } = await t.post(at('predict-hardware?wait=60'), { model_name: 'bert-base-uncased', available_hardware: ['cpu', 'cuda', 'rocm', 'webgpu'], predict_performance: true })
    expect(['cuda', 'rocm']).toContain(json.result.primary_recommendation)
    expect(json.result.alternative_recommendations).toHaveLength(3)
  })
})

describe('Sample data', () => {
  it('is marked, is not learned from, and counts in an analysis only while there is nothing real', async () => {
    const predicted = async () => (await run('predictPerformance', { hardware: 'cpu' })).result.predictions.cpu.throughput
    const analysed = async () => (await run('analyzePredictions', { model_name: null, hardware_platform: 'cpu', metric: null })).result.overall
    const before = await predicted()
    expect((await run('generateSampleData', { num_models: 2 })).result.num_models).toBe(2)
    const { json } = await t.get(at('measurements?limit=1000'))
    expect(new Set(json.measurements.map((row: { measurement_source: string }) => row.measurement_source))).toEqual(new Set(['sample']))
    expect(await analysed()).toMatchObject({ sample_data: true })
    expect(t.services.predictions.measurements).toEqual([])
    expect(await predicted()).toBe(before)
    expect((await t.get(at('stats'))).json.every(({ total_measurements }: { total_measurements: number }) => total_measurements === 0)).toBe(true)
    await run('recordMeasurement', { hardware_platform: 'cpu' })
    expect(await analysed()).not.toHaveProperty('sample_data')
  })
})

describe('The examples of the guide', () => {
  it('predict-performance gives three consistent figures with intervals for each platform', async () => {
    const { status, result } = await run('predictPerformance')
    expect([status, result.model_family, Object.keys(result.predictions), result.unsupported]).toEqual(['completed', 'embedding', ['cuda', 'cpu'], {}])
    for (const prediction of Object.values<Prediction>(result.predictions)) {
      for (const figure of FIGURES) {
        const [lower, upper] = prediction.intervals[figure]
        expect(lower).toBeGreaterThan(0)
        expect(prediction[figure]).toBeGreaterThanOrEqual(lower)
        expect(prediction[figure]).toBeLessThanOrEqual(upper)
      }
      expect((prediction.throughput * prediction.latency) / 1000).toBeCloseTo(8, 6)
      expect(prediction).toMatchObject({ prediction_id: expect.stringMatching(/^pred-/), device: expect.any(String), device_assumed: true, explanation: expect.any(String) })
      expect(prediction.confidence).toBeGreaterThan(0)
    }
    const { json } = await t.get(at('predictions?model_name=bert-base-uncased&hardware=cuda&batch_size=8'))
    expect(ENDPOINTS.listPredictions.output.safeParse(json).error).toBeUndefined()
    expect(json.predictions[0]).toMatchObject({
      prediction_id: result.predictions.cuda.prediction_id,
      throughput: result.predictions.cuda.throughput,
      precision: 'fp16',
      confidence_score: expect.any(Number),
    })
  })

  it('predict-performance says on request what each feature did, and it adds up to the prediction', async () => {
    const { result } = await run('predictPerformance', { explain: true })
    for (const { throughput, attribution } of Object.values<Prediction>(result.predictions)) {
      const { base_throughput, effects, other_log_effects } = attribution
      // Where measurements of the same model elsewhere say all there is to say, their word is the only effect.
      expect(effects.length).toBeGreaterThanOrEqual(1)
      expect(effects.length).toBeLessThanOrEqual(8)
      expect(effects.map(({ log_effect, percent }: Prediction) => percent - 100 * Math.expm1(log_effect))).toEqual(effects.map(() => 0))
      const sum = effects.reduce((total: number, { log_effect }: Prediction) => total + log_effect, other_log_effects)
      expect(sum).toBeCloseTo(Math.log(throughput / base_throughput), 9)
    }
    expect((await predictOnCuda({})).attribution).toBeUndefined()
  })

  it('predict-hardware recommends one of the available platforms and ranks the others', async () => {
    const { result } = await run('predictHardware')
    const { available_hardware } = seed('predictHardware') as { available_hardware: string[] }
    expect(new Set(result.compatible_hardware)).toEqual(new Set(available_hardware))
    expect([result.primary_recommendation, ...result.alternative_recommendations]).toEqual(result.compatible_hardware)
    expect(result.fallback_options).toEqual(result.alternative_recommendations)
    expect(result).toMatchObject({
      model_family: 'embedding',
      model_size_category: 'medium',
      performance: { throughput: expect.any(Number), latency: expect.any(Number), memory_usage: expect.any(Number) },
    })
    expect(result.ranking.reduce((sum: number, { probability_best }: { probability_best: number }) => sum + probability_best, 0)).toBeCloseTo(1, 6)
    expect(result.ranking.slice(1).every(({ why_not }: { why_not: string }) => why_not.length > 0)).toBe(true)
    const { json } = await t.get(at('recommendations?limit=1'))
    expect(ENDPOINTS.listRecommendations.output.safeParse(json).error).toBeUndefined()
    expect(json).toMatchObject({ count: 1, recommendations: [{ recommendation_id: result.recommendation_id, was_accepted: null, primary_recommendation: result.primary_recommendation }] })
  })

  it('record-measurement is compared with the newest prediction of its configuration, and analyze-predictions sees it', async () => {
    const predicted = (await run('predictPerformance')).result.predictions.cuda
    const { result } = await run('recordMeasurement')
    expect(result.prediction_id).toBe(predicted.prediction_id)
    expect(result.errors.map(({ metric }: { metric: string }) => metric)).toEqual([...FIGURES])
    expect(result.errors[0]).toMatchObject({ predicted_value: predicted.throughput, actual_value: 123.45, absolute_error: Math.abs(predicted.throughput - 123.45) })
    expect(result.accuracy).toBeGreaterThanOrEqual(0)
    const analysis = (await run('analyzePredictions')).result
    expect(Object.keys(analysis)).toEqual(['throughput', 'overall'])
    expect(analysis.throughput).toMatchObject({ count: 1, mean_actual: 123.45, mean_predicted: predicted.throughput, std_absolute_error: 0 })
    expect(analysis.overall).toMatchObject({ count: 1, by_hardware: { cuda: { count: 1 } } })
    expect((await run('analyzePredictions', { model_name: 'never-measured' })).result).toEqual({})
  })

  it('a measurement of other precision, length or mode is compared with nothing', async () => {
    for (const changes of [{ precision: 'int8' }, { sequence_length: 64 }, { mode: 'training' }, { batch_size: 5 }]) {
      const { result } = await run('recordMeasurement', changes)
      expect([result.prediction_id, 'errors' in result, 'accuracy' in result]).toEqual([null, false, false])
    }
  })
})

describe('Recommendations', () => {
  it('keep limits and prices, and say why the rest is left out', async () => {
    const { result } = await run('predictHardware', { objective: 'cost', prices: { cuda: 2.5, cpu: 0.4 }, constraints: { max_cost_per_hour: 1 } })
    expect(result.compatible_hardware).toEqual(['cpu'])
    expect(result.excluded.map(({ hardware, reason }: { hardware: string; reason: string }) => [hardware, reason.includes('price')])).toEqual([
      ['cuda', true],
      ['rocm', true],
    ])
  })

  it('without prices take list prices, say whose and of when, and recommend nothing without a price', async () => {
    const { result } = await run('predictHardware', { available_hardware: ['cuda', 'rocm', 'webnn'], devices: { cuda: 'T4' }, constraints: { max_cost_per_hour: 1 } })
    expect(result.compatible_hardware).toEqual(['cuda'])
    expect(result.ranking).toMatchObject([{ device: 'NVIDIA T4', price_per_hour: 0.526, price_source: expect.stringMatching(/^list price in USD: AWS g4dn\.xlarge, us-east-1, on demand, 20/) }])
    expect(result.explanation).toContain('Send what you pay in `prices`.')
    expect(Object.fromEntries(result.excluded.map(({ hardware, reason }: { hardware: string; reason: string }) => [hardware, reason]))).toEqual({
      rocm: expect.stringContaining('above the limit of 1 (list price in USD'),
      webnn: expect.stringMatching(/^its price is not known.*`prices`/),
    })
    const { result: cheapest } = await run('predictHardware', { available_hardware: ['cuda', 'webnn'], objective: 'cost' })
    expect(cheapest.compatible_hardware).toEqual(['cuda'])
    const { result: own } = await run('predictHardware', { available_hardware: ['cuda', 'rocm'], constraints: { max_cost_per_hour: 1 }, prices: { cuda: 0.5 } })
    expect([own.compatible_hardware, own.ranking[0].price_source]).toEqual([['cuda'], 'yours'])
  })

  it('do not name a laptop part as perhaps the best where its arithmetic does not reach so far', async () => {
    // Without the measurements of the other tests.
    const fresh = await openTestApp({}, {}, { predicts: true })
    const { json } = await fresh.post(at('predict-hardware?wait=60'), { model_name: 'whisper-large-v3', batch_size: 8, precision: 'fp16' })
    await fresh.close()
    const laptop = json.result.ranking.find(({ hardware }: { hardware: string }) => hardware === 'webnn')
    expect([laptop.tied_with_best, laptop.probability_best < 0.01]).toEqual([false, true])
  })

  it('never name a platform that is not available; when none can run the model the task fails with the reasons', async () => {
    const { status, message } = await run('predictHardware', { model_name: 'meta-llama/Llama-3.1-405B', available_hardware: ['webgpu', 'qnn'] })
    expect([status, message]).toEqual(['failed', expect.stringMatching(/^Task failed: None of the available hardware can be recommended.*webgpu.*qnn/s)])
  })

  it('learn from feedback within bounds, and never double', async () => {
    const before = (await run('predictHardware', { model_name: 'roberta-base' })).result
    const feedback = (recommendation_id: string, accepted: boolean) => run('recordFeedback', { recommendation_id, accepted, feedback: 'tried it' })
    expect((await feedback(before.recommendation_id, true)).result).toEqual({ success: true, recommendation_id: before.recommendation_id })
    expect((await feedback(before.recommendation_id, false)).result.success).toBe(true)
    expect((await feedback('rec-unknown', true)).result.success).toBe(false)
    const { json } = await t.get(at('recommendations?model_name=roberta-base&accepted=False'))
    expect(json).toMatchObject({ total: 1, recommendations: [{ was_accepted: false, user_feedback: 'tried it' }] })
    const after = (await run('predictHardware', { model_name: 'roberta-base' })).result
    const shift = after.ranking.find(({ hardware }: { hardware: string }) => hardware === before.primary_recommendation).feedback_shift
    expect(shift).toBeLessThan(0)
    expect(shift).toBeGreaterThanOrEqual(-0.1)
  })
})

describe('What cannot be', () => {
  it('a model larger than the memory is answered with the reason and no number', async () => {
    const { status, result } = await run('predictPerformance', { model_name: 'meta-llama/Llama-3.1-70B', hardware: ['webgpu'] })
    expect([status, result.predictions, Object.keys(result.unsupported)]).toEqual(['completed', {}, ['webgpu']])
    expect(result.unsupported.webgpu).toMatch(/memory|GB|MB/)
  })

  it.each([
    ['predict-performance', 'predictPerformance', { hardware: 'abacus' }, '/hardware'],
    ['predict-performance', 'predictPerformance', { hardware: [] }, '/hardware'],
    ['predict-performance', 'predictPerformance', { batch_size: 0 }, '/batch_size'],
    ['predict-performance', 'predictPerformance', { precision: 'fp7' }, '/precision'],
    ['predict-hardware', 'predictHardware', { available_hardware: ['cuda', 'abacus'] }, '/available_hardware/1'],
    ['predict-hardware', 'predictHardware', { objective: 'beauty' }, '/objective'],
    ['predict-hardware', 'predictHardware', { constraints: { max_latency_ms: -1 } }, '/constraints/max_latency_ms'],
    ['predict-hardware', 'predictHardware', { constraints: { budget: 1 } }, '/constraints/budget'],
    ['predict-hardware', 'predictHardware', { constraints: { max_latency: 1 } }, '/constraints/max_latency'],
    ['predict-hardware', 'predictHardware', { prices: { cuda: -1 } }, '/prices/cuda'],
    ['predict-hardware', 'predictHardware', { predict_performance: 'yes' }, '/predict_performance'],
    ['analyze-predictions', 'analyzePredictions', { metric: 'beauty' }, '/metric'],
    ['analyze-predictions', 'analyzePredictions', { days: 0 }, '/days'],
    ['record-feedback', 'recordFeedback', { accepted: 'maybe' }, '/accepted'],
    ['generate-matrix', 'generateMatrix', { batch_sizes: [1, 0] }, '/batch_sizes/1'],
    ['generate-matrix', 'generateMatrix', { model_configs: [] }, '/model_configs'],
    ['generate-matrix', 'generateMatrix', { model_configs: Array.from({ length: 1000 }, () => ({ name: 'm' })), batch_sizes: Array.from({ length: 20 }, () => 1) }, ''],
    ['generate-sample-data', 'generateSampleData', { num_models: 0 }, '/num_models'],
    ['store-model', 'storeModel', { features: [] }, '/features'],
    ['predict-batch', 'predictBatch', { rows: null }, ''],
  ] as const)('%s: %o is refused with 422 and %s', async (path, name, changes, pointer) => {
    const { status, json } = await t.post(at(path), { ...seed(name), ...changes })
    expect([status, json.errors?.map((error: { pointer: string }) => error.pointer)]).toEqual([422, expect.arrayContaining([expect.stringContaining(pointer)])])
  })

  it('an unknown limit is refused with the one that was probably meant and all there are; null is none', async () => {
    const refused = (await t.post(at('predict-hardware'), { ...seed('predictHardware'), constraints: { max_latency: 1 } })).json
    expect(refused.detail).toContain('max_latency_ms was probably meant: there are max_latency_ms, max_memory_mb, max_power_watts, max_cost_per_hour')
    expect((await run('predictHardware', { constraints: { budget: null, max_latency_ms: null } })).status).toBe('completed')
  })

  it('a limit of power leaves out a device whose rating is not known, and says so', async () => {
    const { result } = await run('predictHardware', { available_hardware: ['cuda', 'cpu'], devices: { cuda: 'NVIDIA T4', cpu: 'AWS Graviton4' }, constraints: { max_power_watts: 150 } })
    expect([result.primary_recommendation, result.alternative_recommendations]).toEqual(['cuda', []])
    expect(result.explanation).toContain('cpu (AWS Graviton4), its power rating is not known, so nothing says that it keeps the limit of 150 W')
  })

  it('an unknown device fails the task with what there is', async () => {
    const { status, message } = await run('predictPerformance', { hardware: 'cuda', device: 'NVIDIA Abacus 9000' }).catch(() => ({ status: 'other', message: '' }))
    expect(['failed', 'completed', 'other']).toContain(status)
    if (status === 'failed') expect(message).toContain('Abacus')
  })
})

describe('A request that contradicts itself', () => {
  const ask = (changes: object) => t.post(at('predict-performance?wait=60'), { model_name: 'bert-base-uncased', hardware: 'cuda', ...changes })

  it('is refused with the field: a blank name, a device that devices replaces', async () => {
    const blank = await ask({ model_name: '  ' })
    expect([blank.status, blank.json.detail]).toEqual([422, expect.stringContaining('model_name must not be blank')])
    const two = await ask({ device: 'A100', devices: { cuda: 'H100' } })
    expect([two.status, two.json.detail]).toEqual([422, expect.stringContaining("device contradicts devices.cuda, which is 'H100': give one of them")])
    expect((await ask({ device: 'A100', devices: { cuda: 'A100' } })).status).toBe(200)
    expect((await ask({ hardware: ['cuda', 'cpu'], device: 'A100', devices: { cpu: 'AMD EPYC 9654' } })).status).toBe(200)
  })

  it('has a precision by its quantised name only when it states none', async () => {
    const named = await ask({ model_name: 'unsloth/Llama-3.2-1B-Instruct-bnb-4bit' })
    expect(named.json.result.precision).toBe('int4')
    expect(named.json.result.predictions.cuda.warnings.join(' ')).toContain("No precision was stated: 'bnb-4bit' in the name means int4 weights")
    const stated = await ask({ model_name: 'unsloth/Llama-3.2-1B-Instruct-bnb-4bit', precision: 'fp16' })
    expect(stated.json.result.precision).toBe('fp16')
    expect(stated.json.result.predictions.cuda.warnings.join(' ')).toContain("'bnb-4bit' in the name suggests int4 weights; the figures are for fp16")
    expect((await ask({ model_name: 'bert-base-uncased' })).json.result.precision).toBe('fp32')
    const recommended = await t.post(at('predict-hardware?wait=60'), { model_name: 'Qwen/Qwen2.5-0.5B-Instruct-GPTQ-Int8' })
    expect(recommended.json.result).toMatchObject({ precision: 'int8', explanation: expect.stringContaining('the name of the model means int8 weights') })
  })
})

describe('Other tasks', () => {
  it('generate-matrix gives every cell under model, hardware, batch size and precision', async () => {
    const { result } = await run('generateMatrix')
    const { predictions } = result.models['bert-base-uncased']
    for (const hardware of ['cpu', 'cuda'])
      for (const batch of ['1', '8'])
        for (const precision of ['fp32', 'fp16'])
          expect(predictions[hardware][batch][precision]).toMatchObject({ throughput: expect.any(Number), latency_mean: expect.any(Number), memory_usage: expect.any(Number) })
    expect(result).toMatchObject({ hardware_platforms: ['cpu', 'cuda'], batch_sizes: [1, 8], precision_options: ['fp32', 'fp16'], stored_predictions: 8 })
  })

  it('a measurement moves the prediction of the same configuration at once', async () => {
    const configuration = { model_name: 'distilbert-base-uncased', batch_size: 4, precision: 'fp32' }
    const before = await predictOnCuda(configuration)
    await t.post(at('record-measurement?wait=60'), { ...configuration, hardware_platform: 'cuda', throughput: before.throughput * 1.5 })
    expect((await measuredOnCuda(configuration)).throughput / before.throughput).toBeCloseTo(1.5, 1)
  })

  it('a measurement says the device and runtime it was taken with, and nothing a caller keeps beside it is mistaken for them', async () => {
    const configuration = { model_name: 'microsoft/resnet-50', batch_size: 3, device: 'NVIDIA L4', framework: 'pytorch-2.4' }
    const measured = { ...configuration, hardware_platform: 'cuda', throughput: 321, latency: null, memory_usage: null }
    await run('recordMeasurement', { ...measured, metadata: { device: { not: 'a name' }, framework: 5, model_config: 'none', configuration: { device: 7 } } })
    const prediction = await measuredOnCuda(configuration)
    expect(prediction).toMatchObject({ provenance: 'measured', device: 'NVIDIA L4' })
    expect(prediction.throughput).toBeCloseTo(321, 6)
  })

  it('a measurement of what seems not to fit is answered with a warning, and another batch of it stays refused', async () => {
    const configuration = { model_name: 'meta-llama/Llama-3.1-70B', batch_size: 1, precision: 'fp16', device: 'NVIDIA T4' }
    const before = await run('predictPerformance', { ...configuration, hardware: 'cuda' })
    expect(before.result.unsupported.cuda).toMatch(/^it needs about 132 GB/)
    await run('recordMeasurement', { ...configuration, hardware_platform: 'cuda', throughput: 0.02, latency: null, memory_usage: null })
    const answer = await vi.waitUntil(
      async () => {
        const { result } = await run('predictPerformance', { ...configuration, hardware: 'cuda' })
        return result.predictions.cuda && result
      },
      { timeout: 60_000, interval: 50 },
    )
    expect(answer.unsupported).toEqual({})
    expect(answer.predictions.cuda).toMatchObject({ provenance: 'measured', warnings: [expect.stringMatching(/would not fit: it needs about 132 GB .* It was measured there, so it evidently ran/)] })
    expect(answer.predictions.cuda.throughput).toBeCloseTo(0.02, 9)
    const beside = await run('predictPerformance', { ...configuration, batch_size: 2, hardware: 'cuda' })
    expect([beside.result.predictions, beside.result.unsupported.cuda]).toEqual([{}, expect.stringMatching(/^it needs about 132 GB/)])
    const row = { ...configuration, hardware_platform: 'cuda', unit: 'sample' }
    const batch = (await run('predictBatch', { rows: [row, { ...row, batch_size: 2 }] })).result.predictions
    expect(batch.map(({ predicted }: { predicted: number | null }) => predicted)).toEqual([expect.closeTo(0.02, 9), null])
  })

  it('predict-batch takes a row without a device for what predict-performance takes it for, and says which', async () => {
    const asked = { model_name: 'microsoft/resnet-50', batch_size: 4, precision: 'fp32' }
    const { result } = await run('predictPerformance', { ...asked, hardware: 'cpu', device: null })
    const { device, throughput } = result.predictions.cpu
    const batch = (await run('predictBatch', { rows: [{ ...asked, row_id: 'a', hardware_platform: 'cpu' }] })).result
    expect(batch.predictions[0].predicted / throughput).toBeCloseTo(1, 6)
    expect(batch.warnings.join(' ')).toContain(`No device is named; predicted as ${device}, the one of this machine`)
  })

  it('predict-batch answers what was recorded with the measurement, whatever else its rows say of the same, and learns from given rows as well', async () => {
    const asked = { model_name: 'microsoft/resnet-50', precision: 'fp16', batch_size: 8, device: 'NVIDIA T4' }
    await run('recordMeasurement', { ...asked, hardware_platform: 'cuda', throughput: 600, latency: null, memory_usage: null })
    await run('recordMeasurement', { ...asked, model_name: 'in-house-net', hardware_platform: 'cuda', throughput: 77, latency: null, memory_usage: null })
    await run('recordMeasurement', { model_name: 'gpt2', batch_size: 1, precision: 'fp32', hardware_platform: 'cuda', device: 'NVIDIA T4', throughput: 50, latency: null, memory_usage: null })
    const row = { ...asked, hardware_platform: 'cuda' }
    const rows = [
      { ...row, row_id: 'same' },
      { ...row, row_id: 'alias', model_name: 'resnet50', device: 'T4' },
      { ...row, row_id: 'costs', model_name: 'resnet50', params_m: 25.6, gmacs: 4.1, macts_m: 11.1, unit: 'sample', phase: 'forward', sequence_length_or_image_size: 224 },
      { ...row, row_id: 'unknown model', model_name: 'in-house-net' },
      { ...row, row_id: 'other batch', batch_size: 16 },
      { row_id: 'tokens', model_name: 'gpt2', hardware_platform: 'cuda', device: 'NVIDIA T4' },
    ]
    const predictedOf = async (body: object): Promise<Record<string, { predicted: number; lower: number; upper: number }>> =>
      Object.fromEntries((await run('predictBatch', body)).result.predictions.map((each: { row_id: string }) => [each.row_id, each]))
    const { same, alias, costs, 'unknown model': unknown, 'other batch': other, tokens } = await predictedOf({ rows })
    for (const { predicted, lower, upper } of [same!, alias!, costs!]) {
      expect(predicted).toBeCloseTo(600, 6)
      expect(upper / lower).toBeLessThan(1.1)
    }
    expect(unknown!.predicted).toBeCloseTo(77, 6)
    expect(tokens!.predicted).toBeCloseTo(50 * 128, 6)
    const { result } = await run('predictPerformance', { ...asked, batch_size: 16, hardware: 'cuda' })
    const [lower, upper] = result.predictions.cuda.intervals.throughput
    expect(other).toMatchObject({ predicted: expect.closeTo(result.predictions.cuda.throughput, 6), lower: expect.closeTo(lower, 6), upper: expect.closeTo(upper, 6) })
    const given = await predictedOf({ rows, measured_rows: [{ ...row, batch_size: 16, throughput_samples_per_s: 650 }] })
    expect([given['same']!.predicted, given['other batch']!.predicted]).toEqual([expect.closeTo(600, 6), expect.closeTo(650, 6)])
  })

  it('predict-batch answers every row of a table, as JSON or as CSV', async () => {
    const rows = [
      { row_id: 'a', hardware_platform: 'cuda', device: 'NVIDIA A100 80GB SXM', model_name: 'bert-base-uncased', precision: 'fp16', batch_size: 8 },
      { row_id: '=b,"', hardware_platform: 'abacus', model_name: 'bert-base-uncased' },
    ]
    const { result } = await run('predictBatch', { rows })
    expect(result.predictions.map(({ row_id, predicted }: { row_id: string; predicted: number | null }) => [row_id, predicted !== null])).toEqual([
      ['a', true],
      ['=b,"', false],
    ])
    expect(result.warnings.join(' ')).toContain('abacus')
    const strange = (await run('predictBatch', { rows: [{ ...rows[0], layout: 'ncwh' }] })).result
    expect(strange.warnings).toEqual(['layout is "ncwh", which no measurement has (the nearest is "nchw"); predicted as an unknown one: row a.'])
    const csv = (await run('predictBatch', { rows, format: 'csv' })).result.csv.split('\n')
    expect([csv[0], csv[2]]).toEqual(['row_id,predicted,lower,upper', `"'=b,""",,,`])
  })

  it.each([
    ['no rows', { rows: [] }, /^Task failed: rows has no rows: give one for each configuration/],
    ['a CSV of a header alone', { rows: null, csv: 'hardware_platform,model_name\n' }, /^Task failed: csv has no rows/],
    ['no column it knows', { rows: [{ model: 'a', platform: 'cuda' }] }, /^Task failed: rows has no column hardware_platform and no column model_name: it has model, platform\./],
    ['a CSV with bars', { rows: null, csv: 'hardware_platform|model_name\ncuda|resnet50\n' }, /^Task failed: csv has no column hardware_platform/],
    ['measured rows without a platform', { measured_rows: [{ model_name: 'a', throughput_samples_per_s: 1 }] }, /^Task failed: measured_rows has no column hardware_platform: it has model_name/],
  ])('predict-batch of %s fails and says why, as benchcast predict does', async (_, changes, message) => {
    expect(await run('predictBatch', changes)).toMatchObject({ status: 'failed', message: expect.stringMatching(message) })
  })

  it('predict-batch takes it that nothing was measured yet', async () => expect((await run('predictBatch', { measured_rows: [] })).result.count).toBe(1))

  it('train needs enough measurements and says how many', async () => {
    const { status, message } = await run('trainModel')
    expect([status, message]).toEqual(['failed', expect.stringContaining('Training needs')])
  })

  it('there is nothing to roll back to before anything was trained, and an unknown model cannot be activated', async () => {
    for (const [id, words] of [
      ['previous', 'nothing to roll back'],
      ['model-unknown', 'no stored predictor'],
    ]) {
      const { json } = await t.post(at(`models/${id}/activate?wait=60`), {})
      expect([json.status, json.message]).toEqual(['failed', expect.stringContaining(words!)])
    }
    expect((await t.post(at('models/prior/activate?wait=60'), {})).json.result).toEqual({
      model_id: 'prior',
      previous_model_id: 'prior',
      changed: false,
      message: 'The shipped predictor (prior) serves already: nothing was changed.',
    })
  })

  it('suggest-measurements names configurations and what each takes away', async () => {
    const { status, json } = await t.get(at('suggest-measurements?limit=3&models=bert-base-uncased,gpt2&hardware=cpu'))
    expect(status).toBe(200)
    expect(ENDPOINTS.suggestMeasurements.output.safeParse(json).error).toBeUndefined()
    expect(json.suggestions.map(({ hardware_platform }: { hardware_platform: string }) => hardware_platform)).toEqual(['cpu', 'cpu', 'cpu'])
  })

  it('suggest-measurements takes the device to measure on, refuses one that is unknown or runs something else, and says which it assumed', async () => {
    const devicesOf = (json: { suggestions: { hardware_platform: string; device: string; device_assumed: boolean }[] }) =>
      new Set(json.suggestions.map(({ hardware_platform, device, device_assumed }) => `${hardware_platform} ${device} ${device_assumed}`))
    const asked = (await t.get(at('suggest-measurements?models=gpt2&device=T4'))).json
    expect([devicesOf(asked), asked.explanation.includes('assumed')]).toEqual([new Set(['cuda NVIDIA T4 false']), false])
    const assumed = (await t.get(at('suggest-measurements?models=gpt2&hardware=cuda'))).json
    expect([devicesOf(assumed), assumed.explanation]).toEqual([new Set(['cuda NVIDIA A100 80GB SXM true']), expect.stringContaining('NVIDIA A100 80GB SXM for cuda; name yours with `device`')])
    for (const query of ['device=Abacus%209000', 'device=Abacus%209000&hardware=cpu', 'device=T4&hardware=cpu']) {
      const { status, json } = await t.get(at(`suggest-measurements?models=gpt2&${query}`))
      expect([status, json.code]).toEqual([422, 'unknown_device'])
    }
  })

  it('stats and both health addresses answer', async () => {
    expect(ENDPOINTS.getPredictiveStatistics.output.safeParse((await t.get(at('stats'))).json).error).toBeUndefined()
    for (const path of ['/health', at('health')]) {
      const { json } = await t.get(path)
      expect(json).toMatchObject({ status: 'ok', services: { repository: true, hardware_adapter: true, ml_adapter: true }, duckdb_available: true, hardware_model_predictor_available: true })
    }
  })
})

describe('Phases of a language model', () => {
  const GPT2 = { model_name: 'gpt2', model_family: null, batch_size: 4, sequence_length: 256 }
  /** Share that another phase's error keeps. */
  const OF_ANOTHER_PHASE = 0.1

  it('are predicted, measured and learned from apart', async () => {
    const [read, step] = [await predictOnCuda({ ...GPT2 }), await predictOnCuda({ ...GPT2, phase: 'decode' })]
    expect(step.throughput).not.toBe(read.throughput)
    const measurement = { ...GPT2, hardware_platform: 'cuda', prediction_id: null, throughput: 3 * step.throughput, latency: step.latency / 3 }
    const { result } = await run('recordMeasurement', { ...measurement, phase: 'decode' })
    expect(result).toMatchObject({ prediction_id: step.prediction_id, measurement: { phase: 'decode' }, prediction: { phase: 'decode' } })
    expect((await measuredOnCuda({ ...GPT2, phase: 'decode' })).throughput).toBeCloseTo(3 * step.throughput, 3)
    const readAfter = await predictOnCuda({ ...GPT2, phase: 'prefill' })
    expect(readAfter.provenance).not.toBe('measured')
    expect(Math.abs(Math.log(readAfter.throughput / read.throughput))).toBeLessThan(OF_ANOTHER_PHASE * Math.log(3))
    expect((await run('recordMeasurement', measurement)).result).toMatchObject({ prediction_id: readAfter.prediction_id, measurement: { phase: null }, prediction: { phase: 'prefill' } })
    expect((await t.get(at('measurements?phase=decode'))).json.measurements).toMatchObject([{ measurement_id: result.measurement_id }])
    expect((await t.get(at('predictions?phase=decode&limit=100'))).json.predictions.map(({ phase }: { phase: string }) => phase)).toContain('decode')
  })

  it('predict-batch finds what was recorded of a language model by whole sequences and by tokens, read or written', async () => {
    const asked = { batch_size: 8, precision: 'fp16', hardware_platform: 'cuda', device: 'NVIDIA A100 80GB SXM' }
    const recorded = { ...asked, sequence_length: 512, latency: null, memory_usage: null }
    await run('recordMeasurement', { ...recorded, model_name: 'gpt2', throughput: 900 })
    await run('recordMeasurement', { ...recorded, model_name: 'meta-llama/Llama-2-7b-hf', phase: 'decode', throughput: 500 })
    const row = { ...asked, sequence_length_or_image_size: 512 }
    const rows = [
      { ...row, model_name: 'gpt2', unit: 'sample', phase: 'prefill' },
      { ...row, model_name: 'gpt2', unit: 'token', phase: 'forward' },
      { ...row, model_name: 'meta-llama/Llama-2-7b-hf', unit: 'sample', phase: 'decode' },
      { ...row, model_name: 'meta-llama/Llama-2-7b-hf', unit: 'token', phase: 'decode' },
    ]
    const { result } = await run('predictBatch', { rows })
    expect(result.predictions.map(({ predicted }: { predicted: number }) => predicted)).toEqual([900, 900 * 512, 500, 500].map((figure) => expect.closeTo(figure, 4)))
  })

  it('have a recommendation of their own', async () => {
    // At a batch that was measured in neither phase.
    const ask = async (phase: string | null, model = { ...GPT2, batch_size: 2 * GPT2.batch_size }) =>
      (await run('predictHardware', { ...model, available_hardware: ['cuda', 'cpu'], predict_performance: true, phase })).result
    const [step, read, silent] = [await ask('decode'), await ask('prefill'), await ask(null)]
    expect(step.performance.throughput).not.toBe(read.performance.throughput)
    expect([step.phase, read.phase, 'phase' in silent]).toEqual(['decode', 'prefill', false])
    expect((await t.get(at('recommendations?model_name=gpt2&limit=3'))).json.recommendations.map(({ metadata }: { metadata: { phase?: string } }) => metadata.phase)).toEqual([
      undefined,
      'prefill',
      'decode',
    ])
    expect(await ask('decode', { ...GPT2, model_name: 'resnet50' })).not.toHaveProperty('phase')
  })

  it('are no matter of other models, nor of training', async () => {
    for (const changes of [
      { model_name: 'resnet50', model_family: null },
      { ...GPT2, mode: 'training' },
    ]) {
      const { result } = await run('predictPerformance', { ...changes, hardware: 'cpu', phase: 'decode' })
      expect(result).not.toHaveProperty('phase')
      const { result: recorded } = await run('recordMeasurement', { ...changes, hardware_platform: 'cpu', prediction_id: null, phase: 'decode', throughput: 1 })
      expect(recorded.measurement.phase).toBeNull()
    }
  })
})
