import { binRows } from './feature-bins.ts'
import { type FeatureMatrix, rowCount } from './feature-matrix.ts'
import { goesLeft, isLeaf, type TreeEnsemble } from './tree-ensemble.ts'

/** Why a row is predicted as it is: prediction = base + the sum of the contributions, one for each column. */
export interface Explanation {
  /** The mean prediction of the training rows. */
  readonly base: number
  readonly contributions: Float64Array
}

/** A column on the way to a leaf: the share of training rows and of this row (0 or 1) that the column's splits let through, and its weight in the permutations. */
interface PathPart {
  readonly feature: number
  readonly zero: number
  readonly one: number
  readonly weight: number
}

/**
 * Shapley values of the columns for each row, exact, with the training rows' shares standing for an absent column (path-dependent TreeSHAP: Lundberg et al. 2020, algorithm 2).
 *
 * @example explainTrees(ensemble, matrix)[0].contributions // Float64Array, one a column
 */
export function explainTrees(ensemble: TreeEnsemble, matrix: FeatureMatrix): readonly Explanation[] {
  const width = matrix.columns.length
  const binned = binRows(ensemble.bins, matrix)
  const weights = nodeWeights(ensemble)
  const base = ensemble.roots.reduce((sum, root) => sum + meanOf(ensemble, weights, root), ensemble.base)
  return Array.from({ length: rowCount(matrix) }, (_, row) => {
    const contributions = new Float64Array(width)
    for (const root of ensemble.roots) visit({ ensemble, weights, bins: binned.subarray(row * width, (row + 1) * width), contributions }, root, [], 1, 1, -1)
    return { base, contributions }
  })
}

interface Walk {
  readonly ensemble: TreeEnsemble
  readonly weights: Float64Array
  readonly bins: Uint8Array
  readonly contributions: Float64Array
}

function visit(walk: Walk, node: number, above: readonly PathPart[], zero: number, one: number, from: number): void {
  const { ensemble, weights, bins, contributions } = walk
  let path = extended(above, zero, one, from)
  if (isLeaf(ensemble, node)) {
    for (let i = 1; i < path.length; i++) contributions[path[i]!.feature]! += unwoundSum(path, i) * (path[i]!.one - path[i]!.zero) * ensemble.value[node]!
    return
  }
  const feature = ensemble.feature[node]!
  const left = node + 1
  const right = left + ensemble.skip[node]!
  const [hot, cold] = goesLeft(ensemble, node, bins[feature]!) ? [left, right] : [right, left]
  const seen = path.findIndex((part, i) => i > 0 && part.feature === feature)
  const { zero: zeroAbove, one: oneAbove } = seen < 0 ? { zero: 1, one: 1 } : path[seen]!
  if (seen >= 0) path = unwound(path, seen)
  visit(walk, hot, path, zeroAbove * share(weights, hot, node), oneAbove, feature)
  visit(walk, cold, path, zeroAbove * share(weights, cold, node), 0, feature)
}

const share = (weights: Float64Array, child: number, parent: number): number => weights[child]! / weights[parent]!

/** The path with one more column; weights are those of subsets by their size. */
function extended(path: readonly PathPart[], zero: number, one: number, feature: number): PathPart[] {
  const length = path.length
  const weights = [...path.map(({ weight }) => weight), length === 0 ? 1 : 0]
  for (let i = length - 1; i >= 0; i--) {
    weights[i + 1]! += (one * weights[i]! * (i + 1)) / (length + 1)
    weights[i] = (zero * weights[i]! * (length - i)) / (length + 1)
  }
  return [...path, { feature, zero, one, weight: 0 }].map((part, i) => ({ ...part, weight: weights[i]! }))
}

/** The weights of a path without its column `at`. */
function unwoundWeights(path: readonly PathPart[], at: number): number[] {
  const length = path.length - 1
  const { zero, one } = path[at]!
  const weights: number[] = new Array(length)
  let next = path[length]!.weight
  for (let i = length - 1; i >= 0; i--) {
    const weight = path[i]!.weight
    weights[i] = one === 0 ? (weight * (length + 1)) / (zero * (length - i)) : (next * (length + 1)) / ((i + 1) * one)
    next = one === 0 ? next : weight - (weights[i]! * zero * (length - i)) / (length + 1)
  }
  return weights
}

function unwound(path: readonly PathPart[], at: number): PathPart[] {
  const weights = unwoundWeights(path, at)
  return path.filter((_, i) => i !== at).map((part, i) => ({ ...part, weight: weights[i]! }))
}

const unwoundSum = (path: readonly PathPart[], at: number): number => unwoundWeights(path, at).reduce((sum, weight) => sum + weight, 0)

/** Training weight of every node: a leaf's own, an inner node's children's. */
function nodeWeights(ensemble: TreeEnsemble): Float64Array {
  const weights = Float64Array.from(ensemble.weight)
  for (let node = weights.length - 1; node >= 0; node--) if (!isLeaf(ensemble, node)) weights[node] = weights[node + 1]! + weights[node + 1 + ensemble.skip[node]!]!
  return weights
}

function meanOf(ensemble: TreeEnsemble, weights: Float64Array, node: number): number {
  if (isLeaf(ensemble, node)) return ensemble.value[node]!
  const left = node + 1
  const right = left + ensemble.skip[node]!
  return share(weights, left, node) * meanOf(ensemble, weights, left) + share(weights, right, node) * meanOf(ensemble, weights, right)
}
