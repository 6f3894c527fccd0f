import { describe, expect, it } from 'vitest'
import { seeded } from '../testing.ts'
import { sortInto } from './sort-into.ts'

const N = 20_000
const next = seeded(11)

describe('sortInto', () => {
  it.each([
    ['spread evenly', () => next()],
    ['of both signs, zeros among them', (i: number) => (i % 50 === 0 ? -0 : next() - 0.5)],
    ['crowded at one end', () => next() ** 40],
    ['of a range beyond doubles', (i: number) => (i % 2 === 0 ? -1.7e308 : 1.7e308) * next()],
    ['of a range below normal doubles', () => next() * 5e-320],
    ['all equal', () => 0.25],
  ])('sorts values %s', (_, make) => {
    const values = Float64Array.from({ length: N }, (_value, i) => make(i))
    const sorted = new Float64Array(N)
    sortInto(sorted, values)
    expect(sorted).toEqual(values.toSorted())
  })

  it('sorts few values', () => {
    const sorted = new Float64Array(3)
    sortInto(sorted, Float64Array.of(0.3, -1, 0.2))
    expect([...sorted]).toEqual([-1, 0.2, 0.3])
  })
})
