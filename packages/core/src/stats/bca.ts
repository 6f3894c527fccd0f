import type { Bounds } from './bounds.ts'
import { normalCdf, normalQuantile } from './normal.ts'
import { quantile } from './quantile.ts'
import { sortedIndices } from './ranks.ts'

export interface BootstrapDistribution {
  /** The value on the data themselves. */
  readonly estimate: number
  /** The value on each resample, in any order; NaN (no value) is left out. */
  readonly replicates: Float64Array
  /** Probability of each replicate when the resamples were enumerated instead of drawn. */
  readonly weights?: Float64Array
  /** The value with one row left out. */
  readonly jackknife: Float64Array
  /** How many rows give each jackknife value, when equal rows are listed once. Default: one each. */
  readonly jackknifeCounts?: Float64Array
  readonly level: number
}

export interface BootstrapBounds extends Bounds {
  readonly method: 'bootstrap_bca' | 'bootstrap_percentile'
}

/**
 * Bias-corrected and accelerated bootstrap interval (Efron 1987), as scipy.stats.bootstrap makes it; drawn replicates are interpolated
 * (type 7), enumerated ones are not. Where the correction is not finite (all replicates on one side of the estimate, a constant
 * jackknife) the percentile interval is given instead, and `method` says so.
 */
export function bcaBounds(data: BootstrapDistribution): BootstrapBounds {
  const distribution = sortedDistribution(data.replicates, data.weights)
  const tail = (1 - data.level) / 2
  const bias = normalQuantile(distribution.shareBelow(data.estimate))
  const acceleration = accelerationOf(data.jackknife, data.jackknifeCounts)
  const corrected = (p: number) => {
    const shifted = bias + normalQuantile(p)
    return normalCdf(bias + shifted / (1 - acceleration * shifted))
  }
  const shares = [corrected(tail), corrected(1 - tail)] as const
  return Number.isFinite(bias) && shares.every(Number.isFinite)
    ? { lower: distribution.quantile(shares[0]), upper: distribution.quantile(shares[1]), method: 'bootstrap_bca' }
    : { lower: distribution.quantile(tail), upper: distribution.quantile(1 - tail), method: 'bootstrap_percentile' }
}

/** A sixth of the skewness of the jackknife values, sign reversed; NaN when they are all equal. */
function accelerationOf(jackknife: Float64Array, counts: Float64Array | undefined): number {
  let n = 0
  let centre = 0
  for (let i = 0; i < jackknife.length; i++) {
    const count = counts === undefined ? 1 : counts[i]!
    n += count
    centre += count * jackknife[i]!
  }
  centre /= n
  let squares = 0
  let cubes = 0
  for (let i = 0; i < jackknife.length; i++) {
    const count = counts === undefined ? 1 : counts[i]!
    const distance = centre - jackknife[i]!
    squares += count * distance * distance
    cubes += count * distance ** 3
  }
  return cubes / (6 * squares ** 1.5)
}

interface Distribution {
  /** P(X < x) + P(X = x) / 2. */
  shareBelow(x: number): number
  quantile(p: number): number
}

function sortedDistribution(replicates: Float64Array, weights: Float64Array | undefined): Distribution {
  return weights === undefined ? drawn(replicates.filter((value) => !Number.isNaN(value)).sort()) : enumerated(replicates, weights)
}

function drawn(sorted: Float64Array): Distribution {
  return {
    shareBelow: (x) => (countBelow(sorted, (value) => value < x) + countBelow(sorted, (value) => value <= x)) / (2 * sorted.length),
    quantile: (p) => quantile(sorted, p),
  }
}

function enumerated(values: Float64Array, weights: Float64Array): Distribution {
  const { sorted, cumulative } = sortedMass(values, weights)
  const total = cumulative.at(-1) ?? 0
  const massOf = (count: number) => (count === 0 ? 0 : cumulative[count - 1]!)
  return {
    shareBelow: (x) => (massOf(countBelow(sorted, (value) => value < x)) + massOf(countBelow(sorted, (value) => value <= x))) / (2 * total),
    quantile: (p) =>
      sorted[
        Math.min(
          sorted.length - 1,
          countBelow(cumulative, (mass) => mass < p * total * (1 - 1e-12)),
        )
      ] ?? Number.NaN,
  }
}

/** The values in ascending order and the mass up to each; in plain lists, which cost small samples less than typed ones. */
function sortedMass(values: Float64Array, weights: Float64Array): { readonly sorted: readonly number[]; readonly cumulative: readonly number[] } {
  const order = sortedIndices(values)
  const sorted: number[] = []
  const cumulative: number[] = []
  let total = 0
  for (const index of order) {
    total += weights[index]!
    sorted.push(values[index]!)
    cumulative.push(total)
  }
  return { sorted, cumulative }
}

/** How many leading values satisfy `below`, which holds up to some point and not after. */
function countBelow(sorted: ArrayLike<number>, below: (value: number) => boolean): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (below(sorted[middle]!)) low = middle + 1
    else high = middle
  }
  return low
}
