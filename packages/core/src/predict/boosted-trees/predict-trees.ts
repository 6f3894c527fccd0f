import { rememberPairs } from '../remember-pairs.ts'
import { binRows, type FeatureBins } from './feature-bins.ts'
import { type FeatureMatrix, rowCount } from './feature-matrix.ts'
import { walkRow, walkTree } from './row-walk.ts'
import type { TreeEnsemble } from './tree-ensemble.ts'

/** Rows that go through the trees together, so that a tree stays in the cache. */
const BLOCK_ROWS = 256
/** Fewer rows than this are walked one by one. */
const FEW_ROWS = 8

/**
 * Predictions of an ensemble for the rows of a matrix whose columns are those of training, in their order.
 *
 * @example predictTrees(ensemble, { names: ['x'], columns: [Float64Array.of(1.5)], categorical: [false] })[0]
 */
export function predictTrees(ensemble: TreeEnsemble, matrix: FeatureMatrix): Float64Array {
  const predictions = new Float64Array(rowCount(matrix)).fill(ensemble.base)
  addTrees(ensemble, binRows(ensemble.bins, matrix), predictions)
  return predictions
}

/** Predictions of several ensembles for the same rows, which are binned once for those that learnt from one matrix. */
export function predictEach(ensembles: readonly TreeEnsemble[], matrix: FeatureMatrix): readonly Float64Array[] {
  let last: { readonly bins: TreeEnsemble['bins']; readonly binned: Uint8Array } | undefined
  return ensembles.map((ensemble) => {
    if (last === undefined || !areSameBins(last.bins, ensemble.bins)) last = { bins: ensemble.bins, binned: binRows(ensemble.bins, matrix) }
    const predictions = new Float64Array(rowCount(matrix)).fill(ensemble.base)
    addTrees(ensemble, last.binned, predictions)
    return predictions
  })
}

const areSameBins = rememberPairs((a: TreeEnsemble['bins'], b: TreeEnsemble['bins']): boolean => a.length === b.length && a.every((own, column) => isSame(own, b[column]!)))
const isSame = (a: FeatureBins, b: FeatureBins): boolean => a.categorical === b.categorical && a.cuts.length === b.cuts.length && a.cuts.every((cut, place) => cut === b.cuts[place])

/** Adds to each sum the value of its row's leaf in each tree; `binned` are the bins of the rows, row after row. */
export function addTrees(ensemble: TreeEnsemble, binned: Uint8Array, sums: Float64Array): void {
  const rows = sums.length
  if (rows < FEW_ROWS) {
    for (let row = 0; row < rows; row++) sums[row] = walkRow(ensemble, binned, row * ensemble.bins.length, sums[row]!)
    return
  }
  for (let from = 0; from < rows; from += BLOCK_ROWS) {
    const to = Math.min(rows, from + BLOCK_ROWS)
    for (let tree = 0; tree < ensemble.roots.length; tree++) walkTree(ensemble, tree, binned, from, to, sums)
  }
}
