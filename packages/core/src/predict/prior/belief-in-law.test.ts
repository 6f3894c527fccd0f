import { describe, expect, it } from 'vitest'
import { askLaw, trainBeliefInLaw } from './belief-in-law.ts'
import type { Groups } from './groups.ts'

const ROWS = 24
const GROUPS: Groups[] = Array.from({ length: ROWS }, () => ['set|cuda|forward', 'set|cuda', 'cuda|forward', 'cuda', ''])
const truth = Float64Array.from({ length: ROWS }, (_, row) => Math.sin(row))
const off = (by: number) => truth.map((value, row) => value + by * (row % 2 === 0 ? 1 : -1))
const asLaws = (values: Float64Array): readonly (number | undefined)[] => [...values]
const always = () => true
const voices = (count: number) => Array.from({ length: ROWS }, (_, row) => `architecture ${row % count}`)

describe('belief in a law of costs', () => {
  it('is whole where it alone is right, and goes by data set', () => {
    const { belief, together } = trainBeliefInLaw(truth, off(0.5), asLaws(truth), always, GROUPS, voices(6))
    expect(belief).toEqual({ 'set|cuda|forward': 1, 'set|cuda': 1 })
    for (const [row, value] of together.entries()) expect(value).toBeCloseTo(truth[row]!, 12)
  })

  it('is none where the panel is right, or hardly worse', () => {
    expect(trainBeliefInLaw(truth, truth, asLaws(off(0.5)), always, GROUPS, voices(6)).belief['set|cuda']).toBe(0)
    const { belief, together } = trainBeliefInLaw(truth, off(0.1), asLaws(off(-0.4)), always, GROUPS, voices(6))
    expect(belief['set|cuda']).toBe(0)
    expect(together).toEqual(off(0.1))
  })

  it('is less than what would have been best: panels out of fold know less than the shipped one', () => {
    const { belief } = trainBeliefInLaw(truth, off(0.3), asLaws(off(-0.2)), always, GROUPS, voices(6))
    expect(belief['set|cuda']).toBeCloseTo((0.6 - 0.3) / 0.7, 12)
  })

  it('needs three architectures', () => {
    expect(trainBeliefInLaw(truth, off(0.5), asLaws(truth), always, GROUPS, voices(2)).belief).toEqual({})
  })

  it('is shown by those that are asked, and heard by all', () => {
    const said = truth.map((value, row) => value + (row < 12 ? 0.5 : 0))
    const { belief, together } = trainBeliefInLaw(truth, said, asLaws(truth), (row) => row < 12, GROUPS, voices(6))
    expect(belief['set|cuda']).toBe(1)
    for (const [row, value] of together.entries()) expect(value).toBeCloseTo(truth[row]!, 12)
    expect(trainBeliefInLaw(truth, said, asLaws(off(0.1)), (row) => row >= 12, GROUPS, voices(6)).belief['set|cuda']).toBe(0)
  })

  it('has no share where there is no law', () => {
    const { says, shares } = askLaw({ 'set|cuda': 0.8 }, [0.5, undefined, 0.25], [GROUPS[0]!, GROUPS[1]!, ['other|cuda|forward', 'other|cuda']])
    expect([...says]).toEqual([0.5, 0, 0.25])
    expect([...shares]).toEqual([0.8, 0, 0])
  })
})
