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
