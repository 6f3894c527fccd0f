import { describe, expect, it } from 'vitest'
import type { FeatureMatrix } from '../boosted-trees/index.ts'
import { CATEGORIES, FEATURES } from '../residual/features.ts'
import { sharesOf, together, togetherOutOfFold, trainScales, type Voices, withDistances } from './panel.ts'

const ROWS = 400
const names = [...FEATURES.map(({ name }) => name), ...CATEGORIES.map(({ name }) => name), 'own_residual', 'own_closeness', 'own_mismatch', 'own_points', 'own_relatives']
/** Every other row is near to what was measured; there the evidence is right, elsewhere the first outsider. */
const isNear = (row: number) => row % 2 === 0
const cellOf = (name: string, row: number) => (name === 'own_closeness' ? Number(isNear(row)) : Number(name === 'own_relatives'))
const columns = names.map((name) => Float64Array.from({ length: ROWS }, (_, row) => cellOf(name, row)))
const matrix: FeatureMatrix = { names, columns, categorical: names.map((name) => CATEGORIES.some((category) => category.name === name)) }
const target = Float64Array.from({ length: ROWS }, (_, row) => Math.sin(row))
const off = (by: (row: number) => number) => target.map((value, row) => value + by(row))
const voices: Voices = [off((row) => (isNear(row) ? 0 : 1)), off(() => 0.5), off((row) => (isNear(row) ? 1 : 0)), off(() => 0.5)]
const weights = new Float64Array(ROWS).fill(1)
const seen = withDistances(matrix, voices)

describe('a panel', () => {
  it('hears the voice that is usually right in such a case', () => {
    const shares = sharesOf(trainScales(seen, voices, target, weights), seen)
    const [evidence, , outsider] = shares
    expect(evidence![0]).toBeGreaterThan(0.9)
    expect(outsider![1]).toBeGreaterThan(0.9)
    for (const row of target.keys()) expect(shares.reduce((sum, own) => sum + own[row]!, 0)).toBeCloseTo(1, 12)
  })

  it('hears the others too about a family that a device has not seen', () => {
    const relatives = seen.names.indexOf('own_relatives')
    const alone = { ...seen, columns: seen.columns.map((own, column) => (column === relatives ? new Float64Array(ROWS) : own)) }
    const scales = trainScales(seen, voices, target, weights)
    const [usual, unsure] = [seen, alone].map((matrix) => sharesOf(scales, matrix)[0]![0]!) as [number, number]
    expect(Math.log(usual / (1 - usual)) / Math.log(unsure / (1 - unsure))).toBeGreaterThan(2)
    expect(unsure).toBeGreaterThan(0.5)
  })

  it('is judged on rows that had no say in the shares', () => {
    const folds = Array.from({ length: ROWS }, (_, row) => (row >> 1) % 3)
    togetherOutOfFold(seen, voices, target, weights, folds).forEach((value, row) => {
      expect(Math.abs(value - target[row]!)).toBeLessThan(0.1)
    })
  })

  it('says what all voices say when they agree', () => {
    const same: Voices = voices.map(() => target)
    expect(Math.max(...together(same, sharesOf(trainScales(seen, voices, target, weights), seen)).map((value, row) => Math.abs(value - target[row]!)))).toBeLessThan(1e-12)
  })

  it('sees how far the voices are from each other', () => {
    expect(seen.names.slice(-6)).toEqual(['learner_from_evidence', 'outsider_from_evidence', 'newcomer_from_evidence', 'outsider_from_learner', 'newcomer_from_learner', 'newcomer_from_outsider'])
    expect(seen.columns.at(-5)![0]).toBeCloseTo(1, 12)
  })
})
