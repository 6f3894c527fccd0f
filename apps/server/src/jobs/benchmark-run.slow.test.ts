import type { BenchmarkQuestion } from '@benchcast/bench'
import { RunSpeedBenchmarkRequest } from '@benchcast/core/api'
import { BenchcastError } from '@benchcast/core/errors'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ExampleMeasuring } from '../docs/example-measuring.ts'
import type { SpeedBenchmark } from '../measuring/configurations.ts'
import type { ResultsDocument } from '../measuring/results-document.ts'
import { openStore, type RecordName, type Store } from '../storage/index.ts'
import { testQueue } from '../testing/test-queue.ts'
import type { JobQueue } from './queue.ts'

const TINY = 'prajjwal1/bert-tiny'
const PREDICTION = {
  prediction_id: 'pred-1',
  timestamp: '2025-08-15T14:30:45.123Z',
  model_name: TINY,
  model_family: 'embedding',
  hardware_platform: 'cpu',
  batch_size: 1,
  sequence_length: 128,
  precision: 'fp32',
  mode: 'inference',
  throughput: 2,
  latency: 500,
  memory_usage: 600,
  confidence_score: 0.5,
  prediction_source: 'learned',
  phase: null,
  metadata: {},
}

/** Measures at once; batches from 8 on take too much memory. */
class Quick extends ExampleMeasuring {
  readonly asked: number[] = []

  override async measure(_device?: string, question?: BenchmarkQuestion) {
    const { batch } = question!.size
    this.asked.push(batch)
    if (batch >= 8) throw new BenchcastError('run_out_of_memory', 'The run wanted too much memory.')
    return super.measure()
  }
}

describe('A benchmark run', () => {
  let store: Store
  let jobs: JobQueue
  let measuring: Quick
  let learned: number
  beforeEach(async () => {
    store = await openStore({ path: ':memory:' })
    measuring = new Quick()
    learned = 0
    const predictions = {
      familyOf: () => 'embedding',
      predict: async () => [],
      lookUp: async () => ({ found: { device: { name: 'this machine' }, match: 'assumed' } }),
      learn: () => {
        learned += 1
      },
    }
    jobs = testQueue(store, {}, { measuring, predictions: predictions as never })
    const task = { taskId: 'one', kind: 'predictPerformance', event: 'completed', attempt: 1, timestamp: PREDICTION.timestamp, message: '', document: '{}' } as const
    await store.writeTask({ task, records: { predictions: [PREDICTION] } })
  })
  afterEach(async () => {
    await jobs.close()
    await store.close()
  })

  async function run(request: object): Promise<{ readonly message: string; readonly result: ResultsDocument }> {
    const { models, ...rest } = RunSpeedBenchmarkRequest.parse({ models: [TINY], batch_sizes: [1], ...request })
    const task = await jobs.submit('startSpeedBenchmark', { ...rest, models } as SpeedBenchmark)
    await task.ended(AbortSignal.timeout(60_000))
    return JSON.parse(task.text)
  }
  const rows = async (name: RecordName) => (await store.listRecords(name, { limit: 100, offset: 0 })).rows as readonly Record<string, unknown>[]

  it('makes a measurement of each configuration, compared with the prediction that was there, in one write', async () => {
    const { result } = await run({})
    const [[measured], [written], errors] = await Promise.all([rows('measurements'), rows('results'), rows('errors')])
    expect(result.result.metrics).toEqual({ throughput: 2.8661, latency: 340.1, memory_usage: 613_576_704 / 2 ** 20 })
    expect(measured).toMatchObject({ ...result.result.metrics, measurement_source: 'benchmark', prediction_id: 'pred-1', metadata: { configuration: { framework: 'onnxruntime' } } })
    expect(written).toMatchObject({ sync_id: measured!.measurement_id, status: 'completed', device_name: 'Intel(R) Xeon(R) Processor' })
    expect(errors.map(({ metric, measurement_id }) => [metric, measurement_id]).toSorted(([a], [b]) => String(a).localeCompare(String(b)))).toEqual(
      ['latency', 'memory_usage', 'throughput'].map((metric) => [metric, measured!.measurement_id]),
    )
    expect(result.results[TINY]!.cpu!.batches[0]).toMatchObject({ prediction: { prediction_id: 'pred-1', latency: 500, relative_error: { latency: expect.closeTo(159.9 / 340.1, 9) } } })
    expect(learned).toBe(1)
    expect((await rows('benchmarkRuns'))[0]).toMatchObject({ status: 'completed', progress: 1, completed_models: 1, total_models: 1, model_name: TINY })
  })

  it('keeps every sample of a short measurement, and says how it was measured and on what', async () => {
    await run({})
    const [{ metadata }] = (await rows('measurements')) as [Record<string, unknown>]
    expect(metadata).toMatchObject({
      benchmark: {
        statistics: { runs: 24, p50_ms: 340.1, median_interval_ms: [312.68, 380.2], used_cores: 0.7431 },
        samples: { unit: 'ms', count: 24, every: 1, values: expect.arrayContaining([373.01, 402.41]) },
        method: { profile: 'quick', scenario: 'single_stream' },
        machine: { logical_cores: 2, runtime: 'onnxruntime-node 1.30.0' },
      },
    })
  })

  it('takes what was measured in the same way before, and only that', async () => {
    await run({})
    expect((await run({})).result.results[TINY]!.cpu!.batches[0]).toMatchObject({ reused: true })
    expect(measuring.asked).toEqual([1])
    for (const changes of [{ incremental: false }, { profile: 'thorough' }, { sequence_length: 64 }, { precision: 'int8' }, { max_seconds: 1 }]) await run(changes)
    expect(measuring.asked).toHaveLength(6)
    expect(await rows('measurements')).toHaveLength(6)
  })

  it.each([{ scenario: 'server' }, { threads: 1 }])('with %j says nothing of what the device can do, so that no prediction learns from it', async (changes) => {
    const { result } = await run(changes)
    expect(result.results[TINY]!.cpu!.batches[0]).toMatchObject({ status: 'completed', measurement_id: null })
    expect([await rows('measurements'), learned]).toEqual([[], 0])
  })

  it('does not try batches larger than one that was too large, unless it is told to', async () => {
    const { result } = await run({ batch_sizes: [32, 8, 2, 16] })
    expect(measuring.asked).toEqual([2, 8])
    expect(result.results[TINY]!.cpu!.batches.map(({ batch_size, error }) => [batch_size, error?.slice(0, 24)])).toEqual([
      [32, 'It was not tried, since '],
      [8, 'The run wanted too much '],
      [2, undefined],
      [16, 'It was not tried, since '],
    ])
    await run({ batch_sizes: [32, 16], progressive_mode: false })
    expect(measuring.asked).toEqual([2, 8, 32, 16])
  })

  it('fails when nothing could be measured, and names the reason', async () => {
    const { message } = await run({ batch_sizes: [8, 16] })
    expect(message).toBe('Task failed: None of 2 configurations, the first of them prajjwal1/bert-tiny on cpu at batch size 8, could be measured: The run wanted too much memory.')
    expect((await rows('benchmarkRuns'))[0]).toMatchObject({ status: 'failed', completed_models: 0, error: expect.stringContaining('too much memory') })
  })
})
