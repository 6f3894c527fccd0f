import { describe, expect, it } from 'vitest'
import { factsOf } from '../facts/facts.ts'
import type { Measurement, Prediction, PredictionRequest } from '../prediction.ts'
import { roofline } from '../roofline/roofline.ts'
import type { MeasuredWorkload, ThroughputEstimator } from '../workload.ts'
import { createPredictor } from './create-predictor.ts'
import { memoryNeed } from './memory.ts'

/** A third of the roofline, and whatever was measured of the same model and device. */
const third = (known: readonly MeasuredWorkload[] = []): ThroughputEstimator => ({
  version: 'third',
  estimate: (workloads, level = 0.9) =>
    workloads.map((workload) => {
      const own = known.find((entry) => entry.workload.modelName === workload.modelName && entry.workload.device === workload.device)
      const throughput = own?.throughput ?? roofline(factsOf(workload)).itemsPerSecond / 3
      return { throughput, lower: throughput / 1.5, upper: throughput * 1.5, level, provenance: own ? 'measured' : 'learned' }
    }),
  calibrate: third,
})

const predictor = createPredictor({ estimator: third() })
const bert: PredictionRequest = { modelName: 'bert-base-uncased', platform: 'cuda', batchSize: 8, sequenceLength: 128, mode: 'inference', precision: 'fp16' }
const ask = (changes: Partial<PredictionRequest>, from = predictor) => from.predict([{ ...bert, ...changes }])[0]!
function supported(changes: Partial<PredictionRequest>, from = predictor): Prediction {
  const answer = ask(changes, from)
  if (!answer.supported) throw new Error(answer.reason)
  return answer
}
const reasonOf = (changes: Partial<PredictionRequest>): string => {
  const answer = ask(changes)
  return answer.supported ? 'supported' : answer.reason
}

