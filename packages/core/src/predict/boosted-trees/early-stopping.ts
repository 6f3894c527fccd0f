import { binRows, type FeatureBins } from './feature-bins.ts'
import type { FeatureMatrix } from './feature-matrix.ts'
import type { Loss } from './losses.ts'
import { addTrees } from './predict-trees.ts'
import type { TreeEnsemble } from './tree-ensemble.ts'

/** Rows that decide when to stop. */
export interface Validation {
  readonly matrix: FeatureMatrix
  readonly target: Float64Array
  /** All 1 by default. */
  readonly weights?: Float64Array
  /** Trees without a better mean loss on these rows after which training ends. */
  readonly patience: number
}

/** Follows the mean loss on validation rows from tree to tree. */
export class EarlyStopping {
  readonly #validation: Validation
  readonly #loss: Loss
  readonly #binned: Uint8Array
  readonly #predictions: Float64Array
  #trees = 0
  #best: number
  /** Trees up to the smallest loss. */
  bestTrees = 0

  constructor(validation: Validation, loss: Loss, base: number, bins: readonly FeatureBins[]) {
    this.#validation = validation
    this.#loss = loss
    this.#binned = binRows(bins, validation.matrix)
    this.#predictions = new Float64Array(validation.target.length).fill(base)
    this.#best = this.#total()
  }

  get isDone(): boolean {
    return this.#trees - this.bestTrees >= this.#validation.patience
  }

  /** Counts one more tree in. */
  add(tree: TreeEnsemble): void {
    addTrees(tree, this.#binned, this.#predictions)
    this.#trees++
    const total = this.#total()
    if (total >= this.#best) return
    this.#best = total
    this.bestTrees = this.#trees
  }

  #total(): number {
    const { target, weights } = this.#validation
    return target.reduce((sum, value, row) => sum + this.#loss.value(value - this.#predictions[row]!) * (weights?.[row] ?? 1), 0)
  }
}
