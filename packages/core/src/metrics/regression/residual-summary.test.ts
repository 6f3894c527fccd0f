import { expect, it } from 'vitest'
import { inputFromJson, seeded } from '../testing.ts'
import { residualSummary } from './residual-summary.ts'

const next = seeded(4)
const many = (make: () => number) => Array.from({ length: 2000 }, make)
const summaryOf = (truth: number[]) => residualSummary(inputFromJson('numbers', { truth, predicted: truth.map(() => 0) }))!

it.each([
  ['uniform', many(() => next())],
  ['on the edges of the bins', many(() => Math.round(next() * 40))],
  ['far from zero', many(() => 1e15 + Math.round(next() * 100))],
  ['over the whole range of a double', many(() => (next() - 0.5) * 1.7e308)],
  ['of the smallest doubles', many(() => Math.floor(next() * 5) * 5e-324)],
  ['a few steps apart', many(() => 1 + Math.floor(next() * 9) * Number.EPSILON)],
  ['all equal', many(() => -3)],
])('the histogram counts each residual between its edges: residuals %s', (_, values) => {
  const { edges, counts } = summaryOf(values).histogram
  const expected = counts.map(() => 0)
  for (const value of values)
    expected[
      Math.min(
        counts.length - 1,
        edges.findLastIndex((edge) => edge <= value),
      )
    ]!++
  expect(counts).toEqual(expected)
})

it('the worst rows are the largest residuals, the earlier of equals first', () => {
  const values = many(() => Math.round((next() - 0.5) * 200)).concat(
    many(() => Math.round((next() - 0.5) * 200)),
    many(() => 0),
  )
  const expected = [...values.keys()].sort((a, b) => Math.abs(values[b]!) - Math.abs(values[a]!) || a - b).slice(0, 10)
  expect(summaryOf(values).worst.map(({ row }) => row)).toEqual(expected)
})
