import { describe, expect, it } from 'vitest'
import { readJson } from './index.ts'
import { expectAnyStrings } from './testing/any-strings.ts'
import { firstDifference, NUMBER_TEXTS } from './testing/number-texts.ts'

const ROUNDS = 20
const NUMBERS = 50_000
/** Short arrays are read by the reader's own arithmetic, long ones in blocks. */
const lengthOf = (round: number) => (round % 10 === 0 ? NUMBERS : 1000)

it('readJson reads two thousand objects of strings of every kind like JSON.parse', () => expectAnyStrings(2000))

describe('readJson reads a million numbers of each kind bit for bit like JSON.parse', () => {
  it.each(Object.keys(NUMBER_TEXTS))('%s', (kind) => {
    for (let round = 1; round <= ROUNDS; round++) {
      const difference = firstDifference((text) => readJson(new TextEncoder().encode(text)) as ArrayLike<number>, kind, NUMBERS, lengthOf(round), round)
      expect(difference, `seed ${round}`).toBeUndefined()
    }
  })
})

describe('readJson reads half a million numbers of each kind outside columns like JSON.parse', () => {
  const members = (text: string) => (readJson(new TextEncoder().encode(`[{"v":${text.slice(1, -1).replaceAll(',', '},{"v":')}}]`)) as { v: number }[]).map(({ v }) => v)

  it.each(Object.keys(NUMBER_TEXTS))('%s', (kind) => {
    for (let round = 1; round <= ROUNDS / 2; round++) expect(firstDifference(members, kind, NUMBERS, 1000, round), `seed ${round}`).toBeUndefined()
  })
})
