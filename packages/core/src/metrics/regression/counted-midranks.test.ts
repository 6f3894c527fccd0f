import { expect, it } from 'vitest'
import { midranks } from '../kernels/index.ts'
import { seeded } from '../testing.ts'
import { countedMidranks } from './counted-midranks.ts'

const next = seeded(8)
const many = (make: () => number) => Float64Array.from({ length: 5000 }, make)

it.each([
  ['four decimals in a narrow range', many(() => Math.round(next() * 1e4) / 1e4)],
  ['whole numbers of both signs', many(() => Math.round((next() - 0.5) * 300))],
  ['one value', many(() => -2.5)],
])('counted ranks are those of a sort: %s', (_, values) => expect(countedMidranks(values)).toEqual(midranks(values)))

it('gives up on values that lie on no narrow grid', () => {
  expect(countedMidranks(many(() => next()))).toBeUndefined()
  expect(countedMidranks(many(() => Math.round(next() * 1e12)))).toBeUndefined()
})
