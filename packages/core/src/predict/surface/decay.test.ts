import { expect, it } from 'vitest'
import { decay } from './decay.ts'

it('decay is e⁻ˣ to the last digits, in the table and beyond', () => {
  for (let x = 0; x < 50; x += 0.0137) expect(Math.abs(decay(x) / Math.exp(-x) - 1)).toBeLessThan(1e-14)
  expect([decay(0), decay(Number.POSITIVE_INFINITY), decay(Number.NaN)]).toEqual([1, 0, Number.NaN])
})
