import { covariances, type Similarity, selectPoints } from './kernel.ts'
import { inverseOfPositiveDefinite } from './positive-definite.ts'

/**
 * What is known of one device in one way of running: a Gaussian process over the models measured there, on log(throughput / roofline).
 * `weights` are K⁻¹(y − mean), so that an estimate costs one covariance a point.
 */
export interface Surface {
  readonly similarity: Similarity
  readonly mean: number
  readonly weights: Float64Array
  /** Estimates are kept inside. */
  readonly range: Range
}

/** Least and greatest believable log(throughput / roofline). */
export type Range = readonly [least: number, most: number]

/** How far beyond the measured residuals an estimate may go: a factor of two. */
const MARGIN = Math.LN2

export function rangeOf(residuals: Float64Array): Range {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const residual of residuals) {
    least = Math.min(least, residual)
    most = Math.max(most, residual)
  }
  return [least - MARGIN, most + MARGIN]
}

const within = ([least, most]: Range, value: number): number => Math.max(least, Math.min(most, value))

/** A surface's word on a workload. */
export interface SurfaceEstimate {
  readonly residual: number
  /** Largest covariance with a measured point: high beside a measurement, 0 far from all. */
  readonly closeness: number
}

/** A surface that can also leave architectures out. Only training needs it. */
export interface FittedSurface extends Surface {
  readonly inverse: Float64Array
  /** Points of each architecture, by its code. */
  readonly membersOf: ReadonlyMap<number, readonly number[]>
}

/** Fits a surface to the log(throughput / roofline) of points. */
export function fitSurface(similarity: Similarity, residuals: Float64Array, noise: number): FittedSurface {
  return surfaceOf(similarity, residuals, covarianceMatrix(similarity), noise)
}

/** Covariances of all points with each other. */
export function covarianceMatrix(similarity: Similarity): Float64Array {
  const { points } = similarity
  const n = points.count
  const matrix = new Float64Array(n * n)
  for (let row = 0; row < n; row++) {
    const values = covariances(selectPoints(points, [row]), similarity, row + 1)
    for (let column = 0; column <= row; column++) {
      matrix[row * n + column] = values[column]!
      matrix[column * n + row] = values[column]!
    }
  }
  return matrix
}

/** {@link fitSurface} when the covariances are already known. */
export function surfaceOf(similarity: Similarity, residuals: Float64Array, matrix: Float64Array, noise: number): FittedSurface {
  const { count: n, architectures, costKnown } = similarity.points
  const mean = usualResidual(residuals, costKnown)
  const inverse = inverseOfPositiveDefinite(withNoise(matrix, n, noise), n)
  const deviations = residuals.map((residual) => residual - mean)
  const weights = residuals.map((_, row) => innerProduct(inverse, row * n, deviations))
  return { similarity, mean, weights, range: rangeOf(residuals), inverse, membersOf: Map.groupBy(architectures.keys(), (index) => architectures[index]!) }
}

/** The median where the cost is known, if it is anywhere: what a guessed cost leaves to explain says nothing of known ones. */
function usualResidual(residuals: Float64Array, costKnown: Uint8Array): number {
  const known = residuals.filter((_, point) => costKnown[point] === 1)
  return median(known.length > 0 ? known : residuals)
}

function withNoise(matrix: Float64Array, n: number, noise: number): Float64Array {
  const result = matrix.slice()
  for (let row = 0; row < n; row++) result[row * n + row]! += noise
  return result
}

/** Estimate from covariances with the surface's points. */
export function estimateAt(surface: Surface, values: Float64Array): SurfaceEstimate {
  return { residual: within(surface.range, surface.mean + innerProduct(surface.weights, 0, values)), closeness: largest(values) }
}

