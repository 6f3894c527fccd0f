import { PREDICTIVE_PREFIX } from '@benchcast/core/api'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, type TestApp } from '../testing/test-app.ts'

let t: TestApp
beforeAll(async () => {
  t = await openTestApp()
})
afterAll(() => t.close())

const run = async (path: string, body: object) => (await t.post(`${PREDICTIVE_PREFIX}/${path}?wait=60`, body)).json.result

const CONFIGURATIONS = 24
const batchSizes = Array.from({ length: CONFIGURATIONS }, (_, i) => i + 1)

/** Records every configuration with both figures of its speed: the first half nearly as predicted, the second at 0.4 times that. */
async function recordSlowedRuns(): Promise<void> {
  const { models } = await run('generate-matrix', { model_configs: [{ name: 'bert-base-uncased', category: 'x' }], hardware_platforms: ['cpu'], batch_sizes: batchSizes })
  const predicted = models['bert-base-uncased'].predictions.cpu
  for (const batch of batchSizes) {
    const { throughput, latency_mean } = predicted[batch].fp32
    const speed = (batch <= CONFIGURATIONS / 2 ? 1 : 0.4) * (1 + (batch % 5) / 50)
    await run('record-measurement', { model_name: 'bert-base-uncased', hardware_platform: 'cpu', batch_size: batch, throughput: throughput * speed, latency: latency_mean / speed })
  }
}

describe('POST analyze-predictions', () => {
  it('sees runs become slower whether asked of all figures or of one, and counts measurements once', async () => {
    await recordSlowedRuns()
    const [all, throughput, latency] = await Promise.all([{}, { metric: 'throughput' }, { metric: 'latency' }].map(async (filter) => (await run('analyze-predictions', filter)).overall))
    expect([all, throughput, latency].map(({ drift }) => drift.verdict)).toEqual(['drifting', 'drifting', 'drifting'])
    expect(all.drift.change).toBeCloseTo(throughput.drift.change, 6)
    expect(all).toMatchObject({ count: 2 * CONFIGURATIONS, total_count: 2 * CONFIGURATIONS, measurements: CONFIGURATIONS, coverage: { measurements: CONFIGURATIONS, expected: 0.9 } })
    expect(all.coverage.interval).toEqual(throughput.coverage.interval)
    expect(all.improvement_opportunities.join(' ')).toMatch(new RegExp(`speed for hardware cpu are off by \\d+ % on average over ${CONFIGURATIONS} measurements, mostly too high`))
  })
})

it('Predictions are not judged by figures that nothing is learned from', async () => {
  const configuration = { model_name: 'resnet50', precision: 'fp16', batch_size: 32 }
  const { predictions } = await run('predict-performance', { ...configuration, hardware: 'cuda' })
  const { throughput, memory_usage } = predictions.cuda
  const record = (figures: object, metadata = {}) => run('record-measurement', { ...configuration, hardware_platform: 'cuda', metadata, ...figures })
  await record({ throughput: throughput / 2, memory_usage: 1e8 })
  await record({ throughput: 1e9, memory_usage })
  await record({ throughput: 0 })
  await record({ throughput: 1 }, { comparable: false })
  const { overall } = await run('analyze-predictions', { model_name: 'resnet50' })
  expect(overall).toMatchObject({ count: 2, left_out: 4, overall_mean_relative_error: expect.closeTo(0.5, 6), drift: { verdict: 'not_enough_data' } })
  const stats = (await t.get(`${PREDICTIVE_PREFIX}/stats`)).json as { model_name: string }[]
  expect(stats.find(({ model_name }) => model_name === 'resnet50')).toMatchObject({ total_measurements: 4, mean_relative_error: expect.closeTo(0.5, 6) })
  const { hardware_stats } = (await t.get('/api/db/predictive-performance/performance?model_name=resnet50')).json
  expect(hardware_stats[0].mean_relative_error).toBeCloseTo(0.5, 6)
})