describe('a prediction', () => {
  it('has a throughput and a latency that agree, each inside its interval', () => {
    const { throughput, latencyMs, memoryMb } = supported({})
    expect(throughput.value * latencyMs.value).toBeCloseTo(8 * 1000, 6)
    expect(throughput.lower * latencyMs.upper).toBeCloseTo(8 * 1000, 6)
    for (const { value, lower, upper } of [throughput, latencyMs, memoryMb]) expect(lower <= value && value <= upper).toBe(true)
  })

  it('counts sequences of a training step, also of models that are else counted by their tokens', () => {
    const [short, long] = [512, 1024].map((sequenceLength) => supported({ modelName: 'openai-community/gpt2', mode: 'training', sequenceLength }))
    // Twice the tokens, and four times the attention: no kernel start a token.
    expect(short!.throughput.value / long!.throughput.value).toBeGreaterThan(2)
    expect(short!.throughput.value / long!.throughput.value).toBeLessThan(2.5)
    expect(short!.bound).toBe('compute')
  })

  it('stays below what the device can do, and says so where measurements suggested more; measurements of the caller may beat it', () => {
    const fast = (provenance: 'learned' | 'calibrated' | 'measured'): ThroughputEstimator => ({
      ...third(),
      estimate: (workloads, level = 0.9) => workloads.map(() => ({ throughput: 1e4, lower: 5e3, upper: 2e4, level, provenance })),
    })
    const decode = { modelName: 'meta-llama/Llama-3.1-8B', device: 'H100', batchSize: 1, phase: 'decode' } as const
    const [bounded, calibrated, own, guessed] = [
      supported(decode, createPredictor({ estimator: fast('learned') })),
      supported(decode, createPredictor({ estimator: fast('calibrated') })),
      supported(decode, createPredictor({ estimator: fast('measured') })),
      supported({ ...decode, modelName: 'never-heard-of-13b' }, createPredictor({ estimator: fast('learned') })),
    ]
    expect(bounded.throughput.upper).toBeLessThan(209.5)
    expect(calibrated.limitThroughput).toBe(2 * bounded.limitThroughput!)
    expect(calibrated.throughput.upper).toBeLessThan(419)
    expect(bounded.throughput.value * bounded.latencyMs.value).toBeCloseTo(1000, 6)
    expect(bounded.warnings.join()).toBe(
      'Without a limit 10000 samples/s would be predicted; NVIDIA H100 80GB SXM cannot do more than 209 by its published limits, so less is predicted, and less surely.',
    )
    const explaining: ThroughputEstimator = { ...fast('learned'), explain: () => ({ base: 5e3, effects: [{ feature: 'batch_size', log: Math.LN2 }] }) }
    const { base, effects } = supported({ ...decode, explain: true }, createPredictor({ estimator: explaining })).attribution!
    expect(effects.map(({ feature }) => feature)).toEqual(['device_limit', 'batch_size'])
    expect(base * Math.exp(effects.reduce((sum, { log }) => sum + log, 0))).toBeCloseTo(bounded.throughput.value, 9)
    for (const { throughput, warnings, limitThroughput } of [own, guessed]) expect([throughput.value, warnings, limitThroughput]).toEqual([1e4, [], undefined])
  })

  it('says that the interval is cut off where only its upper end is beyond the device', () => {
    const unsure: ThroughputEstimator = {
      ...third(),
      estimate: (workloads, level = 0.9) => workloads.map(() => ({ throughput: 150, lower: 10, upper: 3e4, level, provenance: 'learned' })),
    }
    const { throughput, warnings } = supported({ modelName: 'meta-llama/Llama-3.1-8B', device: 'H100', batchSize: 1, phase: 'decode' }, createPredictor({ estimator: unsure }))
    expect(throughput.value).toBeLessThan(135)
    expect(warnings.join()).toBe(
      'Without a limit 150 samples/s would be predicted, perhaps up to 30000; NVIDIA H100 80GB SXM cannot do more than 209 by its published limits, so the interval is cut off there and the prediction moves down with it.',
    )
  })

  it('predicts no training step that takes less than 1.7 forward passes: the surer of the two moves less, and what is well known or measured not at all', () => {
    const together = (inference: readonly number[], training: readonly number[], provenance: 'learned' | 'measured' = 'learned') => {
      const estimator: ThroughputEstimator = {
        ...third(),
        estimate: (workloads, level = 0.9) =>
          workloads.map(({ mode }) => {
            const [throughput, factor] = (mode === 'training' ? training : inference) as [number, number]
            return { throughput, lower: throughput / factor, upper: throughput * factor, level, provenance: mode === 'training' ? provenance : 'learned' }
          }),
        explain: () => ({ base: 1, effects: [] }),
      }
      const predictor = createPredictor({ estimator })
      return (['inference', 'training'] as const).map((mode) => supported({ mode, explain: true }, predictor))
    }
    const values = (predictions: readonly Prediction[]) => predictions.map(({ throughput }) => throughput.value)

    expect(values(together([1, 4], [0.5, 4]))).toEqual([1, 0.5])
    const [inference, training] = together([1, 4], [1, 16]) as [Prediction, Prediction]
    // log 1.7 shared as log(4)^2 and log(16)^2: a fifth and four.
    expect(inference.throughput.value).toBeCloseTo(1.7 ** 0.2, 9)
    expect(training.throughput.value).toBeCloseTo(1 / 1.7 ** 0.8, 9)
    expect(training.throughput.upper / training.throughput.value).toBeCloseTo(16, 9)
    expect(training.attribution!.effects).toEqual([{ feature: 'other_mode', log: expect.closeTo(-0.8 * Math.log(1.7), 9) }])
    expect(training.explanation).toContain('Estimated together with inference of it, as a training step takes at least 1.7 times as long.')

    expect(values(together([1, 1.2], [1, 16]))).toEqual([1, expect.closeTo(1 / 1.7, 9)])
    expect(values(together([1, 4], [1, 16], 'measured'))).toEqual([expect.closeTo(1.7, 9), 1])
    expect(values(together([1, 1.2], [1, 1.2], 'measured'))).toEqual([1, 1])
  })

  it('knows what its device allows', () => {
    const { limitThroughput, device } = supported({})
    const bertMacs = 11.2e9
    expect(limitThroughput! / (device.operationsPerSecond.fp16! / (2 * bertMacs))).toBeCloseTo(1, 1)
    expect(supported({ precision: 'fp32' }).limitThroughput).toBe(limitThroughput)
    expect(supported({ mode: 'training' }).limitThroughput! / limitThroughput!).toBeCloseTo(1 / 3, 2)
    const tokens = [128, 1024].map((sequenceLength) => supported({ modelName: 'gpt2', sequenceLength }).limitThroughput!)
    expect(tokens[0]! / tokens[1]!).toBeGreaterThan(7)
  })

  it('says which device it assumed, and does not assume one that was named', () => {
    expect(supported({})).toMatchObject({ deviceAssumed: true, device: { id: 'nvidia-a100-80gb-sxm' } })
    expect(supported({}).explanation).toContain('No device was named')
    expect(supported({ device: 'H100' })).toMatchObject({ deviceAssumed: false, device: { architecture: 'hopper' } })
    expect(() => ask({ device: 'Voodoo 2' })).toThrow('No device')
  })

  it('takes the machine it runs on for the platforms the machine has', () => {
    const { device: machine } = supported({ platform: 'cpu', device: 'AMD EPYC 9654' })
    const here = createPredictor({ estimator: third(), machine })
    expect(supported({ platform: 'cpu' }, here).device).toBe(machine)
    expect(supported({ platform: 'cuda' }, here).device.id).toBe('nvidia-a100-80gb-sxm')
  })

  it('counts sequences, not tokens, for language models', () => {
    const short = supported({ modelName: 'meta-llama/Llama-3.1-8B', sequenceLength: 128 })
    const long = supported({ modelName: 'meta-llama/Llama-3.1-8B', sequenceLength: 1024 })
    expect(short.throughput.value / long.throughput.value).toBeGreaterThan(7)
    expect(short.explanation).toContain('a sequence of 128 tokens')
  })

  it('is less sure of a model it only knows by the words of its name', () => {
    const width = ({ throughput }: Prediction) => throughput.upper / throughput.lower
    const [known, guessed, stranger] = [supported({}), supported({ modelName: 'acme-bert-large-v9' }), supported({ modelName: 'zzqx' })]
    expect(known.modelSource).toBe('exact')
    expect(width(guessed)).toBeGreaterThan(width(known))
    expect(width(stranger)).toBeGreaterThan(width(guessed))
    expect(stranger.provenance).toBe('analytic')
  })

  it('takes costs a caller gives, and configurations', () => {
    const given = supported({ modelName: 'mine', parameters: 25e6, flops: 8e9 })
    expect(given).toMatchObject({ modelSource: 'costs', parameters: 25e6 })
    const modelConfig = { model_type: 'bert', hidden_size: 768, num_hidden_layers: 12, num_attention_heads: 12, intermediate_size: 3072, vocab_size: 30522, max_position_embeddings: 512 }
    expect(supported({ modelName: 'mine', modelConfig }).parameters).toBeCloseTo(109.5e6, -6)
  })

  it('runs as another precision where a platform lacks the one asked for, and says so', () => {
    expect(supported({ platform: 'qnn', precision: 'fp32' }).warnings.join(' ')).toContain('has no fp32; the figures are for fp16')
    expect(supported({ platform: 'webnn' })).toMatchObject({ provenance: 'analytic' })
    expect(supported({ platform: 'webnn' }).warnings.join(' ')).toContain('Nobody has published WebNN measurements')
  })

  it('draws no more than the board power', () => {
    const { powerWatts, device } = supported({ batchSize: 256 })
    expect(powerWatts?.value).toBeLessThanOrEqual(device.powerWatts ?? 0)
    expect(powerWatts?.value).toBeGreaterThan(0.3 * (device.powerWatts ?? 0))
  })

  it('shows measurements near it with what they were of: phase, unit, size and number of devices, and nothing that nobody said', () => {
    const llama = { modelName: 'meta-llama/Llama-3.1-8B' }
    const asked = (changes: Partial<PredictionRequest>, other: Partial<MeasuredWorkload['workload']>) => {
      const nearest = (workload: MeasuredWorkload['workload']) => [{ workload: { ...workload, ...other }, throughput: 1280, distance: 1 }]
      return supported({ ...llama, ...changes }, createPredictor({ estimator: { ...third(), nearest } })).nearestMeasurements[0]!
    }
    expect(asked({}, { devices: 8 })).toMatchObject({ devices: 8, precision: 'fp16', phase: 'prefill', inputSize: 128, throughput: 10, unit: 'sample' })
    expect(asked({ phase: 'decode' }, {})).toMatchObject({ phase: 'decode', throughput: 1280, unit: 'token' })
    expect(asked({}, { phase: 'decode-serving' })).toMatchObject({ phase: 'decode-serving', throughput: 1280, unit: 'token' })
    expect(Object.keys(asked({}, { precision: '', batchSize: undefined, devices: undefined, inputSize: undefined } as never))).toEqual([
      'modelName',
      'device',
      'phase',
      'throughput',
      'unit',
      'distance',
      'source',
    ])
    expect(asked({}, { phase: 'forward', unit: 'sample' })).toMatchObject({ throughput: 1280, unit: 'sample' })
  })

  it('is cheap: a thousand different ones take a fraction of a second', () => {
    const sizes = Array.from({ length: 1000 }, (_, i) => ({ ...bert, batchSize: 1 + (i % 8), precision: i % 2 ? 'fp16' : 'fp32' }))
    expect(predictor.predict(sizes)).toHaveLength(1000)
  })
})

