import { describe, expect, it } from 'vitest'
import { deviceNamed } from '../../hardware/index.ts'
import { createPredictor } from '../predictor/create-predictor.ts'
import type { MeasuredWorkload, ThroughputEstimator, Workload } from '../workload.ts'
import { checkColumns } from './check-columns.ts'
import { predictTable } from './predict-table.ts'
import { readCsv } from './read-csv.ts'
import { repeatedIds } from './repeated-ids.ts'

/** Says 100 items per second, or what was last measured. */
function fixed(throughput = 100): ThroughputEstimator {
  return {
    version: 'test',
    estimate: (workloads: readonly Workload[], level = 0.9) => workloads.map(() => ({ throughput, lower: throughput / 2, upper: throughput * 2, level, provenance: 'learned' as const })),
    calibrate: (measurements: readonly MeasuredWorkload[]) => fixed(measurements.at(-1)?.throughput),
  }
}

const row = { row_id: 'a', hardware_platform: 'cuda', device: 'NVIDIA GeForce RTX 4090', model_name: 'resnet50', mode: 'inference', batch_size: '8', gmacs: '4.1' }

describe('a CSV table', () => {
  it('keeps quoted commas, doubled quotes and line breaks', () => {
    expect(readCsv('\uFEFFa,b\r\n1,"x, ""y""\nz"\r\n2,\r\n')).toEqual([
      { a: '1', b: 'x, "y"\nz' },
      { a: '2', b: '' },
    ])
  })
})

describe('a table of other separators', () => {
  it.each([';', '\t'])('is read where its header line has %j and no comma', (separator) => {
    const lines = ['a', 'b\n1', '"x, ""y"""\n2', 'q'].join(separator)
    expect(readCsv(lines)).toEqual([
      { a: '1', b: 'x, "y"' },
      { a: '2', b: 'q' },
    ])
    expect(readCsv(`a${separator}b\n1${separator}2\n`)).toEqual([{ a: '1', b: '2' }])
  })
})

