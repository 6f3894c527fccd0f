/** How one tree grows. Weights are in units of the rows' weights. */
export interface TreeOptions {
  /** Leaves of a tree, at most. */
  readonly maxLeaves: number
  /** Splits from the root to a leaf, at most. */
  readonly maxDepth: number
  /** Least weight of a leaf; with weights of 1, rows. */
  readonly minLeafWeight: number
  /** Least loss reduction of a split. */
  readonly minGain: number
  /** Ridge penalty on leaf values, in units of weight. */
  readonly lambda: number
  /** For each column: 1 where the prediction must not fall when it grows, -1 where it must not rise, 0 free. */
  readonly monotone: readonly number[]
  /** Weight of the prior that a category's mean slope is zero, when categories are put in order. */
  readonly categorySmoothing: number
  /** Ridge penalty in addition to `lambda` for splits by category. */
  readonly categoryLambda: number
  /** Least weight of a category to take part in a split. */
  readonly minCategoryWeight: number
  /** Least weight of the categories by which one tried set differs from the next, and of the other side: keeps splits by category from fitting single ones. */
  readonly minGroupWeight: number
  /** Categories on the smaller side of a split, at most. */
  readonly maxCategories: number
}

export const DEFAULT_TREE_OPTIONS: TreeOptions = {
  maxLeaves: 31,
  maxDepth: Number.POSITIVE_INFINITY,
  minLeafWeight: 20,
  minGain: 0,
  lambda: 0,
  monotone: [],
  categorySmoothing: 10,
  categoryLambda: 10,
  minCategoryWeight: 1,
  minGroupWeight: 1,
  maxCategories: 32,
}

/** The options of trees among others. */
export const treeOptionsOf = (options: TreeOptions): TreeOptions =>
  Object.fromEntries(Object.keys(DEFAULT_TREE_OPTIONS).map((name) => [name, options[name as keyof TreeOptions]])) as unknown as TreeOptions
