import { describe, expect, it } from 'vitest'
import { predictTrees } from '../boosted-trees/index.ts'
import { fittedOf } from './fitted-correction.ts'
import { applyCorrection, parseCorrection, trainCorrection } from './index.ts'
import { measure, rooflinePrior, workloads } from './testing.ts'
import { treesFromJson, treesToJson } from './trees-json.ts'

const prior = rooflinePrior()
const all = workloads(6, 4)
const { correction } = trainCorrection(
  measure(all, ({ precision }) => (precision === 'fp32' ? -1 : 0), 0.1),
  { prior, seed: 3, madeAt: '2026-01-01T00:00:00Z' },
)
/** A copy with something else at a place such as `trees.trees.0.0`. */
function changed(place: string, value: unknown): unknown {
  const copy = structuredClone(correction) as unknown
  const names = place.split('.')
  const parent = names.slice(0, -1).reduce((at, name) => (at as Record<string, unknown>)[name], copy) as Record<string, unknown>
  parent[names.at(-1)!] = value
  return copy
}

describe('a stored correction', () => {
  it('comes back from text as it was, and estimates the same to the last bit', () => {
    const back = parseCorrection(JSON.parse(JSON.stringify(correction)))
    expect(back).toEqual(correction)
    expect(applyCorrection(prior, back).estimate(all)).toEqual(applyCorrection(prior, correction).estimate(all))
  })

  it('keeps its trees exactly, words included', () => {
    const { ensemble, readFeatures } = fittedOf(correction)
    const rewritten = treesFromJson(
      treesToJson(ensemble),
      ensemble.featureNames,
      ensemble.bins.map(({ categorical }) => categorical),
    )
    expect(rewritten).toEqual(ensemble)
    expect(predictTrees(rewritten, readFeatures([]))).toHaveLength(0)
  })

  it('can be written by hand: one tree, no history', () => {
    const trees = {
      base: 0,
      cuts: [[3], []],
      trees: [
        [
          [0, 1, 0],
          [-0.5, 10],
          [0.5, 10],
        ],
      ],
      gain: [],
    }
    const support = { reach: 100, points: { 'cuda forward': [17, 20, 2, 5, 1, 30, 27] } }
    const hand = parseCorrection({ format: 'benchcast-correction-1', priorVersion: prior.version, features: ['batch_size', 'platform'], words: { platform: ['cuda'] }, trees, range: [-1, 1], support })
    const shifts = [1, 4096].map((batchSize) =>
      Math.log(applyCorrection(prior, hand).estimate([{ ...all[0]!, batchSize }])[0]!.throughput / prior.estimate([{ ...all[0]!, batchSize }])[0]!.throughput),
    )
    expect(shifts[0]).toBeCloseTo(-0.5, 10)
    expect(shifts[1]).toBeCloseTo(0.5, 10)
  })

  it.each([
    ['format', 'other', "'format' must be 'benchcast-correction-1'"],
    ['features.0', 'password', "'features[0]' must name a feature that this version knows"],
    ['features.1', 'macs', "'features[1]' must name a feature that this version knows, once"],
    ['trees', null, "'trees' must be an object"],
    ['trees.base', Number.NaN, "'trees.base' must be a number from -50 to 50"],
    ['trees.base', '0', "'trees.base' must be a number"],
    ['trees.cuts.0', [2, 1], "'trees.cuts[0][1]' must not be below the number before it"],
    ['trees.cuts.0', Array.from({ length: 300 }, (_, i) => i), "'trees.cuts[0]' must be a list of 0 to 254"],
    ['trees.cuts', [], "'trees.cuts' must be a list of 29 to 29"],
    ['trees.trees', Array.from({ length: 5001 }), "'trees.trees' must be a list of 0 to 5000"],
    ['trees.trees', { length: 1e9 }, "'trees.trees' must be a list"],
    ['trees.trees.0', [], "'trees.trees[0]' must be a list of 1 to 4095"],
    [
      'trees.trees.0',
      [
        [0, 1, 0],
        [0, 1],
      ],
      "'trees.trees[0]' must be one tree in preorder",
    ],
    [
      'trees.trees.0',
      [
        [0, 1],
        [0, 1],
      ],
      "'trees.trees[0]' must be one tree in preorder",
    ],
    [
      'trees.trees.0',
      [
        [0, 1, 0],
        [99, 1, 0],
        [0, 1],
        [0, 1],
        [0, 1],
      ],
      "'trees.trees[0][1]' must be a whole number from 0 to 28",
    ],
    [
      'trees.trees.0',
      [
        [0, 4000, 0],
        [0, 1],
        [0, 1],
      ],
      "'trees.trees[0][0]' must be a whole number from 0",
    ],
    [
      'trees.trees.0',
      [
        [0, [1], 2],
        [0, 1],
        [0, 1],
      ],
      "'trees.trees[0][0]' must ask 'macs' for a bin",
    ],
    [
      'trees.trees.0',
      [
        [23, 1, 0],
        [0, 1],
        [0, 1],
      ],
      "'trees.trees[0][0]' must ask 'platform' for a list of words",
    ],
    [
      'trees.trees.0',
      [
        [23, [-1], 2],
        [0, 1],
        [0, 1],
      ],
      "'trees.trees[0][0][0]' must be a whole number from 0",
    ],
    ['trees.trees.0', [[1e300, 1]], "'trees.trees[0][0]' must be a number from -50 to 50"],
    ['trees.trees.0', [[0, 0]], "'trees.trees[0][0]' must be a number from 1e-9"],
    ['trees.trees.0', [[0, 1, 0, 7]], "'trees.trees[0][0]' must be a leaf [value, weight] or a split"],
    ['words.device', ['a'.repeat(300)], "'words.device[0]' must be text of at most 256 characters"],
    ['words.device', [], "'trees.cuts[28]' must be codes of the 0 words of 'device'"],
    ['range', [1, -1], "'range[1]' must not be below the number before it"],
    ['range', [-1e9, 1], "'range[0]' must be a number from -30 to 30"],
    ['support.points', { 'cuda forward': [1, 2, 3] }, "'support.points.cuda forward' must be a list of 7 to 7000"],
    ['support.points', { 'cuda forward': [1, 2, 3, 4, 5, 6, 7, 8] }, 'must hold 7 numbers a point'],
    ['support.reach', Number.POSITIVE_INFINITY, "'support.reach' must be a number from 0 to 1000"],
    ['stretch', [1, 0.5], "'stretch[1]' must not be below the number before it"],
    ['recipe.trees', 1e9, "'recipe.trees' must be a whole number from 1 to 1000"],
    ['rows', '<script>', "'rows' must be base64"],
    ['counts.configurations', 1, "'rows' names more configurations than counts.configurations (1)"],
  ])('is refused when %s is wrong', (place, value, message) => {
    expect(() => parseCorrection(changed(place, value))).toThrow(message)
  })

  it('is refused when a tree is too deep', () => {
    const chain = [...Array.from({ length: 65 }, () => [0, 1, 0]), ...Array.from({ length: 66 }, () => [0, 1])]
    expect(() => parseCorrection(changed('trees.trees.0', chain))).toThrow('at most 64 splits deep')
  })

  it.each([[undefined], [null], [[]], ['text'], [{}]])('is refused when it is %j', (value) => {
    expect(() => parseCorrection(value)).toThrow(/^The predictor cannot be read/)
  })

  it('takes nothing from the prototype of an object', () => {
    const { features: _, ...rest } = correction
    expect(() => parseCorrection(Object.assign(Object.create({ features: correction.features }), rest))).toThrow("'features' must be a list")
    expect(parseCorrection(JSON.parse(`{"__proto__": {"evil": 1}, ${JSON.stringify(correction).slice(1)}`))).toEqual(correction)
  })
})
