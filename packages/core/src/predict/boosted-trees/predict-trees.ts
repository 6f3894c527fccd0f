import { binRows } from './feature-bins.ts'
import { type FeatureMatrix, rowCount } from './feature-matrix.ts'
import { CATEGORY_TEST, SET_WORDS, type TreeEnsemble } from './tree-ensemble.ts'

/** Rows that go through the trees together, so that a tree stays in the cache. */
const BLOCK_ROWS = 256

/**
 * Predictions of an ensemble for the rows of a matrix whose columns are those of training, in their order.
 *
 * @example predictTrees(ensemble, { names: ['x'], columns: [Float64Array.of(1.5)], categorical: [false] })[0]
 */
export function predictTrees(ensemble: TreeEnsemble, matrix: FeatureMatrix): Float64Array {
  const rows = rowCount(matrix)
  const predictions = new Float64Array(rows).fill(ensemble.base)
  const binned = binRows(ensemble.bins, matrix)
  for (let from = 0; from < rows; from += BLOCK_ROWS) {
    const to = Math.min(rows, from + BLOCK_ROWS)
    for (const root of ensemble.roots) addTree(ensemble, root, binned, from, to, predictions)
  }
  return predictions
}

/** Adds to sums[from, to) the value of each row's leaf in the tree at `root`. */
export function addTree({ bins, feature, test, threshold, right, value, categorySets }: TreeEnsemble, root: number, binned: Uint8Array, from: number, to: number, sums: Float64Array): void {
  const width = bins.length
  for (let row = from, start = from * width; row < to; row++, start += width) {
    let node = root
    for (let asked = feature[node]!; asked >= 0; asked = feature[node]!) {
      const bin = binned[start + asked]!
      const side = test[node]!
      const limit = threshold[node]!
      const isLeft = side === CATEGORY_TEST ? ((categorySets[limit * SET_WORDS + (bin >>> 5)]! >>> (bin & 31)) & 1) === 1 : (bin - side) >>> 0 <= limit - side
      node = isLeft ? node + 1 : right[node]!
    }
    sums[row]! += value[node]!
  }
}
