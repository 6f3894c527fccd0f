import { choleskyFactor, solveLower, solveUpper } from '../surface/positive-definite.ts'

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
