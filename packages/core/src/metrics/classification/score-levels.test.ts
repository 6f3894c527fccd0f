import { describe, expect, it } from 'vitest'
import { inputFromJson, seeded } from '../testing.ts'
import { type LevelPiece, scoreLevels } from './score-levels.ts'
import { sortedSides } from './sorted-sides.ts'

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

/** All pieces in one, lowest score first. */
function joined(pieces: Iterable<LevelPiece>, order: 'rising' | 'falling') {
  const copied = Array.from(pieces, ({ scores, members, others }) => ({ scores: [...scores], members: [...members], others: [...others] }))
  const upwards = order === 'rising' ? copied : copied.toReversed()
  return { scores: upwards.flatMap(({ scores }) => scores), members: upwards.flatMap(({ members }) => members), others: upwards.flatMap(({ others }) => others) }
}

describe.each([
  ['scoreLevels', scoreLevels],
  ['sortedSides', sortedSides],
])('%s', (_, levelsOf) => {
  it.each([
    ['of four decimals', () => Math.round(next() * 1e4) / 1e4],
    ['of one decimal, both signs', () => Math.round((next() - 0.5) * 40) / 10],
    ['of six decimals in a narrow range', () => 0.5 + Math.round(next() * 2000) / 1e6],
    ['of few decimals in a wide range', () => Math.round(next() * 1e9)],
    ['of any decimals', () => next()],
    ['of two decimals, but one', (row: number) => (row === 4000 ? 1 / 3 : Math.round(next() * 100) / 100)],
    ['all equal', () => 0.5],
  ])('counts the rows of each score, upwards and downwards: scores %s', (_scores, make) => {
    const values = truth.map((_label, row) => make(row))
    const levels = levelsOf(inputFromJson('probabilities', { truth, values }), 1)
    const expected = naive(values)
    expect(joined(levels.rising(), 'rising')).toEqual(expected)
    expect(joined(levels.falling(), 'falling')).toEqual(expected)
    expect(levels.count).toBe(expected.scores.length)
    expect(levels.positives).toBe(truth.filter((label) => label === 1).length)
    expect(levels.positives + levels.negatives).toBe(ROWS)
  })
})
