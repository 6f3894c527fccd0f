import { describe, expect, it } from 'vitest'
import { inputFromJson, seeded } from '../testing.ts'
import { scoreLevels } from './score-levels.ts'

const ROWS = 5000
const next = seeded(3)
const truth = Array.from({ length: ROWS }, () => (next() < 0.4 ? 1 : 0))

/** Level by level, each score looked up among all rows. */
function naive(values: readonly number[]) {
  const rows = Map.groupBy(values.keys(), (row) => values[row]! + 0)
  const scores = [...rows.keys()].sort((a, b) => a - b)
  const members = scores.map((score) => rows.get(score)!.filter((row) => truth[row] === 1).length)
  return { scores, members, others: scores.map((score, i) => rows.get(score)!.length - members[i]!) }
}

describe('scoreLevels', () => {
  it.each([
    ['of four decimals', () => Math.round(next() * 1e4) / 1e4],
    ['of one decimal, both signs', () => Math.round((next() - 0.5) * 40) / 10],
    ['of six decimals in a narrow range', () => 0.5 + Math.round(next() * 2000) / 1e6],
    ['of few decimals in a wide range', () => Math.round(next() * 1e9)],
    ['of any decimals', () => next()],
    ['of two decimals, but one', (row: number) => (row === 4000 ? 1 / 3 : Math.round(next() * 100) / 100)],
    ['all equal', () => 0.5],
  ])('counts the rows of each score: scores %s', (_, make) => {
    const values = truth.map((_label, row) => make(row))
    const { scores, members, others, positives, negatives } = scoreLevels(inputFromJson('probabilities', { truth, values }), 1)
    expect({ scores: [...scores], members: [...members], others: [...others] }).toEqual(naive(values))
    expect(positives).toBe(truth.filter((label) => label === 1).length)
    expect(positives + negatives).toBe(ROWS)
  })
})
