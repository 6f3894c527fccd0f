import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createRandom, orderStatistics, quantile, quantilesOf } from './index.ts'

const shares = [0, 0.05, 0.25, 0.5, 0.75, 0.95, 1]

it('finds what sorting would put at each position, whatever the distribution', () => {
  const random = createRandom(7)
  const shapes: ((u: number) => number)[] = [(u) => u, (u) => u ** 12, (u) => Math.round(u * 3), (u) => (u < 1e-4 ? 1e12 : u), (u) => -Math.log(1 - u)]
  for (const shape of shapes) {
    const values = Float64Array.from({ length: 20_000 }, () => shape(random.next()))
    const sorted = values.slice().sort()
    const positions = [0, 1, 777, 10_000, 19_998, 19_999]
    const found = orderStatistics(values, positions)
    for (const position of positions) expect(found.get(position)).toBe(sorted[position])
    expect(quantilesOf(values, shares)).toEqual(shares.map((share) => quantile(sorted, share)))
  }
})

it('agrees with sorting on a handful of values', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }), { minLength: 1, maxLength: 30 }), (list) => {
      const sorted = Float64Array.from(list).sort()
      const unsigned = (value: number) => value + 0 // -0 and 0 are the same quantile
      expect(quantilesOf(Float64Array.from(list), shares).map(unsigned)).toEqual(shares.map((share) => unsigned(quantile(sorted, share))))
    }),
    { numRuns: 200 },
  )
})