describe('what cannot run', () => {
  it('gets a reason and no numbers', () => {
    expect(reasonOf({ modelName: 'meta-llama/Llama-3.1-405B' })).toMatch(/^it needs about \d+ GB .* has 80 GB: use a smaller model \(no CUDA device of the catalogue has as much\)$/)
    expect(reasonOf({ mode: 'training', platform: 'qnn' })).toContain('runs inference only')
    expect(reasonOf({ mode: 'training', precision: 'int8' })).toContain('cannot be trained')
    expect(reasonOf({ batchSize: 100_000, mode: 'training', precision: 'fp32' })).toMatch(/: use a batch size of \d+ or less/)
  })

  it('is told only what would make it fit', () => {
    const remedyOf = (changes: Partial<PredictionRequest>) => reasonOf({ batchSize: 1, ...changes }).split(': use ')[1]
    expect(remedyOf({ modelName: 'meta-llama/Llama-3.1-70B' })).toBe('int8 or a device with more memory')
    expect(remedyOf({ modelName: 'meta-llama/Llama-3.1-70B', mode: 'training', precision: 'bf16' })).toBe('a smaller model (no CUDA device of the catalogue has as much)')
    expect(remedyOf({ modelName: 'meta-llama/Llama-3.1-8B', mode: 'training', precision: 'bf16', device: 'T4' })).toBe('a device with more memory')
    for (const changes of [
      { batchSize: 100_000 },
      { modelName: 'meta-llama/Llama-3.1-8B', batchSize: 64, sequenceLength: 100_000 },
      { modelName: 'meta-llama/Llama-3.1-70B' },
      { mode: 'training', batchSize: 3000, precision: 'fp32' },
    ] as const) {
      const remedy = remedyOf(changes)!
      const [batchSize, sequenceLength] = [/batch size of (\d+)/, /sequence_length of (\d+)/].map((pattern) => pattern.exec(remedy)?.[1])
      const precision = /\b(fp16|bf16|int\d)\b/.exec(remedy)?.[1]
      for (const change of [batchSize && { batchSize: Number(batchSize) }, sequenceLength && { sequenceLength: Number(sequenceLength) }, precision && { precision }])
        if (change) expect(reasonOf({ batchSize: 1, ...changes, ...change }), JSON.stringify({ changes, change })).toBe('supported')
      expect(remedy, JSON.stringify(changes)).not.toMatch(/below 1\b|lower precision/)
    }
  })

  it('has no speed when its estimate is beyond all measure', () => {
    const boundless: ThroughputEstimator = {
      ...third(),
      estimate: (workloads) => workloads.map(() => ({ throughput: 1, lower: 0, upper: Number.POSITIVE_INFINITY, level: 0.9, provenance: 'learned' })),
    }
    expect(ask({}, createPredictor({ estimator: boundless }))).toMatchObject({ supported: false, reason: expect.stringContaining('check parameters, flops and sizes') })
  })

  it('says so for a sequence longer than the model can read', () => {
    expect(reasonOf({ sequenceLength: 100_000 })).not.toBe('supported')
  })
})

