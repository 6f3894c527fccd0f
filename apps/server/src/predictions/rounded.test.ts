import { describe, expect, it } from 'vitest'
import { rounded } from './rounded.ts'

describe('a figure that was kept in single precision', () => {
  it.each([
    [399.9999925767388, 400],
    [-0.07500000000000001, -0.075],
    [12345.67, 12345.67],
    [0, 0],
  ])('of %d is answered as %d', (figure, shown) => {
    expect(rounded(figure)).toBe(shown)
  })
})
