import { describe, expect, it } from 'vitest'
import { GaussianProcess, steadyProcess } from './gaussian-process.ts'

describe('a Gaussian process', () => {
  it('takes one observation by its share of the variance', () => {
    const { mean, deviation } = new GaussianProcess(Float64Array.of(1.25), Float64Array.of(0.5)).at(Float64Array.of(0.8), 1)
    expect(mean).toBeCloseTo(0.32, 14)
    expect(deviation).toBeCloseTo(Math.sqrt(1 - 0.64 / 1.25), 14)
  })
  it('agrees with the closed form for two observations', () => {
    // Covariance [[2, 1], [1, 3]] has inverse [[3, -1], [-1, 2]] / 5.
    const process = new GaussianProcess(Float64Array.of(2, 1, 1, 3), Float64Array.of(1, -2))
    const { mean, deviation } = process.at(Float64Array.of(1, 0.5), 1.5)
    expect(mean).toBeCloseTo((1 * (3 * 1 + 2) + 0.5 * (-1 - 4)) / 5, 14)
    expect(deviation).toBeCloseTo(Math.sqrt(1.5 - (3 - 2 * 0.5 + 2 * 0.25) / 5), 14)
  })
  it('goes through observations without noise and says nothing far from them', () => {
    const process = new GaussianProcess(Float64Array.of(1, 0.3, 0.3, 1), Float64Array.of(0.7, -0.2))
    expect(process.at(Float64Array.of(1, 0.3), 1)).toEqual({ mean: expect.closeTo(0.7, 14), deviation: expect.closeTo(0, 7) })
    expect(process.at(Float64Array.of(0, 0), 1)).toEqual({ mean: 0, deviation: 1 })
  })
  it('says how far each observation lies from what the others say of it', () => {
    const left = new GaussianProcess(Float64Array.of(2, 1, 1, 3), Float64Array.of(1, -2)).leaveOneOut()
    // The second foretells the first as 1 / 3 of -2, with variance 2 - 1 / 3; the first the second as 1 / 2 of 1, with variance 3 - 1 / 2.
    expect(left).toEqual([
      { variance: expect.closeTo(2 - 1 / 3, 13), square: expect.closeTo((1 + 2 / 3) ** 2 / (2 - 1 / 3), 13) },
      { variance: expect.closeTo(3 - 1 / 2, 13), square: expect.closeTo((-2 - 1 / 2) ** 2 / (3 - 1 / 2), 13) },
    ])
  })
  it('refuses a covariance that is none', () => {
    expect(() => new GaussianProcess(Float64Array.of(1, 2, 2, 1), Float64Array.of(0, 0))).toThrow('not positive definite')
  })
  it('takes covariances that contradict each other as if there were more noise', () => {
    const impossible = Float64Array.of(1, 2, 2, 1)
    const { mean, deviation } = steadyProcess(impossible, Float64Array.of(1, 1)).at(Float64Array.of(1, 1), 1)
    // 0.01 (1 + 4 + 16 + 64) = 0.85 is too little beside 1 - 2, 0.01 (1 + 4 + 16 + 64 + 256) = 3.41 is enough.
    expect(mean).toBeCloseTo(2 / (4.41 + 2), 14)
    expect(deviation).toBeCloseTo(Math.sqrt(1 - 2 / (4.41 + 2)), 14)
    expect([...impossible]).toEqual([1, 2, 2, 1])
  })
  it('is the process itself where they do not', () => {
    const [covariance, observations] = [Float64Array.of(2, 1, 1, 3), Float64Array.of(1, -2)]
    const [plain, steady] = [new GaussianProcess(covariance, observations), steadyProcess(covariance, observations)].map((process) => process.at(Float64Array.of(1, 0.5), 1.5))
    expect(steady).toEqual(plain)
  })
  it('refuses a covariance that is no number', () => {
    expect(() => steadyProcess(Float64Array.of(Number.NaN), Float64Array.of(0))).toThrow('not finite')
  })
})
