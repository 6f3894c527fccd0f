import { normalCdf } from '../../stats/index.ts'

/** A score that is known up to an error, normal on either side of its middle: it lies above as probably as below. */
export interface UncertainScore {
  /** The middle. */
  readonly mean: number
  /** Standard deviation, of the side below where the one above is another. */
  readonly spread: number
  readonly spreadAbove?: number
  /** What it cannot exceed: the tail beyond is cut off, and the rest is the whole. Not below the mean. */
  readonly limit?: number | undefined
}

/** Points of the midpoint rule across +-6 standard deviations: the error is below 1e-9 for the smooth integrand. */
const POINTS = 240
const REACH = 6

/**
 * Probability that each score is the largest, if their errors are independent and normal, cut off where a score has a limit: P(i) = integral of density_i(x) times the product over j of cdf_j(x).
 * A spread of 0 is a certain score. Sums to 1 (it is normalised, so that quadrature error and exact ties are shared).
 *
 * @example probabilityBest([{ mean: 1, spread: 1 }, { mean: 0, spread: 1 }]) // [0.76, 0.24]
 */
export function probabilityBest(scores: readonly UncertainScore[]): readonly number[] {
  const raw = scores.map((own, i) =>
    winning(
      own,
      scores.filter((_, j) => j !== i),
    ),
  )
  const total = raw.reduce((sum, p) => sum + p, 0)
  return raw.map((p) => (total > 0 ? p / total : 1 / scores.length))
}

function winning(own: UncertainScore, others: readonly UncertainScore[]): number {
  if (isCertain(own)) return beats(own.mean, others)
  const end = Math.min(REACH, limitOf(own))
  let sum = 0
  let weights = 0
  for (let k = 0; k < POINTS; k++) {
    const z = -REACH + ((k + 0.5) * (end + REACH)) / POINTS
    const weight = Math.exp(-0.5 * z * z)
    sum += weight * beats(own.mean + sideOf(own, z) * z, others)
    weights += weight
  }
  return sum / weights
}

/** The limit in standard deviations from the mean. */
const limitOf = (score: UncertainScore): number => deviations(score.limit ?? Number.POSITIVE_INFINITY, score)

/** The standard deviation of the side on which something lies. */
const sideOf = ({ spread, spreadAbove = spread }: UncertainScore, difference: number): number => (difference > 0 ? spreadAbove : spread)

const isCertain = ({ spread, spreadAbove = spread }: UncertainScore): boolean => spread === 0 && spreadAbove === 0

/** How many standard deviations a value lies from the middle. */
const deviations = (x: number, score: UncertainScore): number => (x === score.mean ? 0 : (x - score.mean) / sideOf(score, x - score.mean))

/** Probability that all others are below x; an exact tie of certain scores counts half. */
const beats = (x: number, others: readonly UncertainScore[]): number => others.reduce((product, other) => product * (isCertain(other) ? step(x - other.mean) : below(x, other)), 1)

const below = (x: number, other: UncertainScore): number => Math.min(1, normalCdf(deviations(x, other)) / normalCdf(limitOf(other)))

const step = (difference: number): number => (difference > 0 ? 1 : difference === 0 ? 0.5 : 0)
