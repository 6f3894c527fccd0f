import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { HardwareSpec, Platform } from '../../hardware/hardware.ts'
import { HARDWARE_BY_ID, LIST_PRICES } from '../../hardware/index.ts'
import type { Prediction, Unsupported } from '../prediction.ts'
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

describe('a score with two sides', () => {
  it('lies above its middle as probably as below, and reaches as far as each side', () => {
    const uneven = { mean: 0, spread: 3, spreadAbove: 0.1 }
    const at = (mean: number) => probabilityBest([uneven, { mean, spread: 0 }])[0]
    expect(at(0)).toBeCloseTo(0.5, 6)
    expect(at(0.1)).toBeCloseTo(0.1587, 3)
    expect(at(-3)).toBeCloseTo(0.8413, 3)
    expect(
      probabilityBest([
        { mean: 0, spread: 1, spreadAbove: 0 },
        { mean: 1, spread: 0 },
      ])[0],
    ).toBe(0)
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
    const slow = { ...prediction('webnn', 14, 250), limitThroughput: 60 }
    const sure = rankHardware([prediction('cuda', 226, 3), slow], { objective: 'throughput' })
    expect(sure.ranked.map(({ probabilityBest: chance, tiedWithBest }) => [Number(chance.toFixed(2)), tiedWithBest])).toEqual([
      [1, true],
      [0, false],
    ])
    const { limitThroughput: _, ...unlimited } = slow
    expect(rankHardware([prediction('cuda', 226, 3), unlimited], { objective: 'latency' }).ranked[1]?.probabilityBest).toBeGreaterThan(0.2)
    expect(rankHardware([prediction('cuda', 226, 3), slow], { objective: 'latency' }).ranked[1]?.probabilityBest).toBeLessThan(0.01)
    expect(rankHardware([slow], { objective: 'memory' }).ranked[0]?.probabilityBest).toBe(1)
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

describe('an interval that lies unevenly about its prediction', () => {
  const cut = (platform: Platform, value: number, lower: number, upper: number): Prediction => {
    const throughput = { value, lower, upper }
    return { ...prediction(platform, value), throughput, latencyMs: mapQuantity(throughput, (x) => 8000 / x) }
  }
  const answers = [prediction('openvino', 25, 1.3), cut('webgpu', 75, 1, 200), cut('webnn', 94, 0.2, 193)]

  it.each(['throughput', 'latency'] as const)('leaves the order to the predicted %s, and headline and probabilities tell the same', (objective) => {
    const { ranked, explanation } = rankHardware(answers, { objective })
    expect(ranked.map(({ prediction: { request } }) => request.platform)).toEqual(['webnn', 'webgpu', 'openvino'])
    expect(explanation).toMatch(/^webnn \(A webnn device\) has the (highest throughput: 94 items\/s|lowest latency: 85.1 ms), 90 % interval/)
    expect(ranked[2]?.whyNot).toContain('3.76 times worse than webnn')
    const chances = ranked.map(({ probabilityBest: chance }) => chance)
    expect(chances).toEqual(chances.toSorted((a, b) => b - a))
    expect(explanation).not.toContain('Likelier')
  })

  it('may make another the likeliest by reaching farther, which is said', () => {
    const { ranked, explanation } = rankHardware([cut('mps', 50, 1, 70), cut('webgpu', 43, 1, 400)], { objective: 'throughput' })
    const [first, second] = ranked.map(({ prediction: { request }, probabilityBest: chance }) => ({ platform: request.platform, chance: Math.round(100 * chance) }))
    expect([first!.platform, second!.platform]).toEqual(['mps', 'webgpu'])
    expect(second!.chance).toBeGreaterThan(first!.chance)
    expect(explanation).toContain(
      `It is the best with a probability of ${first!.chance} %. Likelier to be, since the interval reaches farther, though the predicted figure does not: webgpu (A webgpu device) ${second!.chance} %.`,
    )
  })
})

describe('the explanation', () => {
  it('is never quite certain of what is estimated', () => {
    const { ranked, explanation } = rankHardware([prediction('cuda', 1000, 1.2), prediction('cpu', 10, 1.2)], { objective: 'throughput' })
    expect(Math.round(100 * ranked[0]!.probabilityBest)).toBe(100)
    expect(explanation).toContain('It is the best with a probability of over 99 %.')
  })

  it('ends a sentence once where a reason is one already', () => {
    const refused = { supported: false, request: prediction('cpu', 1).request, device: prediction('cpu', 1).device, reason: 'head_dim is 0: give a whole number from 1 to 1048576.' } as const
    const { explanation } = rankHardware([prediction('cuda', 1), refused], { objective: 'throughput' })
    expect(explanation).toMatch(/from 1 to 1048576\.$/)
    expect(rankHardware([refused], { objective: 'throughput' }).explanation).toMatch(/[^.]\.$/)
  })
})

describe('a device that feedback puts first', () => {
  it('is not said to be the fastest', () => {
    const { ranked, explanation } = rankHardware([prediction('cuda', 930), prediction('rocm', 900)], { objective: 'throughput', feedback: [{ platform: 'rocm', accepted: 50, rejected: 0 }] })
    expect(explanation).toContain('rocm (A rocm device) comes first by earlier feedback: 900 items/s')
    expect(explanation).toContain('cuda (A cuda device) has the highest throughput, by little: 930 items/s.')
    expect(ranked[1]?.whyNot).toContain('predicted ahead of rocm (A rocm device) but moved behind it by earlier feedback')
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