/** Estimate as if no point of that architecture had been measured: K⁻¹ without a block, by the block's Schur complement. */
export function estimateWithout(surface: FittedSurface, values: Float64Array, architecture: number): SurfaceEstimate {
  const members = surface.membersOf.get(architecture)
  if (members === undefined) return estimateAt(surface, values)
  const n = surface.weights.length
  if (members.length === n) return { residual: surface.mean, closeness: 0 }
  const rest = values.slice()
  for (const member of members) rest[member] = 0
  const shifts = solveBlock(surface, members)
  let residual = surface.mean + innerProduct(surface.weights, 0, rest)
  members.forEach((member, index) => {
    residual -= innerProduct(surface.inverse, member * n, rest) * shifts[index]!
  })
  return { residual: within(surface.range, residual), closeness: largest(rest) }
}

/** Estimate as if no point of that family had been measured; undefined where little else was. */
export function estimateWithoutFamily(surface: FittedSurface, values: Float64Array, family: number): SurfaceEstimate | undefined {
  const weights = weightsWithoutFamily(surface, family)
  if (weights === undefined) return undefined
  const rest = values.map((value, point) => (surface.similarity.points.families[point] === family ? 0 : value))
  return { residual: within(surface.range, surface.mean + innerProduct(weights, 0, rest)), closeness: largest(rest) }
}

/** Remembered: a family has many rows, and its block is large. */
const familyWeights = new WeakMap<FittedSurface, Map<number, Float64Array | undefined>>()

function weightsWithoutFamily(surface: FittedSurface, family: number): Float64Array | undefined {
  const known = familyWeights.get(surface) ?? new Map<number, Float64Array | undefined>()
  familyWeights.set(surface, known)
  if (!known.has(family)) known.set(family, leftOutWeights(surface, family))
  return known.get(family)
}

/** K⁻¹(y − mean) of the other points when the family's are taken away. */
function leftOutWeights(surface: FittedSurface, family: number): Float64Array | undefined {
  const { families, count } = surface.similarity.points
  const members = [...families.keys()].filter((point) => families[point] === family)
  if (members.length > count / 2) return undefined
  const shifts = solveBlock(surface, members)
  const weights = surface.weights.slice()
  members.forEach((member, index) => {
    for (let point = 0; point < count; point++) weights[point]! -= surface.inverse[member * count + point]! * shifts[index]!
  })
  return weights
}

/** Truth minus what the surface says without the point's architecture, for every point. */
export function leftOutErrors(surface: FittedSurface, residuals: Float64Array): Float64Array {
  const errors = new Float64Array(residuals.length)
  for (const members of surface.membersOf.values()) {
    if (members.length === residuals.length) return residuals.map((residual) => residual - surface.mean)
    solveBlock(surface, members).forEach((error, index) => {
      errors[members[index]!] = error
    })
  }
  return errors
}

/** Solves inverse[members, members] x = weights[members] by Gauss-Jordan; the block is small: the rows of one architecture. */
function solveBlock({ inverse, weights }: FittedSurface, members: readonly number[]): number[] {
  const n = weights.length
  const rows = members.map((member) => [...members.map((other) => inverse[member * n + other]!), weights[member]!])
  rows.forEach((row, pivot) => {
    const scale = row[pivot]!
    for (let column = pivot; column <= members.length; column++) row[column]! /= scale
    rows.forEach((other, index) => {
      const factor = other[pivot]!
      if (index !== pivot && factor !== 0) for (let column = pivot; column <= members.length; column++) other[column]! -= factor * row[column]!
    })
  })
  return rows.map((row) => row.at(-1)!)
}

function innerProduct(matrix: Float64Array, offset: number, vector: Float64Array): number {
  let sum = 0
  for (let index = 0; index < vector.length; index++) sum += matrix[offset + index]! * vector[index]!
  return sum
}

function largest(values: Float64Array): number {
  let most = 0
  for (let index = 0; index < values.length; index++) if (values[index]! > most) most = values[index]!
  return most
}

function median(values: Float64Array): number {
  const sorted = values.toSorted()
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}