describe('memory', () => {
  it('of training adds gradients and the two moments of Adam, and a master copy below fp32', () => {
    const costs = { parameters: 100, weightBytes: 200, peakActivationBytes: 40, cacheBytes: 0 }
    expect(memoryNeed({ ...bert, mode: 'training' }, costs)).toMatchObject({ weightBytes: 200, trainingBytes: 200 + 1200, activationBytes: 40, workspaceBytes: 10 })
    expect(memoryNeed({ ...bert, mode: 'training', precision: 'fp32' }, { ...costs, weightBytes: 400 }).trainingBytes).toBe(400 + 800)
    expect(memoryNeed(bert, costs).trainingBytes).toBe(0)
  })

  it('of BERT-base in fp16 is its 209 MB of weights, activations and the runtime', () => {
    const { value } = supported({}).memoryMb
    expect(value).toBeGreaterThan(209 + 450)
    expect(value).toBeLessThan(209 + 450 + 100)
  })

  it('grows with the batch', () => {
    expect(supported({ batchSize: 64 }).memoryMb.value).toBeGreaterThan(supported({ batchSize: 8 }).memoryMb.value)
  })
})

describe('calibration', () => {
  const measured = (changes: Partial<Measurement>): Measurement => ({ ...bert, source: 'api', ...changes })

  it('hands the estimator items per second, also from a latency alone', () => {
    expect(supported({}, predictor.calibrate([measured({ throughput: 500 })])).throughput.value).toBeCloseTo(500, 9)
    expect(supported({}, predictor.calibrate([measured({ latencyMs: 16 })])).throughput.value).toBeCloseTo(500, 9)
    const llama = { modelName: 'meta-llama/Llama-3.1-8B' }
    expect(supported(llama, predictor.calibrate([measured({ ...llama, throughput: 10 })])).throughput.value).toBeCloseTo(10, 9)
  })

  it('tells the estimator which measurements contradict themselves: throughput and latency, of the batch or of one sample of it', () => {
    const spreadOf = (latencyMs: number): number | undefined => {
      let spread: number | undefined
      const learning = (known: readonly MeasuredWorkload[]): ThroughputEstimator => {
        spread = known[0]?.spread
        return third(known)
      }
      createPredictor({ estimator: { ...third(), calibrate: learning } }).calibrate([measured({ throughput: 100, latencyMs })])
      return spread
    }
    // 8 samples at 100 a second take 80 ms, one 10.
    expect([80, 10, 200, 4].map(spreadOf)).toEqual([0, 0, 0, 0])
    expect(spreadOf(80 * 9)).toBeCloseTo(Math.log(3), 9)
  })

  it('answers memory that was measured with the median of its repeats, and says so', () => {
    const taught = predictor.calibrate([3000, 9000, 3100].map((memoryMb) => measured({ throughput: 200, memoryMb })))
    const { memoryMb, explanation } = supported({}, taught)
    expect(memoryMb.value).toBeCloseTo(3100, 6)
    expect(memoryMb.lower).toBeGreaterThan(0.95 * 3100)
    expect(memoryMb.upper).toBeLessThan(1.05 * 3100)
    expect(explanation).toContain('This very configuration was measured.')
    for (const other of [{ batchSize: 4 }, { precision: 'fp32' }, { framework: 'onnxruntime' }, { device: 'NVIDIA T4' }]) expect(supported(other, taught).memoryMb.value).not.toBeCloseTo(3100, 0)
  })

  it('does not claim that memory was measured where speed alone was, nor speed where memory alone was', () => {
    const speed = supported({}, predictor.calibrate([measured({ throughput: 200 })]))
    expect(speed.explanation).toContain('its memory was not, and is worked out')
    expect(speed.explanation).not.toContain('This very configuration was measured.')
    expect(speed.memoryMb).toEqual(supported({}).memoryMb)
    const memory = supported({}, predictor.calibrate([measured({ memoryMb: 3000 })]))
    expect(memory).toMatchObject({ provenance: 'learned', explanation: expect.stringContaining('The memory of this very configuration was measured.') })
  })

  it('answers what was measured although it seems not to fit, and refuses what is beside it', () => {
    const large = { modelName: 'meta-llama/Llama-3.1-70B', device: 'NVIDIA T4', batchSize: 1 }
    expect(ask(large).supported).toBe(false)
    const { provenance, throughput, warnings, explanation } = supported(large, predictor.calibrate([measured({ ...large, throughput: 0.02 })]))
    expect([provenance, throughput.value]).toEqual(['measured', expect.closeTo(0.02, 9)])
    expect(explanation).toContain('The speed of this very configuration was measured; its memory was not, and is worked out.')
    expect(warnings).toEqual([
      expect.stringMatching(
        /^By its worked-out memory it would not fit: it needs about 132 GB \(.*\) and NVIDIA T4 has 16 GB by its published figures\. It was measured there, so it evidently ran: .*offloaded.*sharded.*quantised/,
      ),
    ])
    const taught = (measurement: Partial<Measurement>) => predictor.calibrate([measured({ ...large, throughput: 0.02, ...measurement })])
    for (const other of [{ batchSize: 2 }, { sequenceLength: 256 }, { precision: 'bf16' }, { modelName: 'meta-llama/Llama-3.1-405B' }, { device: 'NVIDIA L4' }])
      expect(ask({ ...large, ...other }, taught({})), JSON.stringify(other)).toMatchObject({ supported: false, reason: expect.stringMatching(/^it needs about/) })
    expect(ask(large, taught({ throughput: 0, memoryMb: 9000 })).supported).toBe(false)
    expect(supported(large, taught({ throughput: 0, latencyMs: 5e4 })).throughput.value).toBeCloseTo(0.02, 9)
    expect(supported({ ...large, modelName: 'Llama-3.1-70B' }, taught({})).provenance).toBe('measured')
    const tooLong = { ...large, modelName: 'bert-base-uncased', sequenceLength: 100_000 }
    expect(ask(tooLong, taught(tooLong)).supported).toBe(false)
  })

  it('tells models of one name apart by the configurations that were given', () => {
    const modelConfig = { model_type: 'bert', hidden_size: 768, num_hidden_layers: 12, num_attention_heads: 12, intermediate_size: 3072, vocab_size: 30522, max_position_embeddings: 512 }
    const taught = predictor.calibrate([measured({ modelName: 'mine', modelConfig, memoryMb: 3000 })])
    expect(supported({ modelName: 'mine', modelConfig }, taught).memoryMb.value).toBeCloseTo(3000, 6)
    expect(supported({ modelName: 'mine', modelConfig: { ...modelConfig, num_hidden_layers: 2 } }, taught).memoryMb.value).not.toBeCloseTo(3000, 0)
  })

  it('moves memory of other batches towards what was measured, and other models of the device a little', () => {
    const base = supported({}).memoryMb.value
    const taught = predictor.calibrate(Array.from({ length: 9 }, () => measured({ memoryMb: 2 * base })))
    expect(supported({ batchSize: 9 }, taught).memoryMb.value).toBeGreaterThan(1.85 * supported({ batchSize: 9 }).memoryMb.value)
    const other = { modelName: 'roberta-base' }
    const ratio = supported(other, taught).memoryMb.value / supported(other).memoryMb.value
    expect(ratio).toBeGreaterThan(1.3)
    expect(ratio).toBeLessThan(1.85)
  })

  it('passes over measurements of devices it does not know', () => {
    expect(supported({}, predictor.calibrate([measured({ throughput: 500 }), measured({ throughput: 1, device: 'Voodoo 2' })])).throughput.value).toBeCloseTo(500, 9)
  })

  it('leaves the predictor it came from as it was', () => {
    const before = supported({}).throughput.value
    predictor.calibrate([measured({ throughput: 1 })])
    expect(supported({}).throughput.value).toBe(before)
  })
})

