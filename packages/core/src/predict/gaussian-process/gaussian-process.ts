import { choleskyFactor } from '../surface/positive-definite.ts'

/** Mean and standard deviation of the process at a point, its noise left out. */
export interface Posterior {
  readonly mean: number
  readonly deviation: number
}

/**
 * Gaussian process regression with mean zero, exact, by Cholesky factorisation (Rasmussen and Williams 2006, algorithm 2.1).
 *
 * @example
 * const process = new GaussianProcess(Float64Array.of(1.1), Float64Array.of(0.5)) // one observation, prior variance 1, noise 0.1
 * process.at(Float64Array.of(1), 1) // { mean: 0.4545..., deviation: 0.3015... }
 */
export class GaussianProcess {
  readonly #lower: Float64Array
  readonly #weights: Float64Array

  /**
   * @param covariance of the observations, noise on the diagonal, row-major
   * @throws {RangeError} when the covariance is not positive definite
   */
  constructor(covariance: Float64Array, observations: Float64Array) {
    this.#lower = choleskyFactor(covariance, observations.length)
    this.#weights = solveUpper(this.#lower, solveLower(this.#lower, observations))
  }

  /** @param covariances of the point with the observations; `variance` is its own. */
  at(covariances: Float64Array, variance: number): Posterior {
    let mean = 0
    for (let i = 0; i < covariances.length; i++) mean += covariances[i]! * this.#weights[i]!
    const explained = solveLower(this.#lower, covariances).reduce((sum, value) => sum + value * value, 0)
    return { mean, deviation: Math.sqrt(Math.max(0, variance - explained)) }
  }

  /** For each observation, how many standard deviations it lies from what the others say of it, squared (ibid., equations 5.10 to 5.12). About 1 where the covariance is right. */
  leaveOneOutSquares(): Float64Array {
    const n = this.#weights.length
    return this.#weights.map((weight, i) => {
      const unit = new Float64Array(n)
      unit[i] = 1
      const precision = solveLower(this.#lower, unit, i).reduce((sum, value) => sum + value * value, 0)
      return (weight * weight) / precision
    })
  }
}

/** x of L x = b; the first `zeros` of b are 0. */
function solveLower(lower: Float64Array, b: Float64Array, zeros = 0): Float64Array {
  const n = b.length
  const x = b.slice()
  for (let row = zeros; row < n; row++) {
    let sum = x[row]!
    for (let column = zeros; column < row; column++) sum -= lower[row * n + column]! * x[column]!
    x[row] = sum / lower[row * n + row]!
  }
  return x
}

/** x of Lᵀ x = b. */
function solveUpper(lower: Float64Array, b: Float64Array): Float64Array {
  const n = b.length
  const x = b.slice()
  for (let row = n - 1; row >= 0; row--) {
    let sum = x[row]!
    for (let below = row + 1; below < n; below++) sum -= lower[below * n + row]! * x[below]!
    x[row] = sum / lower[row * n + row]!
  }
  return x
}
