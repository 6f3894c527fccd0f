import { type GaussianProcess, steadyProcess } from '../gaussian-process/gaussian-process.ts'

/** A process, and by observation how many standard deviations it lies from what the others say of it, squared. */
export interface DoubtingProcess {
  readonly errors: GaussianProcess
  readonly surprises: readonly number[]
  /** By observation, the variance that its doubt added. */
  readonly doubt: Float64Array
}

/** Squared standard deviations from which on an observation contradicts the others: about where Huber's loss turns linear. Chosen as the numbers of the error kernel were. */
const CONTRADICTION = 2.5
/** Observations that contradict the others nearly as much as the one that does most are doubted with it: nobody can tell which of two is wrong. */
const AS_MUCH = 0.5
const MOST_ROUNDS = 10

/**
 * A Gaussian process that believes no single observation against all others: the noise of those that contradict the others most is raised until they no longer do, round by round
 * (what a heavy-tailed likelihood does; the surprise is the leave-one-out residual of Rasmussen and Williams 2006, section 5.4.2). A slip of the pen thus neither moves what is far from it nor
 * makes a trend of two numbers that cannot both be right.
 *
 * @param covariance of the observations, noise on the diagonal, row-major; it is changed
 */
export function doubtingProcess(covariance: Float64Array, observations: Float64Array): DoubtingProcess {
  const n = observations.length
  // How devices' errors go together is a guess that dozens of devices may contradict.
  let errors = steadyProcess(covariance, observations)
  let left = errors.leaveOneOut()
  const surprises = left.map(({ square }) => square)
  const doubt = new Float64Array(n)
  for (let round = 0; n > 1 && round < MOST_ROUNDS; round++) {
    const most = left.reduce((so, { square }) => Math.max(so, square), 0)
    if (most <= CONTRADICTION) break
    left.forEach(({ square, variance }, i) => {
      if (square <= CONTRADICTION || square < AS_MUCH * most) return
      const added = variance * (square / CONTRADICTION - 1)
      covariance[i * n + i]! += added
      doubt[i]! += added
    })
    errors = steadyProcess(covariance, observations)
    left = errors.leaveOneOut()
  }
  return { errors, surprises, doubt }
}
