import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seeded } from '../testing.ts'
import { argsort, midranks, orderOf } from './index.ts'

/** A stable sort of the indices by comparison. */
const naive = (values: ArrayLike<number>) => Array.from(values, (_, i) => i).sort((a, b) => values[a]! - values[b]! || a - b)
function sorts(values: Float64Array): void {
  expect([...argsort(values)]).toEqual(naive(values))
}
const next = seeded(5)
const many = (n: number, make: (i: number) => number) => Float64Array.from({ length: n }, (_, i) => make(i))

/** Plain numbers that tie often, any finite double, and doubles whose upper halves agree. */
const number = fc.oneof(
  fc.integer({ min: -3, max: 3 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer({ min: 0, max: 50 }).map((i) => 1 + i * Number.EPSILON),
  fc.constantFrom(0, -0, 5e-324, -5e-324, Number.MAX_VALUE, -Number.MAX_VALUE),
)

describe('argsort', () => {
  it('agrees with a stable comparison sort on any finite numbers', () => {
    fc.assert(fc.property(fc.array(number, { maxLength: 120 }), (list) => sorts(Float64Array.from(list))))
  })

  it.each([
    ['uniform', many(5000, () => next())],
    ['rounded to three decimals', many(5000, () => Math.round(next() * 1000) / 1000)],
    ['in one narrow range, so that all upper halves agree', many(5000, () => 1 + next() * 1e-8)],
    ['in one narrow negative range', many(5000, () => -1 - next() * 1e-8)],
    ['in many narrow ranges', many(5000, () => Math.floor(next() * 20) + 1 + next() * 1e-8)],
    ['of all magnitudes and both signs', many(5000, () => (next() - 0.5) * 10 ** (600 * next() - 300))],
    ['sorted', many(5000, (i) => i)],
    ['sorted downwards', many(5000, (i) => -i)],
    ['all equal', many(5000, () => 0.5)],
    ['none', many(0, () => 0)],
  ])('sorts values %s', (_, values) => sorts(values))
})

it('orderOf marks equal neighbours and sorts an array once', () => {
  const values = Float64Array.of(0.5, 0, 0.5, -0, 1)
  expect(orderOf(values)).toEqual({ order: Uint32Array.of(1, 3, 0, 2, 4), tied: Uint8Array.of(1, 0, 1, 0, 0) })
  expect(orderOf(values)).toBe(orderOf(values))
})

it('midranks are the mean rank of the values not above, counted pair by pair', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 8 }), { maxLength: 40 }), (list) => {
      const below = (v: number) => list.filter((x) => x < v).length
      const equal = (v: number) => list.filter((x) => x === v).length
      expect([...midranks(Float64Array.from(list))]).toEqual(list.map((v) => below(v) + (equal(v) + 1) / 2))
    }),
  )
})
