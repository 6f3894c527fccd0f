import { describe, expect, it } from 'vitest'
import { importFile } from './index.ts'
import { DEFAULTS, fixture, importFixture, importText, refusalOf } from './testing.ts'

const text = (name: string) => new TextDecoder().decode(fixture(name))
/** A fixture with one part of its text replaced. */
const changed = (name: string, from: string | RegExp, to: string) => {
  const result = text(name).replace(from, to)
  if (result === text(name)) throw new Error(`${from} does not stand in ${name}`)
  return importText(result, undefined, name)
}

describe('optimum-benchmark', () => {
  it('reads benchmark.json with its configuration, in our units', () => {
    const { measurements, source, warnings } = importFixture('optimum-benchmark.json', {})
    expect(source).toEqual({ tool: 'optimum-benchmark', file: 'optimum-benchmark.json', version: '0.5.0' })
    expect(warnings).toEqual([])
    expect(measurements).toHaveLength(1)
    const [forward] = measurements
    expect(forward).toMatchObject({ modelName: 'google-bert/bert-base-uncased', hardwarePlatform: 'cuda', device: 'NVIDIA A10G', framework: 'pytorch-2.4.0' })
    expect(forward).toMatchObject({ batchSize: 8, sequenceLength: 128, precision: 'fp16', mode: 'inference', workload: 'forward', samplesMs: [10, 20, 30, 20] })
    expect(forward!.latencyMs).toBeCloseTo(20, 9)
    expect(forward!.throughputSamplesPerSecond).toBeCloseTo(400, 9)
    // 1048.576 decimal megabytes are 1000 of 2^20 bytes.
    expect(forward!.memoryMb).toBeCloseTo(1000, 9)
    // Distances from 20 ms: -10, 0, 10, 0; 200 / (4 - 1).
    expect(forward!.latency!.standardDeviationMs).toBeCloseTo(Math.sqrt(200 / 3), 9)
    expect(forward!.details).toMatchObject({ loadMs: 1500, firstRunMs: 250 })
  })

  it('works out the batch of a report alone and does not take tokens for samples', () => {
    const { measurements, warnings } = importFixture('optimum-benchmark-report.json')
    expect(measurements.map(({ name, workload, batchSize }) => [name, workload, batchSize])).toEqual([
      ['prefill', 'prefill', 2],
      ['per_token', 'decode_step', 2],
      ['decode', 'generation', 2],
      ['generate', 'generation', 2],
    ])
    expect(measurements[2]!.tokens).toEqual({ outputTokensPerSecond: 220 })
    expect(measurements[3]).toMatchObject({ throughputSamplesPerSecond: 2, derived: ['throughputSamplesPerSecond'] })
    expect(warnings.join()).toContain('/generate/throughput is 198, but 2 samples in 1000 ms are 2 per second')
  })

  it('takes the memory of the process where the processor computes, and knows ROCm cards by name', () => {
    expect(changed('optimum-benchmark.json', '"device": "cuda"', '"device": "cpu"').measurements[0]).toMatchObject({ hardwarePlatform: 'cpu', device: 'AMD EPYC 7R32', memoryMb: 1000 })
    expect(changed('optimum-benchmark.json', 'NVIDIA A10G', 'AMD Instinct MI300X').measurements[0]).toMatchObject({ hardwarePlatform: 'rocm' })
  })
})

describe('optimum-benchmark training', () => {
  it('gives the rate of a step, whose samples are those of all summed passes', () => {
    const latency = { unit: 's', values: [0.5, 0.5], count: 2, mean: 0.5, p50: 0.5, stdev: 0 }
    const report = { overall: { latency }, train: { latency, throughput: { unit: 'samples/s', value: (2 * 16) / 0.5 } } }
    const scenario = { name: 'training', training_arguments: { per_device_train_batch_size: 8, gradient_accumulation_steps: 2 } }
    const config = { backend: { name: 'pytorch', device: 'cuda', model: 'm', torch_dtype: 'float32' }, scenario }
    const expected = { workload: 'train_step', mode: 'training', batchSize: 16, latencyMs: 500, throughputSamplesPerSecond: 32 }
    expect(importText(JSON.stringify({ config, report })).measurements).toMatchObject([{ ...expected, hardwarePlatform: 'cuda', precision: 'fp32' }])
    expect(importText(JSON.stringify(report)).measurements).toMatchObject([expected])
  })
})

