import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { HardwareSpec, Platform } from '../../hardware/hardware.ts'
import { HARDWARE_BY_ID, LIST_PRICES } from '../../hardware/index.ts'
import { createRandom, normalCdf, normalQuantile } from '../../stats/index.ts'
import type { Prediction, Unsupported } from '../prediction.ts'
import { below, cutFrom } from '../predictor/physical-limit.ts'
import { confidenceOf, mapQuantity, withFactor } from '../spread.ts'
import { bestBatchSize, feedbackShift, probabilityBest, rankHardware } from './index.ts'

interface BestCase {
  readonly scores: { mean: number; spread: number }[]
  readonly expected: number[]
}
const golden: { cases: BestCase[] } = JSON.parse(readFileSync(new URL('../../../testdata/predict/probability-best.json', import.meta.url), 'utf8'))

const deviceOf = (platform: Platform): HardwareSpec => ({
  id: `${platform}-device`,
  name: `A ${platform} device`,
  kind: 'gpu',
  vendor: 'x',
  architecture: 'x',
  releaseYear: 2024,
  platforms: [platform],
  operationsPerSecond: { fp32: 1e12 },
  memoryBytesPerSecond: 1e11,
  memoryBytes: 1e10,
  powerWatts: 100,
  launchOverhead: 'native',
  quality: 'vendor',
  source: 'test',
})

function prediction(platform: Platform, throughput: number, factor = 1.05, batchSize = 8): Prediction {
  const request = { modelName: 'm', platform, batchSize, sequenceLength: 128, mode: 'inference', precision: 'fp16' } as const
  const latencyMs = withFactor((1000 * batchSize) / throughput, factor)
  const facts = { supported: true, request, device: deviceOf(platform), deviceAssumed: true, modelFamily: 'embedding', parameters: 1e8, modelSource: 'exact' } as const
  const rest = { level: 0.9, provenance: 'learned', bound: 'compute', explanation: '', nearestMeasurements: [], warnings: [] } as const
  return { ...facts, throughput: withFactor(throughput, factor), latencyMs, memoryMb: withFactor(500, 1.2), powerWatts: withFactor(80, 1.2), ...rest }
}

/** As the predictor answers where a device has a limit. */
function cutAt(limitThroughput: number, uncut: Prediction): Prediction {
  const throughput = below(limitThroughput, uncut.throughput, uncut.level)
  return { ...uncut, throughput, limitThroughput, latencyMs: mapQuantity(throughput, (rate) => (1000 * uncut.request.batchSize) / rate) }
}

describe('probability of being best', () => {
  it('agrees with numerical integration by scipy', () => {
    for (const { scores, expected } of golden.cases) for (const [i, p] of probabilityBest(scores).entries()) expect(p).toBeCloseTo(expected[i] ?? Number.NaN, 8)
  })

  it('sums to one, also with certain scores and ties', () => {
    const certain = [1, 1, 0].map((mean) => ({ mean, spread: 0 }))
    expect(probabilityBest(certain)).toEqual([0.5, 0.5, 0])
    expect(probabilityBest([{ mean: 3, spread: 0.5 }, ...certain]).reduce((a, b) => a + b)).toBeCloseTo(1, 12)
  })
})

