import { absoluteLoss, explainTrees, gainImportance, permutationImportance, type TreeEnsemble, takeRows } from '../boosted-trees/index.ts'
import { evenlyOver } from './configurations.ts'
import type { NewCorrection, TrainingTable } from './training-table.ts'

/** How much one feature matters. */
export interface FeatureImportance {
  readonly feature: string
  /** Share of the loss reduction its splits brought; all sum to 1. */
  readonly gain: number
  /** Rise of the mean |log error| on held-out rows when its values are shuffled. */
  readonly permutation: number
  /** Mean |SHAP value|: by how much (log) it moves an estimate. */
  readonly shap: number
}

/** Trees of one fold and the rows they did not see. */
export interface FoldTrees {
  readonly ensemble: TreeEnsemble
  readonly heldOut: readonly number[]
}

/** Rows that importances are read from, at most. */
const MOST_SHUFFLED = 2000
const MOST_EXPLAINED = 60

/** Importances of the features of a correction, the greatest gain first. */
export function importances(table: TrainingTable, { ensemble }: NewCorrection, folds: readonly FoldTrees[], seed: number): readonly FeatureImportance[] {
  const gains = gainImportance(ensemble)
  const permutation = heldOutPermutation(table, folds, seed)
  const shap = meanShap(table, ensemble)
  return gains.map(({ name, importance }) => {
    const feature = ensemble.featureNames.indexOf(name)
    return { feature: name, gain: importance, permutation: permutation[feature]!, shap: shap[feature]! }
  })
}

function heldOutPermutation(table: TrainingTable, folds: readonly FoldTrees[], seed: number): Float64Array {
  const sums = new Float64Array(table.matrix.names.length)
  let rows = 0
  for (const { ensemble, heldOut } of folds) {
    const asked = evenlyOver(heldOut, (row) => table.configurations[row]!.pair, Math.ceil(MOST_SHUFFLED / folds.length))
    const target = Float64Array.from(asked, (row) => table.residuals[row]!)
    for (const { name, importance } of permutationImportance(ensemble, takeRows(table.matrix, asked), target, absoluteLoss, seed)) sums[table.matrix.names.indexOf(name)]! += importance * asked.length
    rows += asked.length
  }
  return sums.map((sum) => sum / Math.max(1, rows))
}

function meanShap(table: TrainingTable, ensemble: TreeEnsemble): Float64Array {
  const rows = evenlyOver(Array.from(table.residuals.keys()), (row) => table.configurations[row]!.pair, MOST_EXPLAINED)
  const explanations = explainTrees(ensemble, takeRows(table.matrix, rows))
  return Float64Array.from(table.matrix.names, (_, feature) => explanations.reduce((sum, { contributions }) => sum + Math.abs(contributions[feature]!), 0) / rows.length)
}
