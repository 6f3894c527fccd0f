import { expect, it } from 'vitest'
import { inputFromJson } from '../testing.ts'
import { confusionOf, perClassRates } from './index.ts'

const input = inputFromJson('labels', { truth: ['a', 'a', 'b', 'b', 'b', 'a'], predicted: ['a', 'c', 'b', 'b', 'a', 'a'] })

it('counts the confusion matrix once, rows true and columns predicted', () => {
  expect([...confusionOf(input)]).toEqual([2, 0, 1, 1, 2, 0, 0, 0, 0])
  expect(confusionOf(input)).toBe(confusionOf(input))
})

it('gives each class its rates, null where they are 0/0', () => {
  expect(perClassRates(input).perClass).toEqual([
    { precision: 2 / 3, recall: 2 / 3, f1_score: 4 / 6, support: 3 },
    { precision: 1, recall: 2 / 3, f1_score: 4 / 5, support: 3 },
    { precision: 0, recall: null, f1_score: 0, support: 0 },
  ])
})

it('averages them over the classes that occur, over rows, and by support', () => {
  const { macro, micro, weighted } = perClassRates(input).averages
  expect(macro.precision).toBeCloseTo((2 / 3 + 1 + 0) / 3, 15)
  expect(macro.recall).toBeCloseTo((2 / 3 + 2 / 3 + 0) / 3, 15)
  expect(micro).toEqual({ precision: 4 / 6, recall: 4 / 6, f1_score: 4 / 6 })
  expect(weighted.f1_score).toBeCloseTo((4 / 6) * 0.5 + (4 / 5) * 0.5, 15)
})

it('counts long inputs of any code width alike', () => {
  const n = 10_007
  const codes = Uint32Array.from({ length: n }, (_, i) => (i * i) % 3)
  const predicted = codes.map((c, i) => (c + (i % 5 === 0 ? 1 : 0)) % 3)
  const of = (Type: typeof Uint8Array | typeof Uint16Array | typeof Uint32Array) => ({ n, truth: Type.from(codes), predicted: Type.from(predicted), classes: [0, 1, 2], positive: -1, weights: null })
  const plain = Array(9).fill(0)
  for (let i = 0; i < n; i++) plain[codes[i]! * 3 + predicted[i]!]++
  for (const type of [Uint8Array, Uint16Array, Uint32Array]) expect([...confusionOf(of(type))]).toEqual(plain)
})