describe('a score that cannot exceed a limit', () => {
  it('has no chance beyond it, however wide its interval', () => {
    const narrow = { mean: 0, spread: 0.1 }
    const wide = { mean: -2, spread: 3 }
    expect(probabilityBest([narrow, wide])[1]).toBeCloseTo(0.2525, 3)
    expect(probabilityBest([narrow, { ...wide, limit: -1 }])[1]).toBeLessThan(1e-9)
    expect(probabilityBest([narrow, { ...wide, limit: Number.POSITIVE_INFINITY }])).toEqual(probabilityBest([narrow, wide]))
  })

  it('keeps the share of what lies below it: a normal cut at its middle beats the same uncut in a quarter of the cases', () => {
    expect(
      probabilityBest([
        { mean: 0, spread: 1, limit: 0 },
        { mean: 0, spread: 1 },
      ])[0],
    ).toBeCloseTo(0.25, 3)
  })

  it('is the throughput that the arithmetic of a device allows, so that nobody is sent to a slow device nothing is known of', () => {
    const slow = cutAt(60, prediction('webnn', 14, 250))
    const sure = rankHardware([prediction('cuda', 226, 3), slow], { objective: 'throughput' })
    expect(sure.ranked.map(({ probabilityBest: chance, tiedWithBest }) => [Number(chance.toFixed(2)), tiedWithBest])).toEqual([
      [1, true],
      [0, false],
    ])
    const unlimited = prediction('webnn', 14, 250)
    expect(rankHardware([prediction('cuda', 226, 3), unlimited], { objective: 'latency' }).ranked[1]?.probabilityBest).toBeGreaterThan(0.2)
    expect(rankHardware([prediction('cuda', 226, 3), slow], { objective: 'latency' }).ranked[1]?.probabilityBest).toBeLessThan(0.01)
    expect(rankHardware([slow], { objective: 'memory' }).ranked[0]?.probabilityBest).toBe(1)
  })
})

describe('the chance of a device near its limit', () => {
  /** The quantile of a throughput by the intervals that the predictor cuts off at the limit. */
  const quantile = (limit: number, value: number, factor: number, probability: number): number => {
    const level = Math.abs(2 * probability - 1)
    const wider = factor ** (normalQuantile(0.5 + level / 2) / normalQuantile(0.95))
    const { lower, upper } = below(limit, withFactor(value, wider), level)
    return probability < 0.5 ? lower : upper
  }

  it.each([
    [100, 100],
    [110, 95],
    [150, 120],
    [60, 55],
    [400, 200],
    [1e6, 150],
  ])('is that of drawing from what was cut off at it, once: limit %d, other %d', (limit, other) => {
    const { next } = createRandom(7)
    const draws = Array.from({ length: 20_000 }, () => [quantile(limit, 100, 2, next()), quantile(1e9, other, 1.2, next())] as const)
    const share = draws.filter(([own, others]) => own > others).length / draws.length
    for (const objective of ['throughput', 'latency'] as const) {
      const { ranked } = rankHardware([cutAt(limit, prediction('cuda', 100, 2)), prediction('rocm', other, 1.2)], { objective })
      expect(Math.abs(ranked.find(({ prediction: { request } }) => request.platform === 'cuda')!.probabilityBest - share)).toBeLessThan(0.012)
    }
  })

  it('has quantiles that are the ends of its interval', () => {
    for (const limit of [30, 80, 100, 130, 300, 700, 1e5]) {
      const { lower, upper } = below(limit, withFactor(100, 2), 0.9)
      const { centre, spread } = cutFrom(limit, { value: 100, lower, upper }, 0.9)
      const kept = normalCdf((Math.log(limit) - centre) / spread)
      for (const [end, probability] of [
        [lower, 0.05],
        [upper, 0.95],
      ] as const)
        expect(normalCdf((Math.log(end) - centre) / spread) / kept).toBeCloseTo(probability, 4)
    }
  })
})

