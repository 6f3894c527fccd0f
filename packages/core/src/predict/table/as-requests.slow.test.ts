import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { loadEstimator } from '../estimator.ts'
import type { PredictionRequest, Quantity } from '../prediction.ts'
import { createPredictor } from '../predictor/create-predictor.ts'
import { predictTable } from './predict-table.ts'
import type { TableRow } from './read-csv.ts'

const estimator = loadEstimator(await readFile(new URL('../weights/prior.bin', import.meta.url)))
const predictor = createPredictor({ estimator })

const A100: PredictionRequest = { modelName: 'gpt2', platform: 'cuda', device: 'NVIDIA A100 80GB SXM', batchSize: 8, sequenceLength: 512, mode: 'inference', precision: 'fp16' }

const rowOf = ({ modelName, platform, device = '', batchSize, sequenceLength, mode, precision, phase }: PredictionRequest): TableRow => ({
  model_name: modelName,
  hardware_platform: platform,
  device,
  batch_size: String(batchSize),
  ...(!modelName.startsWith('resnet') && { sequence_length_or_image_size: String(sequenceLength) }),
  mode,
  precision,
  ...(phase !== undefined && { phase }),
})

function single(request: PredictionRequest): Quantity {
  const [answer] = predictor.predict([request])
  if (!answer!.supported) throw new Error(answer!.reason)
  return answer!.throughput
}

/** What rows say beside what a single prediction of the same does: predicted, lower and upper over its own. */
function over(request: PredictionRequest, rows: readonly TableRow[]): number[][] {
  const { value, lower, upper } = single(request)
  return predictTable(estimator, rows).predictions.map((one) => [one.predicted! / value, one.lower! / lower, one.upper! / upper])
}

const times = (factor: number) => [expect.closeTo(factor, 6), expect.closeTo(factor, 6), expect.closeTo(factor, 6)]

/** What a row may call the phase of each kind of run. */
const CALLED = { prefill: ['', 'prefill', 'forward'], decode: ['decode'], train_step: ['', 'train_step', 'forward'] }

describe('rows that state no costs', () => {
  for (const modelName of ['gpt2', 'openai-community/gpt2-large', 'meta-llama/Llama-3.1-8B', 'brand-new-llama-3b', 'bert-base-uncased', 'sentence-transformers/all-MiniLM-L6-v2', 'resnet50'])
    for (const run of ['prefill', 'decode', 'train_step'] as const)
      it(`are answered what requests are, by the sample and by the token: ${modelName}, ${run}`, () => {
        const isDecoding = run === 'decode' && /gpt|llama/i.test(modelName)
        const batchSize = modelName.includes('8B') ? 1 : 8
        const tokens = modelName === 'resnet50' || isDecoding ? 1 : 512
        const request: PredictionRequest = {
          ...A100,
          modelName,
          batchSize,
          precision: run === 'train_step' ? 'bf16' : 'fp16',
          ...(run === 'train_step' ? { mode: 'training' } : { phase: run }),
          ...(modelName.includes('8B') && { device: 'NVIDIA H200' }),
        }
        const row = rowOf(request)
        for (const phase of CALLED[run]) {
          const [samples, counted] = over(request, [
            { ...row, phase, unit: 'sample' },
            { ...row, phase, unit: 'token' },
          ])
          expect(samples).toEqual(times(1))
          expect(counted).toEqual(times(tokens))
        }
      })

  it.each<Partial<PredictionRequest>>([
    { modelName: 'meta-llama/Llama-2-7b-hf', platform: 'webgpu', device: 'Apple M2', batchSize: 32, sequenceLength: 128 },
    { modelName: 'bert-base-uncased', platform: 'mps', device: 'Apple M1', batchSize: 32, sequenceLength: 128 },
    { modelName: 'bert-base-uncased', platform: 'webnn', device: 'Apple M1', batchSize: 1, sequenceLength: 128 },
    { modelName: 'resnet50', device: 'NVIDIA GeForce GTX 1660', batchSize: 1 },
    { modelName: 'resnet50', device: 'NVIDIA GeForce GTX 1660', batchSize: 1, mode: 'training' },
  ])('stay within the limit of their device and agree with the other mode, as requests do: %j', (changes) => {
    const request = { ...A100, ...changes }
    expect(over(request, [{ ...rowOf(request), unit: 'sample' }])).toEqual([times(1)])
  })

  it('are of training where their phase is, and no mode says otherwise', () => {
    const { mode: _, ...row } = rowOf({ ...A100, mode: 'training' })
    expect(over({ ...A100, mode: 'training' }, [{ ...row, phase: 'train_step', unit: 'sample' }])).toEqual([times(1)])
  })

  it('count tokens where they do not say, of language models in either mode, and samples of all others', () => {
    const modes = ['inference', 'training'] as const
    const ratios = (modelName: string) => modes.map((mode) => over({ ...A100, modelName, mode }, [rowOf({ ...A100, modelName, mode })])[0]!)
    expect(ratios('gpt2')).toEqual([times(512), times(512)])
    expect(ratios('bert-base-uncased')).toEqual([times(1), times(1)])
  })

  it('keep the limit of each of several devices, and phases that no request has as they are called', () => {
    const row = { ...rowOf({ ...A100, modelName: 'meta-llama/Llama-3.1-8B' }), unit: 'token' }
    const { predictions } = predictTable(estimator, [
      { ...row, phase: 'decode', batch_size: '1' },
      { ...row, phase: 'decode', batch_size: '1', n_devices: '8' },
      { ...row, phase: 'decode-serving' },
      { ...row, phase: 'decode' },
    ])
    const [one, eight, serving, decode] = predictions.map(({ upper }) => upper!)
    expect(eight! / one!).toBeGreaterThan(1)
    expect(serving).not.toBeCloseTo(decode!, 3)
  })

  it.each<Partial<PredictionRequest>>([{ modelName: 'gpt2' }, { modelName: 'meta-llama/Llama-2-7b-hf', phase: 'decode' }, { modelName: 'meta-llama/Llama-2-7b-hf' }])(
    'are answered with what was measured of the same, whatever they count: %j',
    (changes) => {
      const request: PredictionRequest = { phase: 'prefill', ...A100, ...changes }
      const row = rowOf(request)
      const tokens = request.phase === 'decode' ? 1 : 512
      const measured = [{ ...row, unit: 'sample', throughput_samples_per_s: '900' }]
      const rows = [
        { ...row, unit: 'sample' },
        { ...row, unit: 'token' },
      ]
      expect(predictTable(estimator, rows, measured).predictions.map(({ predicted }) => predicted)).toEqual([expect.closeTo(900, 6), expect.closeTo(900 * tokens, 4)])
    },
  )
})