describe('MLPerf LoadGen', () => {
  it('reads SingleStream as forward passes of batch 1', () => {
    const { measurements, source } = importFixture('mlperf-SingleStream-summary.txt')
    expect(source.tool).toBe('mlperf-loadgen')
    expect(measurements[0]).toMatchObject({ workload: 'forward', batchSize: 1, throughputSamplesPerSecond: 306.15, valid: true })
    expect(measurements[0]!.latency!.p90Ms).toBeCloseTo(5.622051, 9)
    expect(measurements[0]!.latencyMs).toBeCloseTo(2.201588, 9)
  })

  it('reads the same from summary and detail', () => {
    for (const scenario of ['Server', 'MultiStream']) {
      const [summary, detail] = ['summary', 'detail'].map((kind) => importFixture(`mlperf-${scenario}-${kind}.txt`).measurements[0]!)
      expect(detail!.latency).toEqual({ ...summary!.latency, samples: 80 })
      expect(detail!.throughputSamplesPerSecond).toBeCloseTo(summary!.throughputSamplesPerSecond!, 2)
      expect([detail!.workload, detail!.batchSize, detail!.valid]).toEqual([summary!.workload, summary!.batchSize, summary!.valid])
    }
  })

  it('takes the latency of MultiStream for that of a query of several samples', () => {
    const [measurement] = importFixture('mlperf-MultiStream-summary.txt').measurements
    expect(measurement).toMatchObject({ workload: 'forward', batchSize: 4 })
    expect(measurement!.throughputSamplesPerSecond).toBeCloseTo(4 / 9.822501e-3, 6)
  })

  it('keeps an INVALID run as invalid, with the reason', () => {
    const { measurements, warnings } = importFixture('mlperf-Server-summary.txt')
    expect(measurements[0]).toMatchObject({ workload: 'serving', throughputSamplesPerSecond: 181.3, valid: false })
    expect(warnings[0]).toContain('LoadGen marks the run INVALID: performance constraints not satisfied, early stopping not satisfied')
  })

  it('does not take a log that was cut off before its verdict for a valid run', () => {
    expect(changed('mlperf-SingleStream-summary.txt', 'Result is : VALID\n', '').measurements[0]!.valid).toBe(false)
    expect(changed('mlperf-SingleStream-summary.txt', 'No errors encountered during test.', '3 ERRORS encountered. See detailed log.').measurements[0]!.problems).toEqual(['errors during the run: 3'])
  })

  it('gives no latency for Offline, where a sample waits for all others', () => {
    const [measurement] = importFixture('mlperf-Offline-summary.txt').measurements
    expect(measurement).toMatchObject({ workload: 'offline', throughputSamplesPerSecond: 413.445 })
    expect(measurement).not.toHaveProperty('latencyMs')
  })

  it('refuses the log of an accuracy run', () => {
    expect(refusalOf(() => changed('mlperf-Offline-summary.txt', 'PerformanceOnly', 'AccuracyOnly')).message).toContain('accuracy run')
  })
})

describe('vLLM bench serve', () => {
  it('reads summaries, which are in milliseconds', () => {
    const [measurement] = importFixture('vllm-bench.json').measurements
    expect(measurement).toMatchObject({ workload: 'serving', modelName: 'Qwen/Qwen3-0.6B', throughputSamplesPerSecond: 2, latencyMs: 90, concurrency: 2, valid: true })
    expect(measurement!.tokens).toMatchObject({
      outputTokensPerSecond: 20,
      totalTokensPerSecond: 220,
      meanInputTokens: 100,
      meanOutputTokens: 10,
      timeToFirstToken: { meanMs: 50, p50Ms: 40, p99Ms: 80 },
    })
    expect(measurement!.latency!.standardDeviationMs).toBeCloseTo(30 * Math.sqrt(4 / 3), 9)
    expect(measurement).not.toHaveProperty('batchSize')
  })

  it('adds up the seconds of single requests, without those that failed, and reads appended results', () => {
    const [first, second] = importFixture('vllm-bench-appended.json').measurements
    expect(first!.latencyMs).toBe(90)
    expect(second!.samplesMs!.map((ms) => Math.round(ms * 1e6) / 1e6)).toEqual([70, 80, 100])
    expect(second).toMatchObject({ requests: { completed: 3, failed: 1 }, valid: false, problems: ['1 of 4 requests failed'] })
    expect(second!.latencyMs).toBeCloseTo(80, 9)
  })

  it('marks a run in which nothing completed', () => {
    const [measurement] = changed('vllm-bench.json', '"completed": 4', '"completed": 0').measurements
    expect(measurement).toMatchObject({ valid: false, problems: ['no request completed'] })
    expect(measurement).not.toHaveProperty('throughputSamplesPerSecond')
  })
})