describe('ranking of hardware', () => {
  it('puts the fastest first and says how sure that is', () => {
    const { ranked, explanation } = rankHardware([prediction('cpu', 50), prediction('cuda', 900), prediction('rocm', 880)], { objective: 'throughput' })
    expect(ranked.map((entry) => entry.prediction.request.platform)).toEqual(['cuda', 'rocm', 'cpu'])
    expect(ranked.map((entry) => entry.tiedWithBest)).toEqual([true, true, false])
    expect(ranked.reduce((sum, entry) => sum + entry.probabilityBest, 0)).toBeCloseTo(1, 12)
    expect(ranked[2]?.whyNot).toContain('18 times worse than cuda')
    expect(explanation).toContain('Not clearly worse: rocm (A rocm device). Measure them to be sure.')
  })

  it('never recommends what cannot run or breaks a constraint, and says why', () => {
    const refused: Unsupported = { supported: false, request: prediction('webnn', 1).request, device: deviceOf('webnn'), reason: 'it has no int4' }
    const { ranked, excluded } = rankHardware([refused, prediction('cpu', 50), prediction('cuda', 900)], { objective: 'latency', constraints: { maxLatencyMs: 20 } })
    expect(ranked.map((entry) => entry.prediction.request.platform)).toEqual(['cuda'])
    expect(excluded.map(({ platform, reason }) => `${platform}: ${reason}`)).toEqual(['webnn: it has no int4', 'cpu: its latency of 160 ms is above the limit of 20 ms'])
  })

  it('has nothing to recommend when all are excluded', () => {
    const { ranked, explanation } = rankHardware([prediction('cpu', 50)], { objective: 'cost' })
    expect(ranked).toEqual([])
    expect(explanation).toContain('No hardware can be recommended. cpu (A cpu device): its price is not known')
  })

  it('ranks by cost with the most specific price', () => {
    const options = { objective: 'cost', prices: { cuda: 10, 'cuda-device': 2, cpu: 1 } } as const
    const { ranked } = rankHardware([prediction('cpu', 50), prediction('cuda', 900)], options)
    expect(ranked[0]?.prediction.request.platform).toBe('cuda')
    expect(ranked[0]?.score.value).toBeCloseTo((2 * 1e6) / (900 * 3600), 12)
    expect(ranked[0]?.score.lower).toBeLessThan(ranked[0]?.score.value ?? 0)
  })

  const t4: Prediction = { ...prediction('cuda', 900), device: HARDWARE_BY_ID.get('nvidia-t4')! }

  it('recommends nothing without a known price under a budget, and says what to send', () => {
    const under = { objective: 'throughput', constraints: { maxCostPerHour: 1 } } as const
    const ask = (prices?: Record<string, number>) => rankHardware([prediction('rocm', 5000), t4, prediction('cpu', 50)], { ...under, ...(prices && { prices }) })
    const own = ask({ cuda: 2, cpu: 0.5 })
    expect(own.ranked.map(({ prediction: { request }, price }) => [request.platform, price])).toEqual([['cpu', { perHour: 0.5 }]])
    expect(own.excluded.map(({ reason }) => reason)).toEqual(['its price is not among yours: send it in `prices`, as {"rocm": 1.5} or by device', 'its price per hour of 2 is above the limit of 1'])
    const listed = ask()
    expect(listed.ranked.map(({ prediction: { request }, price }) => [request.platform, price?.perHour, price?.list])).toEqual([['cuda', 0.526, LIST_PRICES.get('nvidia-t4')]])
    expect(listed.excluded[0]?.reason).toBe('its price is not known, and no list price of it is: send it in `prices`, as {"rocm": 1.5} or by device')
    expect(listed.explanation).toContain('Prices are list prices in USD, not yours: cuda (NVIDIA T4) 0.526 per hour (AWS g4dn.xlarge, 2025-06). Send what you pay in `prices`.')
    expect(rankHardware([t4], { ...under, constraints: { maxCostPerHour: 0.5 } }).excluded[0]?.reason).toContain(
      'its price per hour of 0.526 is above the limit of 0.5 (list price in USD: AWS g4dn.xlarge',
    )
  })

  it('recommends nothing without a known power rating under a limit of power, and says so', () => {
    const { powerWatts: _, ...unrated } = deviceOf('cpu')
    const answers = [{ ...prediction('cpu', 5000), device: unrated }, prediction('cuda', 900), { ...prediction('rocm', 800), device: { ...deviceOf('rocm'), powerWatts: 700 } }]
    const { ranked, excluded, explanation } = rankHardware(answers, { objective: 'throughput', constraints: { maxPowerWatts: 150 } })
    expect(ranked.map(({ prediction: { request } }) => request.platform)).toEqual(['cuda'])
    expect(excluded.map(({ reason }) => reason)).toEqual([
      'its power rating is not known, so nothing says that it keeps the limit of 150 W: name another device, or leave the limit out',
      'its power rating of 700 W is above the limit of 150 W',
    ])
    expect(explanation).toContain('cpu (A cpu device), its power rating is not known')
    expect(rankHardware(answers, { objective: 'throughput' }).ranked[0]?.prediction.request.platform).toBe('cpu')
  })

  it('compares list prices with nothing of the caller, whose currency may be another', () => {
    const { ranked, excluded } = rankHardware([t4, prediction('cpu', 50)], { objective: 'cost', prices: { cpu: 100 } })
    expect(ranked).toHaveLength(1)
    expect(excluded[0]?.reason).toContain('its list price is 0.526 USD per hour')
    expect(rankHardware([t4], { objective: 'cost', prices: { 'NVIDIA T4': 3 } }).ranked[0]?.price).toEqual({ perHour: 3 })
    expect(rankHardware([t4], { objective: 'throughput' }).ranked[0]).not.toHaveProperty('price')
  })

  it('puts what costs nothing first, the fastest of it before the others, and divides by no zero', () => {
    const { ranked, explanation } = rankHardware([prediction('cpu', 50), prediction('cuda', 900), prediction('rocm', 9000)], { objective: 'cost', prices: { cpu: 0, cuda: 0, rocm: 1 } })
    expect(ranked.map(({ prediction: { request }, probabilityBest: chance }) => [request.platform, chance])).toEqual([
      ['cuda', 1],
      ['cpu', 0],
      ['rocm', 0],
    ])
    expect(explanation).toContain('cuda (A cuda device) costs nothing: 900 items/s')
    expect(ranked[1]?.whyNot).toBe('it costs nothing either, and is slower: 50 items/s (47.6 to 52.5)')
    expect(ranked[2]?.whyNot).toBe('0.0309 per million items (0.0294 to 0.0324), and cuda (A cuda device) costs nothing')
  })

  it('lets feedback turn a near-tie but not a clear lead', () => {
    const feedback = [{ platform: 'rocm', accepted: 50, rejected: 0 }] as const
    const first = (cuda: number) => rankHardware([prediction('cuda', cuda), prediction('rocm', 900)], { objective: 'throughput', feedback }).ranked[0]?.prediction.request.platform
    expect(first(930)).toBe('rocm')
    expect(first(1200)).toBe('cuda')
    expect(feedbackShift({ platform: 'cuda', accepted: 1e6, rejected: 0 })).toBeLessThan(0.1)
    expect(feedbackShift({ platform: 'cuda', accepted: 2, rejected: 2 })).toBe(0)
  })
})

