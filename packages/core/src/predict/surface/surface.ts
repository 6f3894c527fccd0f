import { centerOf, covariances, NOISE, type Points } from './kernel.ts'
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

/** Fits a surface to points and their log(throughput / roofline). */
export function fitSurface(points: Points, residuals: Float64Array, nameIndex: Int32Array, names: NameSimilarity): FittedSurface {
  const n = points.count
  const center = centerOf(points)
  const mean = median(residuals)
  const matrix = new Float64Array(n * n)
  for (let row = 0; row < n; row++) {
    const values = covariances(points, row, points, nameIndex, names, center, row + 1)
    for (let column = 0; column <= row; column++) {
      matrix[row * n + column] = values[column]!
      matrix[column * n + row] = values[column]!
    }
    matrix[row * n + row]! += NOISE
  }
  const inverse = inverseOfPositiveDefinite(matrix, n)
  const deviations = residuals.map((residual) => residual - mean)
  const weights = residuals.map((_, row) => innerProduct(inverse, row * n, deviations))
  const all = Array.from(points.architectures, (_, index) => index)
  return { points, nameIndex, mean, center, weights, inverse, membersOf: Map.groupBy(all, (index) => points.architectures[index]!) }
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
