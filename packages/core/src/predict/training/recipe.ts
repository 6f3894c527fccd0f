import { huberLoss, type TrainOptions } from '../boosted-trees/index.ts'

/** How the trees of a correction are grown: what must be known to grow them again on other rows. */
export interface Recipe {
  readonly trees: number
  readonly maxLeaves: number
  readonly minLeafWeight: number
  readonly learningRate: number
  /** Ridge penalty on leaf values, in units of the rows' weights. */
  readonly lambda: number
  readonly rowFraction: number
  readonly featureFraction: number
  /** Log errors beyond which a row pulls no harder. */
  readonly huber: number
}

const between = (value: number, low: number, high: number): number => Math.max(low, Math.min(high, Math.round(value)))

/** From here on drawing rows and features costs time and saves no error. */
const MANY = 2000

/**
 * The recipe for rows of a total weight: few grow few, shallow trees whose leaves hold a good part of them; more buy more detail.
 *
 * @example recipeFor(100) // { trees: 40, maxLeaves: 4, minLeafWeight: 5, ... }
 */
export const recipeFor = (weight: number): Recipe => ({
  trees: between(20 * Math.log2(weight / 25), 30, 160),
  maxLeaves: between(Math.sqrt(weight) / 2.5, 4, 16),
  minLeafWeight: between(weight / 20, 5, 20),
  learningRate: 0.15,
  lambda: 3,
  rowFraction: weight < MANY ? 0.8 : 1,
  featureFraction: weight < MANY ? 0.6 : 1,
  huber: 0.3,
})

/** Options of the trees that follow a recipe. */
export const treeOptions = ({ huber, ...recipe }: Recipe, weights: Float64Array, seed: number): Partial<TrainOptions> => ({
  ...recipe,
  loss: huberLoss(huber),
  categoryLambda: recipe.lambda,
  weights,
  seed,
})
