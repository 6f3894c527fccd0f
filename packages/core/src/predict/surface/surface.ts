import { centerOf, covariances, NOISES, type Points, selectPoints } from './kernel.ts'
import type { NameSimilarity } from './name-similarity.ts'
import { inverseOfPositiveDefinite } from './positive-definite.ts'

/**
 * What is known of one device in one way of running: a Gaussian process over the models measured there, on log(throughput / roofline).
 * `weights` are K⁻¹(y − mean), so that an estimate costs one covariance a point.
 */
export interface Surface {
  readonly points: Points
  /** Place of each point's name among the names of the atlas. */
  readonly nameIndex: Int32Array
  readonly mean: number
  readonly center: Float64Array
  readonly weights: Float64Array
}

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

/** Points that decide about the noise: enough to tell, few enough to be quick. */
const TRIAL_POINTS = 240
/** An error of this many logs counts half of what one ten times as large does: outliers must not choose the noise. */
const SMALL_ERROR = 0.03

/** Fits a surface to points and their log(throughput / roofline). */
export function fitSurface(points: Points, residuals: Float64Array, nameIndex: Int32Array, names: NameSimilarity): FittedSurface {
  const center = centerOf(points)
  const matrix = covarianceMatrix(points, nameIndex, names, center)
  const noise = bestNoise(points, residuals, nameIndex, center, matrix)
  return surfaceOf(points, residuals, nameIndex, center, withNoise(matrix, points.count, noise))
}

function covarianceMatrix(points: Points, nameIndex: Int32Array, names: NameSimilarity, center: Float64Array): Float64Array {
  const n = points.count
  const matrix = new Float64Array(n * n)
  for (let row = 0; row < n; row++) {
    const values = covariances(points, row, points, nameIndex, names, center, row + 1)
    for (let column = 0; column <= row; column++) {
      matrix[row * n + column] = values[column]!
      matrix[column * n + row] = values[column]!
    }
  }
  return matrix
}

function surfaceOf(points: Points, residuals: Float64Array, nameIndex: Int32Array, center: Float64Array, matrix: Float64Array): FittedSurface {
  const n = points.count
  const mean = median(residuals)
  const inverse = inverseOfPositiveDefinite(matrix, n)
  const deviations = residuals.map((residual) => residual - mean)
  const weights = residuals.map((_, row) => innerProduct(inverse, row * n, deviations))
  return { points, nameIndex, mean, center, weights, inverse, membersOf: Map.groupBy(points.architectures.keys(), (index) => points.architectures[index]!) }
}

/** The noise with the least mean log error when architectures of a part of the points are left out one by one. */
function bestNoise(points: Points, residuals: Float64Array, nameIndex: Int32Array, center: Float64Array, matrix: Float64Array): number {
  const trial = trialRows(points)
  const part = selectPoints(points, trial)
  const partMatrix = Float64Array.from({ length: trial.length ** 2 }, (_, at) => matrix[trial[Math.floor(at / trial.length)]! * points.count + trial[at % trial.length]!]!)
  const truth = Float64Array.from(trial, (row) => residuals[row]!)
  const names = Int32Array.from(trial, (row) => nameIndex[row]!)
  const losses = NOISES.map((noise) => {
    const surface = surfaceOf(part, truth, names, center, withNoise(partMatrix, trial.length, noise))
    return leftOutErrors(surface, truth).reduce((sum, error) => sum + Math.log(SMALL_ERROR + Math.abs(error)), 0)
  })
  return NOISES[losses.indexOf(Math.min(...losses))]!
}

/** Every so many points, so that all architectures are drawn from alike. */
function trialRows({ count }: Points): number[] {
  const step = Math.max(1, count / TRIAL_POINTS)
  return Array.from({ length: Math.min(count, TRIAL_POINTS) }, (_, index) => Math.floor(index * step))
}

/** Truth minus what the surface says without the point's architecture, for every point: K⁻¹ blocks give it without refitting. */
function leftOutErrors(surface: FittedSurface, residuals: Float64Array): Float64Array {
  const errors = new Float64Array(residuals.length)
  for (const members of surface.membersOf.values()) {
    if (members.length === residuals.length) return residuals.map((residual) => residual - surface.mean)
    solveBlock(surface, members).forEach((error, index) => {
      errors[members[index]!] = error
    })
  }
  return errors
}

function withNoise(matrix: Float64Array, n: number, noise: number): Float64Array {
  const result = matrix.slice()
  for (let row = 0; row < n; row++) result[row * n + row]! += noise
  return result
}

/** Estimate from covariances with the surface's points. */
export function estimateAt(surface: Surface, values: Float64Array): SurfaceEstimate {
  return { residual: surface.mean + innerProduct(surface.weights, 0, values), closeness: largest(values) }
}

/** Estimate as if no point of that architecture had been measured: K⁻¹ without a block, by the block's Schur complement. */
export function estimateWithout(surface: FittedSurface, values: Float64Array, architecture: number): SurfaceEstimate {
  const members = surface.membersOf.get(architecture)
  if (members === undefined) return estimateAt(surface, values)
  const n = surface.points.count
  if (members.length === n) return { residual: surface.mean, closeness: 0 }
  const rest = values.slice()
  for (const member of members) rest[member] = 0
  const shifts = solveBlock(surface, members)
  let residual = surface.mean + innerProduct(surface.weights, 0, rest)
  members.forEach((member, index) => {
    residual -= innerProduct(surface.inverse, member * n, rest) * shifts[index]!
  })
  return { residual, closeness: largest(rest) }
}

/** Solves inverse[members, members] x = weights[members] by Gauss-Jordan; the block is small: the rows of one architecture. */
function solveBlock({ inverse, weights, points: { count } }: FittedSurface, members: readonly number[]): number[] {
  const rows = members.map((member) => [...members.map((other) => inverse[member * count + other]!), weights[member]!])
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
