import type { SplitLimits } from '../best-split.ts'
import type { CategoryLimits } from '../category-split.ts'
import { packedSlope, packedWeight } from '../packed-sums.ts'
import type { TreeOptions } from '../tree-options.ts'
import type { SplitTask, TaskLeaf } from './split-task.ts'

/** The limits of a leaf's numeric and of its categorical columns. */
export interface LeafLimits {
  readonly numeric: SplitLimits
  readonly category: CategoryLimits
  /** True when no monotone split above bounds the leaf's outputs. */
  readonly isFree: boolean
}

/** The limits within which a leaf is split. */
export function limitsOf({ unit }: SplitTask, { total, lower, upper }: TaskLeaf, options: TreeOptions): LeafLimits {
  const minWeight = Math.max(1, options.minLeafWeight * unit)
  const of = (lambda: number): SplitLimits => ({ total, own: gainAlone(total, lambda, lower, upper), lambda, minWeight, lower, upper })
  const numeric = of(options.lambda * unit)
  const category: CategoryLimits = {
    ...of((options.lambda + options.categoryLambda) * unit),
    own: numeric.own,
    smoothing: options.categorySmoothing * unit,
    minCategoryWeight: options.minCategoryWeight * unit,
    minGroupWeight: options.minGroupWeight * unit,
    maxCategories: options.maxCategories,
  }
  return { numeric, category, isFree: lower === Number.NEGATIVE_INFINITY && upper === Number.POSITIVE_INFINITY }
}

/** Loss reduction that a leaf has as a whole. */
function gainAlone(total: number, lambda: number, lower: number, upper: number): number {
  const weight = packedWeight(total) + lambda
  const slope = packedSlope(total)
  const output = Math.max(lower, Math.min(upper, slope / weight))
  return output * (2 * slope - weight * output)
}