describe('predictions of a table', () => {
  it('come one a row, in order, under the row ids', () => {
    const { predictions, warnings } = predictTable(fixed(), [row, { ...row, row_id: '' }])
    expect(predictions).toEqual([
      { rowId: 'a', predicted: 100, lower: 50, upper: 200 },
      { rowId: '2', predicted: 100, lower: 50, upper: 200 },
    ])
    expect(warnings).toEqual([])
  })

  it('leave a row that makes no sense without numbers and say why', () => {
    const { predictions, warnings } = predictTable(fixed(), [{ ...row, hardware_platform: 'abacus' }, { ...row, batch_size: 'many' }, row])
    expect(predictions.map(({ predicted }) => predicted)).toEqual([undefined, undefined, 100])
    expect(warnings.join(' ')).toContain('hardware_platform is "abacus"')
    expect(warnings.join(' ')).toContain('batch_size is "many"')
  })

  it('answer for a device nobody knows with a wider interval and a warning', () => {
    const { predictions, warnings } = predictTable(fixed(), [{ ...row, device: 'Quantum Toaster 9000' }])
    expect(predictions[0]!.upper! / predictions[0]!.lower!).toBeGreaterThan(20)
    expect(warnings[0]).toContain("Device 'Quantum Toaster 9000' is not known for cuda")
  })

  it('learn from measured rows first, and skip those without a speed', () => {
    const { predictions, warnings } = predictTable(fixed(), [row], [{ ...row, throughput_samples_per_s: '7' }, row])
    expect(predictions[0]!.predicted).toBe(7)
    expect(warnings[0]).toContain('Rows not calibrated on: calibration row a')
  })

  it('take the costs of a model from the catalogue where a row states none, and are the same question as a request then', () => {
    const asked: Workload[] = []
    const listening: ThroughputEstimator = {
      ...fixed(),
      estimate: (workloads, level) => {
        asked.push(...workloads)
        return fixed().estimate(workloads, level)
      },
    }
    const bare = { hardware_platform: 'cuda', device: 'NVIDIA H100 80GB SXM', batch_size: '8' }
    const { predictions, warnings } = predictTable(listening, [
      { ...bare, model_name: 'meta-llama/Llama-3.1-8B', precision: 'fp16', phase: 'decode', threads: '4' },
      { ...bare, model_name: 'meta-llama/Llama-3.1-405B', precision: 'fp16', phase: 'decode' },
      { ...bare, model_name: 'brand-new-13b', phase: 'decode' },
      { ...bare, model_name: 'meta-llama/Llama-3.1-405B', precision: 'fp16', phase: 'decode', n_devices: '16' },
      { ...bare, model_name: 'meta-llama/Llama-3.1-405B', precision: 'fp16', phase: 'decode', source: 'a-data-set' },
      { ...bare, model_name: 'meta-llama/Llama-3.1-8B', params_m: '1', gmacs: '2' },
    ])
    expect(asked[0]).toMatchObject({ unit: 'token', phase: 'decode', parameters: expect.closeTo(8.03e9, -8), macs: expect.closeTo(8.03e9, -9), batchSize: 8, threads: 4 })
    expect(asked.at(-1)).toMatchObject({ unit: 'sample', parameters: 1e6, macs: 2e9 })
    expect(predictions.map(({ predicted }) => predicted)).toEqual([100, undefined, 100, 100, 100, 100])
    const [exact, family] = [predictions[0]!, predictions[2]!].map(({ lower, upper }) => upper! / lower!)
    const single = createPredictor({ estimator: fixed() }).predict([
      { modelName: 'brand-new-13b', platform: 'cuda', device: bare.device, batchSize: 8, sequenceLength: 128, mode: 'inference', precision: 'fp32', phase: 'decode' },
    ])[0]!
    expect(single).toMatchObject({ supported: true, throughput: { lower: expect.closeTo(predictions[2]!.lower!, 9), upper: expect.closeTo(predictions[2]!.upper!, 9) } })
    expect(family!).toBeGreaterThan(exact!)
    expect(warnings.join(' ')).toMatch(/it needs about 75\d GB .* Rows left without a prediction: row 2/)
  })

  it('count tokens of a model that works on tokens, and say so; whole sequences where the row says sample', () => {
    const gpt2 = { hardware_platform: 'cuda', device: 'NVIDIA T4', model_name: 'gpt2', sequence_length_or_image_size: '128' }
    const rows = [gpt2, { ...gpt2, unit: 'token' }, { ...gpt2, unit: 'sample' }, { ...gpt2, model_name: 'resnet50' }]
    const { predictions, warnings } = predictTable(fixed(), rows)
    expect(predictions.map(({ predicted }) => predicted)).toEqual([100, 100, 100 / 128, 100])
    expect(warnings).toEqual([expect.stringMatching(/^Tokens per second, not samples: .* Fill in the column unit, token or sample .*: row 1\.$/)])
    expect(predictTable(fixed(), rows, [{ ...gpt2, unit: 'sample', throughput_samples_per_s: '5' }]).predictions.map(({ predicted }) => predicted)).toEqual([640, 640, 5, 640])
  })

  it('count the tokens of whole sequences in training and of encoders too, one a sequence in decoding, and none of images', () => {
    const gpt2 = { hardware_platform: 'cuda', device: 'NVIDIA T4', model_name: 'gpt2', sequence_length_or_image_size: '128' }
    const kinds = [
      { ...gpt2, mode: 'training' },
      { ...gpt2, model_name: 'bert-base-uncased' },
      { ...gpt2, phase: 'forward' },
      { ...gpt2, phase: 'decode' },
      { ...gpt2, model_name: 'resnet50' },
    ]
    const { predictions, warnings } = predictTable(
      fixed(),
      kinds.flatMap((kind) => ['token', 'sample'].map((unit) => ({ ...kind, unit }))),
    )
    expect(kinds.map((_, i) => predictions[2 * i]!.predicted! / predictions[2 * i + 1]!.predicted!)).toEqual([128, 128, 128, 1, 1].map((ratio) => expect.closeTo(ratio, 9)))
    expect(warnings).toEqual(['unit is "token", but the model reads no text; predicted as samples: row 9.'])
  })

  it('stay within the limit of the device as single predictions do, unless the row states costs', () => {
    const estimator = fixed(1e9)
    const [single] = createPredictor({ estimator }).predict([{ modelName: 'resnet50', platform: 'cuda', device: row.device, batchSize: 8, sequenceLength: 128, mode: 'inference', precision: 'fp32' }])
    const { gmacs: _, ...bare } = row
    const { predictions } = predictTable(estimator, [bare, row, { ...bare, source: 'a-data-set' }])
    expect(single).toMatchObject({ throughput: { value: predictions[0]!.predicted, lower: predictions[0]!.lower, upper: predictions[0]!.upper } })
    expect(predictions.map(({ predicted }) => predicted! < 1e9)).toEqual([true, false, false])
  })

  it('need no source, group, provenance or architecture', () => {
    const { predictions } = predictTable(fixed(), [{ hardware_platform: 'cpu', device: '', model_name: 'x' }])
    expect(predictions[0]!.predicted).toBe(100)
  })
})