describe('a model that only its name tells of', () => {
  const guess = { modelName: 'foo-13b', precision: 'fp16' }

  it('is predicted as analytic with a wider interval, and the answer says why', () => {
    const [known, guessed] = [supported({ modelName: 'meta-llama/Llama-2-13b-hf' }), supported(guess)]
    expect([known.provenance, known.modelSource]).toEqual(['learned', 'exact'])
    expect([guessed.provenance, guessed.modelSource]).toEqual(['analytic', 'family'])
    expect(guessed.explanation).toContain('Its costs are those of its kind and size, not its own')
    expect(guessed.throughput.upper / guessed.throughput.lower).toBeGreaterThan(known.throughput.upper / known.throughput.lower)
  })

  it('is no better for measurements of other models, and is for its own', () => {
    const measured: Measurement = { ...bert, throughput: 500, source: 'api' }
    expect(supported(guess, predictor.calibrate([measured])).provenance).toBe('analytic')
    expect(supported(guess, predictor.calibrate([{ ...bert, ...guess, throughput: 7, source: 'api' }])).provenance).toBe('measured')
  })

  it('is predicted as learned where the beginning of the name tells the architecture', () => expect(supported({ modelName: 'bert-base-uncased-contracts' }).provenance).toBe('learned'))
})

describe('the names of one model of the catalogue', () => {
  const measured: Measurement = { ...bert, modelName: 'gpt2', throughput: 50, memoryMb: 4000, source: 'api' }
  const own = predictor.calibrate([measured])

  it('share its measurements', () => {
    for (const modelName of ['gpt2', 'openai-community/gpt2', 'GPT2']) expect(supported({ modelName }, own)).toMatchObject({ provenance: 'measured', throughput: { value: expect.closeTo(50, 9) } })
    expect(supported({ modelName: 'openai-community/gpt2' }, own).memoryMb.value).toBe(supported({ modelName: 'gpt2' }, own).memoryMb.value)
  })

  it('are not those of models that are only like it', () => {
    for (const modelName of ['gpt2-medium', 'gpt2-finetuned']) expect(supported({ modelName }, own).provenance).toBe('learned')
    expect(supported({ modelName: 'gpt2', flops: 1e9 }, own).provenance).toBe('learned')
  })

  it('do not change what is predicted without measurements', () => {
    const seen: string[] = []
    const listening: ThroughputEstimator = {
      ...third(),
      estimate: (workloads, level) => {
        seen.push(...workloads.map(({ modelName }) => modelName))
        return third().estimate(workloads, level)
      },
    }
    supported({ modelName: 'gpt2' }, createPredictor({ estimator: listening }))
    expect([...new Set(seen)]).toEqual(['gpt2'])
  })
})

describe('a quantised name', () => {
  it('is said to have decided the precision where it did, or to suggest another one', () => {
    expect(supported({ modelName: 'Qwen2.5-7B-Instruct-AWQ', precision: 'int4', precisionFromName: true }).warnings[0]).toBe(
      "No precision was stated: 'AWQ' in the name means int4 weights, so the figures are for int4.",
    )
    expect(supported({ modelName: 'Qwen2.5-7B-Instruct-AWQ' }).warnings[0]).toBe(
      "'AWQ' in the name suggests int4 weights; the figures are for fp16. Give precision int4 for those of the weights it names.",
    )
    expect(supported({ modelName: 'Qwen2.5-7B-Instruct-AWQ', precision: 'int4' }).warnings.join(' ')).not.toContain('AWQ')
  })
})

it('costs that hardly fit together are warned of', () => {
  expect(supported({ modelName: 'mine', parameters: 1e9, flops: 1 }).warnings.join(' ')).toContain('flops 1 is less than a thousandth of what 1000000000 parameters usually take')
  expect(supported({ modelName: 'mine', parameters: 1e9, flops: 2e9 }).warnings).toEqual([])
})
