import { ColumnPath } from './column-path.ts'
import { binRows } from './feature-bins.ts'
import { type FeatureMatrix, rowCount } from './feature-matrix.ts'
import { goesLeft, isLeaf, type TreeEnsemble } from './tree-ensemble.ts'

/** Why a row is predicted as it is: prediction = base + the sum of the contributions, one for each column. */
export interface Explanation {
  /** The mean prediction of the training rows. */
  readonly base: number
  readonly contributions: Float64Array
}

/**
 * Shapley values of the columns for each row, exact, with the training rows' shares standing for an absent column (path-dependent TreeSHAP: Lundberg et al. 2020, algorithm 2).
 *
 * @example explainTrees(ensemble, matrix)[0].contributions // Float64Array, one a column
 */
export function explainTrees(ensemble: TreeEnsemble, matrix: FeatureMatrix): readonly Explanation[] {
  const width = matrix.columns.length
  const binned = binRows(ensemble.bins, matrix)
  const { weights, base } = meansOf(ensemble)
  const path = new ColumnPath(ensemble.depths.reduce((most, depth) => Math.max(most, depth), 0))
  return Array.from({ length: rowCount(matrix) }, (_, row) => {
    const walk = { ensemble, weights, path, bins: binned.subarray(row * width, (row + 1) * width), contributions: new Float64Array(width) }
    for (const root of ensemble.roots) {
      path.extend(0, 0, 1, 1, -1)
      visit(walk, root, 0, 1)
    }
    return { base, contributions: walk.contributions }
  })
}

interface Walk {
  readonly ensemble: TreeEnsemble
  readonly weights: Float64Array
  readonly path: ColumnPath
  readonly bins: Uint8Array
  readonly contributions: Float64Array
}

/** Goes through the leaves below a node; the path to it has that length and begins at `start`. */
function visit(walk: Walk, node: number, start: number, length: number): void {
  const { ensemble, weights, path, bins, contributions } = walk
  if (isLeaf(ensemble, node)) {
    path.contribute(start, length, ensemble.value[node]!, contributions)
    return
  }
  const feature = ensemble.feature[node]!
  const left = node + 1
  const right = left + ensemble.skip[node]!
  const hot = goesLeft(ensemble, node, bins[feature]!) ? left : right
  const seen = path.find(start, length, feature)
  const zero = seen < 0 ? 1 : path.zeroAt(seen)
  const one = seen < 0 ? 1 : path.oneAt(seen)
  if (seen >= 0) path.unwind(start, length, seen)
  const own = seen < 0 ? length : length - 1
  for (let child = left; ; child = right) {
    path.copy(start, own)
    path.extend(start + own, own, zero * share(weights, child, node), child === hot ? one : 0, feature)
    visit(walk, child, start + own, own + 1)
    if (child === right) return
  }
}

const share = (weights: Float64Array, child: number, parent: number): number => weights[child]! / weights[parent]!

interface Means {
  readonly weights: Float64Array
  readonly base: number
}

const means = new WeakMap<TreeEnsemble, Means>()

/** Weights of the nodes and the mean prediction of the training rows; worked out once an ensemble. */
function meansOf(ensemble: TreeEnsemble): Means {
  const known = means.get(ensemble)
  if (known !== undefined) return known
  const weights = nodeWeights(ensemble)
  const made = { weights, base: ensemble.roots.reduce((sum, root) => sum + meanOf(ensemble, weights, root), ensemble.base) }
  means.set(ensemble, made)
  return made
}

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