describe('a table that is not as it should be', () => {
  it('keeps the text of a cell whose quote is not closed, and says in which line', () => {
    const said: string[] = []
    expect(readCsv('row_id,b\n"x\ny",1\n"unclosed,2\nz,"a"b\n', (sentence) => said.push(sentence))).toEqual([
      { row_id: 'x\ny', b: '1' },
      { row_id: '"unclosed', b: '2' },
      { row_id: 'z', b: '"a"b' },
    ])
    expect(said).toEqual(['A quote is not closed at the end of its cell and is taken as part of the text (line 4, 5): close it, or write "" for a quote within quotes.'])
  })

  it('is predicted with a warning for words nobody knows', () => {
    const { predictions, warnings } = predictTable(fixed(), [
      { ...row, precision: 'fp99', mode: 'dreaming' },
      { ...row, framework: 'fancyflow', layout: 'zigzag' },
    ])
    expect(predictions.map(({ predicted }) => predicted)).toEqual([100, 100])
    expect(warnings.join(' ')).toContain('precision is "fp99", which is not known; predicted as fp16: row a.')
    expect(warnings.join(' ')).toContain('mode is "dreaming"; it must be inference or training. Predicted as inference: row a.')
  })

  it('is predicted with a warning for each word that no measurement has, with the nearest that one has', () => {
    const learnt = { framework: ['onnxruntime', 'pytorch'], precision: ['fp16', 'int8'], phase: ['decode', 'forward', 'prefill'], unit: ['sample', 'token'], layout: ['nchw', 'nhwc'] }
    const estimator = { ...fixed(), words: () => learnt }
    const strange = { ...row, framework: 'pytroch-2.4', layout: 'zigzag', phase: 'prefil', unit: 'Tokens', precision: 'fp61' }
    const warned = (rows: readonly Record<string, string>[], measured: readonly Record<string, string>[] = []) => predictTable(estimator, rows, measured).warnings
    expect(warned([strange, { ...strange, row_id: 'b' }])).toEqual([
      'precision is "fp61", which is not known (the nearest is "fp16"); predicted as fp16: row a, row b.',
      'framework is "pytroch-2.4", which no measurement has (the nearest is "pytorch"); predicted as an unknown one: row a, row b.',
      'phase is "prefil", which no measurement has (the nearest is "prefill"); predicted as an unknown one: row a, row b.',
      'unit is "Tokens", which no measurement has (the nearest is "token"); predicted as an unknown one: row a, row b.',
      'layout is "zigzag", which no measurement has; predicted as an unknown one: row a, row b.',
    ])
    expect(warned([{ ...row, framework: 'pytorch-9.9', layout: 'nhwc', phase: 'decode', unit: 'token', precision: 'bf16' }])).toEqual([])
    expect(warned([{ ...row, framework: 'ours-1', layout: 'zigzag' }], [{ ...row, framework: 'ours-2', layout: 'zigzag', throughput_samples_per_s: '7' }])).toEqual([])
  })

  it('is predicted without a word for every precision of the public measurements', () => {
    const words = ['', 'fp32', 'tf32', 'fp16', 'bf16', 'int1', 'int2', 'int3', 'int4', 'int5', 'int6', 'int8', 'fp8', 'fp4', 'w8a16', 'w16a16', 'w4', 'w4a16', 'Q4_K_M', 'q8_0']
    expect(
      predictTable(
        fixed(),
        words.map((precision) => ({ ...row, precision })),
      ).warnings,
    ).toEqual([])
  })

  it('has no prediction for a batch that no request may have', () => {
    for (const batch_size of ['1e12', '0', '-4', '0.5', 'many']) {
      const { predictions, warnings } = predictTable(fixed(), [{ ...row, batch_size }])
      expect(predictions).toEqual([{ rowId: 'a' }])
      expect(warnings).toEqual([`batch_size is "${batch_size}"; it must be a number from 1 to 1048576. Rows left without a prediction: row a.`])
    }
  })

  it('has no prediction for a row that tells nothing of its model', () => {
    const { predictions, warnings } = predictTable(fixed(), readCsv('row_id,hardware_platform,model_name,gmacs\na,cpu,\nb,cpu\nc,cpu,,4.1\n'))
    expect(predictions.map(({ predicted }) => predicted)).toEqual([undefined, undefined, 100])
    expect(warnings[0]).toBe('model_name is missing: name the model, or give params_m and gmacs. Rows left without a prediction: row a, row b.')
  })
  it('is predicted with a warning where a row_id is given twice or a row has too many cells, and refused where a column is', () => {
    expect(repeatedIds([row, row, { ...row, row_id: 'b' }, row])).toEqual(['row_id a is given more than once: predictions come in the order of the rows, but their ids do not tell them apart.'])
    expect(repeatedIds([row, { ...row, row_id: '' }, { ...row, row_id: 'b' }])).toEqual([])
    const said: string[] = []
    expect(readCsv('a,b\n1,2,\n3,4,5\n', (sentence) => said.push(sentence))).toEqual([
      { a: '1', b: '2' },
      { a: '3', b: '4' },
    ])
    expect(said).toEqual(['More cells than the header line names are not looked at (row 2): quote a text that holds a comma.'])
    expect(() => readCsv('a,b,a\n1,2,3\n')).toThrow('The header line names the column a more than once: keep one of them.')
  })
  it('says which device stands in where none is named', () => {
    const { predictions, warnings } = predictTable(fixed(), [{ ...row, device: ' ' }])
    expect(predictions[0]!.upper! / predictions[0]!.lower!).toBeGreaterThan(20)
    expect(warnings).toEqual(['No device is named; predicted as NVIDIA A100 80GB SXM, the usual one for cuda, with a wide interval. Fill in the column device: row a.'])
  })

  it('is of the machine where none is named and the machine serves the platform, as requests are', () => {
    const machine = deviceNamed('NVIDIA GeForce RTX 4090', 'cuda').device
    const { predictions, warnings } = predictTable(
      fixed(),
      [
        { ...row, device: '' },
        { ...row, hardware_platform: 'mps', device: '' },
      ],
      [],
      { machine },
    )
    expect(predictions[0]).toEqual({ rowId: 'a', predicted: 100, lower: 50, upper: 200 })
    expect(warnings).toEqual([
      'No device is named; predicted as NVIDIA GeForce RTX 4090, the one of this machine. Fill in the column device for another: row a.',
      expect.stringMatching(/^No device is named; predicted as Apple .*, the usual one for mps, with a wide interval/),
    ])
  })
  it('is refused where its columns can tell nothing', () => {
    expect(() => checkColumns([], 'rows.csv')).toThrow(/^rows\.csv has no rows: give one for each configuration, with hardware_platform, model_name .*header line/)
    expect(() => checkColumns([{ model: 'a', platform: 'cuda' }], 'rows.csv')).toThrow(/^rows\.csv has no column hardware_platform and no column model_name: it has model, platform\./)
    expect(() => checkColumns([row], 'rows.csv')).not.toThrow()
  })
})
