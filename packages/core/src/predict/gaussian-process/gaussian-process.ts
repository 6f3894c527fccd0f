import { choleskyFactor, solveLower, solveUpper } from '../surface/positive-definite.ts'

/** Mean and standard deviation of the process at a point, its noise left out. */
export interface Posterior {
  readonly mean: number
  readonly deviation: number
}

/** What a process says of one observation without having seen it. */
export interface LeftOut {
  readonly variance: number
  /** How many standard deviations the observation lies from it, squared. About 1 where the covariance is right. */
  readonly square: number
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

  /** What the others say of each observation, its own noise included (ibid., equations 5.10 to 5.12). */
  leaveOneOut(): readonly LeftOut[] {
    const n = this.#weights.length
    return Array.from(this.#weights, (weight, i) => {
      const unit = new Float64Array(n)
      unit[i] = 1
      const variance = 1 / solveLower(this.#lower, unit, i).reduce((sum, value) => sum + value * value, 0)
      return { variance, square: weight * weight * variance }
    })
  }
}

/** Noise that is added first, and by how much more each time. */
const LEAST_NOISE = 0.01
const MORE_NOISE = 4

/**
 * A process whose covariances may contradict each other: as much noise is added to every observation as makes them possible.
 *
 * @throws {RangeError} when a covariance is not finite
 * @example steadyProcess(Float64Array.of(1, 2, 2, 1), Float64Array.of(1, 1)) // no two numbers of variance 1 have a covariance of 2
 */
export function steadyProcess(covariance: Float64Array, observations: Float64Array): GaussianProcess {
  const n = observations.length
  const steadied = covariance.slice()
  for (let noise = LEAST_NOISE; Number.isFinite(noise); noise *= MORE_NOISE) {
    try {
      return new GaussianProcess(steadied, observations)
    } catch (problem) {
      if (!(problem instanceof RangeError)) throw problem
      for (let i = 0; i < n; i++) steadied[i * n + i]! += noise
    }
  }
  throw new RangeError('a covariance is not finite')
}