describe('best batch size', () => {
  const predictor = {
    version: 'test',
    calibrate: () => predictor,
    predict: (requests: readonly Prediction['request'][]) => requests.map(({ batchSize }) => prediction('cuda', (1000 * batchSize) / (batchSize + 4), 1.05, batchSize)),
  }
  const request = prediction('cuda', 1).request

  it('is the smallest that loses nothing worth having', () => {
    expect(bestBatchSize(predictor, request, 'throughput')?.batchSize).toBe(128)
    expect(bestBatchSize(predictor, request, 'latency')?.batchSize).toBe(1)
  })

  it('is the fastest where every batch costs nothing', () => {
    expect(bestBatchSize(predictor, request, 'cost', {}, { perHour: 0 })).toMatchObject({ batchSize: 128, reason: expect.stringContaining('the highest throughput') })
  })

  it('keeps the constraints', () => {
    expect(bestBatchSize(predictor, request, 'throughput', { maxLatencyMs: 21 })?.batchSize).toBe(16)
    expect(bestBatchSize(predictor, request, 'throughput', { maxLatencyMs: 1 })).toBeUndefined()
  })
})

describe('confidence', () => {
  it('is the probability that the truth lies within 20 %', () => {
    expect(confidenceOf(withFactor(100, 1), 0.9)).toBe(1)
    expect(confidenceOf(withFactor(100, 1.2), 0.9)).toBeCloseTo(0.9284, 3)
    expect(confidenceOf(withFactor(100, 3), 0.9)).toBeLessThan(0.25)
  })
})
