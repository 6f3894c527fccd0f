import { createRandom } from '../../stats/index.ts'
import { type FeatureMatrix, takeRows } from './feature-matrix.ts'
import type { Loss } from './losses.ts'
import { predictTrees } from './predict-trees.ts'
import type { TreeEnsemble } from './tree-ensemble.ts'

/** A column and how much it matters. */
export interface Importance {
  readonly name: string
  readonly importance: number
}

const ranked = (ensemble: TreeEnsemble, importances: Iterable<number>): readonly Importance[] =>
  [...importances].map((importance, i) => ({ name: ensemble.featureNames[i]!, importance })).sort((a, b) => b.importance - a.importance)

/** Share of the loss reduction that each column's splits brought, the greatest first. */
export function gainImportance(ensemble: TreeEnsemble): readonly Importance[] {
  const total = ensemble.gain.reduce((sum, gain) => sum + gain, 0)
  return ranked(
    ensemble,
    ensemble.gain.map((gain) => (total === 0 ? 0 : gain / total)),
  )
}

/** By how much the mean loss grows when a column's values are shuffled (Breiman 2001), the greatest first. Best asked of rows that training did not see. */
export function permutationImportance(ensemble: TreeEnsemble, matrix: FeatureMatrix, target: Float64Array, loss: Loss, seed = 0): readonly Importance[] {
  const random = createRandom(seed)
  const meanLoss = (of: FeatureMatrix) => predictTrees(ensemble, of).reduce((sum, predicted, row) => sum + loss.value(target[row]! - predicted), 0) / target.length
  const asIs = meanLoss(matrix)
  return ranked(
    ensemble,
    matrix.columns.map((_, column) => {
      const shuffled = takeRows(matrix, shuffledRows(target.length, random.integer)).columns[column]!
      return meanLoss({ ...matrix, columns: matrix.columns.with(column, shuffled) }) - asIs
    }),
  )
}

function shuffledRows(rows: number, integer: (n: number) => number): Uint32Array {
  const order = Uint32Array.from({ length: rows }, (_, row) => row)
  for (let i = rows - 1; i > 0; i--) {
    const other = integer(i + 1)
    ;[order[i], order[other]] = [order[other]!, order[i]!]
  }
  return order
}