describe('AIPerf and GenAI-Perf', () => {
  it('reads metrics at the top, and the device from telemetry', () => {
    const { measurements, source } = importFixture('aiperf.json', {})
    expect(source).toMatchObject({ tool: 'aiperf', version: '0.4.0', schema: '1.0' })
    expect(measurements[0]).toMatchObject({
      modelName: 'Qwen/Qwen3-0.6B',
      hardwarePlatform: 'cuda',
      device: 'NVIDIA H100 80GB HBM3',
      throughputSamplesPerSecond: 9.7,
      latencyMs: 3100,
      concurrency: 32,
    })
    expect(measurements[0]!.tokens).toMatchObject({ outputTokensPerSecond: 2483.2, meanInputTokens: 512, timeToFirstToken: { p99Ms: 250 }, interTokenLatency: { meanMs: 12 } })
  })

  it('reads metrics under records, in whatever unit they say, and marks a cancelled run', () => {
    const [measurement] = importFixture('aiperf-records.json').measurements
    expect(measurement).toMatchObject({ latencyMs: 400, latency: { meanMs: 500 }, concurrency: 10, valid: false, problems: ['the run was cancelled', 'failed requests: 2'] })
    expect(measurement!.tokens!.timeToFirstToken).toMatchObject({ meanMs: 18.26 })
  })

  it('reads the configuration of newer versions, in phases, and marks a run that did not end', () => {
    const config = {
      models: { strategy: 'round_robin', items: [{ name: 'Qwen/Qwen3-0.6B' }] },
      phases: [
        { name: 'warmup', concurrency: 1 },
        { name: 'profiling', concurrency: 16 },
      ],
    }
    const newer = { ...JSON.parse(text('aiperf.json')), schema_version: '1.4', aiperf_version: '0.13.0', input_config: config, is_complete: false, incomplete_reason: 'records stalled' }
    const [measurement] = importText(JSON.stringify(newer)).measurements
    expect(measurement).toMatchObject({ modelName: 'Qwen/Qwen3-0.6B', concurrency: 16, valid: false, problems: ['the run is not complete: records stalled'] })
  })

  it('tells GenAI-Perf from AIPerf', () => {
    const { source, measurements } = importFixture('genai-perf.json')
    expect(source.tool).toBe('genai-perf')
    expect(measurements[0]).toMatchObject({ modelName: 'meta-llama/Llama-3.1-8B-Instruct', concurrency: 1, latencyMs: 351 })
  })

  it('refuses another major version, and a unit that is none of time', () => {
    expect(refusalOf(() => changed('aiperf.json', '"schema_version": "1.0"', '"schema_version": "2.0"')).message).toContain(
      '/schema_version is 2.0, and version 1 is known here. Export with an older version of the tool, or update Benchcast.',
    )
    expect(refusalOf(() => changed('aiperf.json', /("request_latency": \{\s*"unit": )"ms"/, '$1"parsec"')).message).toContain('/request_latency/unit is parsec')
  })
})

describe('GuideLLM', () => {
  it('reads a measurement per rate, with request latency in seconds and token latencies in milliseconds', () => {
    const { measurements, source } = importFixture('guidellm.json')
    expect(source).toMatchObject({ version: '0.7.0', schema: '2' })
    expect(measurements.map(({ name, modelName, throughputSamplesPerSecond, valid }) => [name, modelName, throughputSamplesPerSecond, valid])).toEqual([
      ['synchronous', 'Qwen/Qwen3-0.6B', 3, true],
      ['concurrent', 'Qwen/Qwen3-0.6B', 12, false],
    ])
    expect(measurements[0]).toMatchObject({ latencyMs: 1080, latency: { meanMs: 1200, samples: 20 }, requests: { completed: 20, failed: 0, cancelled: 1 } })
    expect(measurements[0]!.tokens).toMatchObject({ outputTokensPerSecond: 384, timeToFirstToken: { meanMs: 45 } })
    expect(measurements[1]).toMatchObject({ concurrency: 8, problems: ['4 of 68 requests failed'] })
  })

  it('takes the zeros of an empty distribution for nothing', () => {
    expect(importFixture('guidellm.json').measurements[0]!.tokens).not.toHaveProperty('timePerOutputToken')
  })

  it('reads version 1, and refuses version 3', () => {
    expect(importFixture('guidellm-1.json').measurements[0]).toMatchObject({ modelName: 'Qwen/Qwen3-0.6B', details: { rate: 2 } })
    expect(refusalOf(() => changed('guidellm.json', '"version": 2', '"version": 3')).message).toContain('/metadata/version is 3, and versions 1 to 2 are known here')
  })
})

describe('ONNX Runtime perf_test', () => {
  it('reads seconds, milliseconds and bytes', () => {
    const [measurement] = importFixture('onnxruntime-perf-test.txt').measurements
    expect(measurement).toMatchObject({ workload: 'forward', latencyMs: 99, throughputSamplesPerSecond: 10, memoryMb: 259, latency: { samples: 5, meanMs: 100, minMs: 95, p99Ms: 110 } })
    expect(measurement!.details).toEqual({ firstRunMs: 196, sessionCreationMs: 250 })
  })

  it('multiplies inferences with the batch size the caller gives, and asks for it', () => {
    const given = importFixture('onnxruntime-perf-test.txt', { defaults: { ...DEFAULTS, batchSize: 8, precision: 'int8' } })
    expect(given.measurements[0]).toMatchObject({ batchSize: 8, precision: 'int8', throughputSamplesPerSecond: 80 })
    expect(given.warnings).toEqual([])
    expect(importFixture('onnxruntime-perf-test.txt').warnings.join()).toContain('does not say the batch size')
  })

  it('reads the older spelling, several runs, and a redirected UTF-16 file', () => {
    expect(importFixture('onnxruntime-perf-test-old.txt').measurements[0]).toMatchObject({ latencyMs: 95, latency: { p999Ms: 120 } })
    expect(importText(text('onnxruntime-perf-test.txt').repeat(2), undefined, 'log.txt').measurements.map(({ name }) => name)).toEqual(['perf_test', 'perf_test 2'])
    const utf16 = new Uint8Array(Uint16Array.from(`\uFEFF${text('onnxruntime-perf-test.txt')}`, (char) => char.charCodeAt(0)).buffer)
    expect(importFile(utf16, 'log.txt', { defaults: DEFAULTS }).measurements).toEqual(importFixture('onnxruntime-perf-test.txt').measurements)
  })

  it('marks a run whose output reports a failure', () => {
    expect(changed('onnxruntime-perf-test.txt', 'Avg CPU usage:11', 'Run failed:Non-zero status code').measurements[0]).toMatchObject({ valid: false })
  })
})

describe('hyperfine', () => {
  it('reads seconds of version 1, and marks a program that failed', () => {
    const { measurements, source } = importFixture('hyperfine-1.json')
    expect(source.schema).toBe('1')
    expect(measurements.map(({ name, valid }) => [name, valid])).toEqual([
      ['sleep 0.01', true],
      ['sleep 0.02', true],
      ['false', false],
    ])
    expect(measurements[0]).toMatchObject({ workload: 'program', latencyMs: 16.094457, latency: { samples: 3 } })
  })

  it('reads version 2, and marks a program that a signal ended', () => {
    const { measurements, source } = importFixture('hyperfine-2.json')
    expect(source).toMatchObject({ schema: '2', version: '2.0.0' })
    expect(measurements[0]).toMatchObject({ name: 'batch 8', batchSize: 8, latencyMs: 2000, memoryMb: 4, samplesMs: [1000, 2000, 3000], valid: false, problems: ['1 of 3 runs ended with a failure'] })
  })

  it('refuses version 3', () => {
    expect(refusalOf(() => changed('hyperfine-2.json', '"schema_version": 2', '"schema_version": 3')).message).toContain('versions 1 and 2 are known here')
  })
})

describe('pytest-benchmark', () => {
  it('reads the configuration from params and extra_info', () => {
    const { measurements, source } = importFixture('pytest-benchmark.json', { defaults: { hardwarePlatform: 'cpu' } })
    expect(source.version).toBe('5.3.1')
    expect(measurements.map(({ modelName, batchSize, device }) => [modelName, batchSize, device])).toEqual([1, 8].map((batch) => ['toy-mlp', batch, 'Intel(R) Xeon(R) Platinum 8375C CPU @ 2.90GHz']))
    expect(measurements[1]!.latencyMs).toBeCloseTo(0.0033582000469, 9)
    expect(measurements[1]!.throughputSamplesPerSecond).toBeCloseTo(8 * 249093.3026666888, 3)
    expect(measurements[1]!.samplesMs).toHaveLength(10)
  })

  it('warns of a major version nobody has looked at', () => {
    expect(changed('pytest-benchmark.json', '"version": "5.3.1"', '"version": "9.0.0"').warnings.join()).toContain('written by pytest-benchmark 9.0.0')
  })
})

describe('Qualcomm AI Hub', () => {
  it('reads every profile that passed on a platform of ours, and names the others', () => {
    const { measurements, warnings } = importFixture('qualcomm-ai-hub.yaml', {})
    expect(measurements[0]).toMatchObject({
      modelName: 'ResNet50',
      hardwarePlatform: 'qnn',
      device: 'Samsung Galaxy S24',
      framework: 'tflite-2.17.0',
      precision: 'fp16',
      batchSize: 1,
      latencyMs: 1.6,
      memoryMb: 118,
    })
    expect(measurements[0]).toMatchObject({ throughputSamplesPerSecond: 625, derived: ['throughputSamplesPerSecond'] })
    expect(measurements.slice(2).map(({ name, hardwarePlatform, sequenceLength }) => [name, hardwarePlatform, sequenceLength])).toEqual([
      ['Llama w4a16 Samsung Galaxy S24 genie NPU 4096', 'qnn', 4096],
      ['Llama w4a16 Samsung Galaxy S24 genie CPU 512', 'cpu', 512],
    ])
    expect(measurements[2]).toMatchObject({ workload: 'generation', tokens: { outputTokensPerSecond: 12.5, timeToFirstToken: { minMs: 100, maxMs: 3200 } }, details: { prefillTokensPerSecond: 400 } })
    expect(warnings).toHaveLength(1)
    expect(warnings[0]).toContain(
      'left out 3 of 7 profiles (ResNet50 float Samsung Galaxy S24 onnx: Failed; ResNet50 float QCS8275 (Proxy) tflite: ran on the GPU; Llama w4a16 Samsung Galaxy S24 genie GPU 512: ran on the GPU)',
    )
  })

  it('does not give a number format of its own another name, even where the caller has one', () => {
    const w8a16 = importFixture('qualcomm-ai-hub.yaml', { defaults: { precision: 'fp32' } }).measurements[1]
    expect(w8a16).toMatchObject({ reportedPrecision: 'w8a16' })
    expect(w8a16).not.toHaveProperty('precision')
  })
})

describe('Bencher Metric Format', () => {
  it('reads nanoseconds and bounds, and keeps measures of unknown unit as details', () => {
    const { measurements, warnings } = importFixture('bencher.json')
    expect(measurements).toEqual([
      {
        ...DEFAULTS,
        name: 'bert forward',
        workload: 'program',
        latencyMs: 12.5,
        throughputSamplesPerSecond: 640,
        bounds: { latencyMs: { lower: 12, upper: 13 }, throughputSamplesPerSecond: { lower: 600 } },
        valid: true,
        problems: [],
        details: { accuracy: 0.91 },
      },
    ])
    expect(warnings.join()).toContain('left out 1 of 2 benchmarks, for want of a measure of known unit')
  })
})
