import { describe, expect, it } from 'vitest'
import { greedyDesign } from './index.ts'
import { spanOf } from './suggest-measurements.ts'

describe('choice of measurements', () => {
  it('takes the candidate that teaches most about all, not the most uncertain one', () => {
    // 0 and 1 go together; 2 is a little more uncertain but stands alone
    const covariance = Float64Array.of(1, 0.9, 0, 0.9, 1, 0, 0, 0, 1.2)
    expect(greedyDesign(covariance, 3, 0, 2)).toEqual([
      { index: 0, varianceReduction: 1 + 0.81 },
      { index: 2, varianceReduction: 1.2 },
    ])
  })

  it('takes away exactly the whole variance when everything is measured without noise', () => {
    const covariance = Float64Array.of(2, 0.5, 0.5, 1)
    const choices = greedyDesign(covariance, 2, 0, 2)
    expect(choices.reduce((sum, { varianceReduction }) => sum + varianceReduction, 0)).toBeCloseTo(3, 12)
  })

  it('gains less from noisy measurements', () => {
    expect(greedyDesign(Float64Array.of(1), 1, 1, 1)).toEqual([{ index: 0, varianceReduction: 0.5 }])
    expect(greedyDesign(Float64Array.of(0), 1, 1, 1)).toEqual([])
  })
})

describe('the width of an interval', () => {
  it('is said to the digits that mean something', () => {
    expect([1.044, 3.472, 12.6, 999, 35990.53].map(spanOf)).toEqual([
      'a factor of 1.04',
      'a factor of 3.47',
      'a factor of 13',
      'a factor of 1,000',
      'a factor of 36,000, as nothing like it was measured',
    ])
  })
})
