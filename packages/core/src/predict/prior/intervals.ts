import { type FeatureMatrix, predictTrees, squaredLoss, type TreeEnsemble, takeRows, trainTrees } from '../boosted-trees/index.ts'

/** Levels that quantiles are kept for; between them they are interpolated. */
export const LEVELS = [0.5, 0.7, 0.8, 0.9, 0.95, 0.99] as const
/** Errors below this many logs count as this: nobody is surer than repetitions agree. */
const LEAST_ERROR = 0.01
/** Rows a group needs for quantiles of its own; with fewer it shares its platform's, then everybody's. */
const ENOUGH = 150
const SCALE_OPTIONS = { trees: 80, maxLeaves: 15, learningRate: 0.1, minLeafWeight: 40, rowFraction: 0.8, featureFraction: 0.5, lambda: 5, loss: squaredLoss }

/**
 * How wrong predictions are: an ensemble for the usual log error of a workload, and by group the quantiles of (error / usual error) that make intervals cover
 * (normalised conformal prediction; Lei et al. 2018, by group: Mondrian).
 */
export interface ErrorModel {
  readonly scale: TreeEnsemble
  readonly quantiles: Readonly<Record<string, readonly number[]>>
}

/** Names of the groups a workload belongs to, finest first. */
export type Groups = readonly string[]

/**
 * Learns errors from out-of-fold predictions.
 *
 * @param errors truth − prediction in logs, each made without the row's fold
 * @param folds of the rows: scales are judged on folds they were not learnt from
 */
export function trainErrorModel(matrix: FeatureMatrix, errors: Float64Array, folds: Int32Array, groups: readonly Groups[]): ErrorModel {
  const target = errors.map((error) => Math.log(Math.max(LEAST_ERROR, Math.abs(error))))
  const scores = new Float64Array(errors.length)
  for (const fold of new Set(folds)) {
    const [inside, outside] = [rowsWhere(folds, (own) => own === fold), rowsWhere(folds, (own) => own !== fold)]
    const scale = trainScale(takeRows(matrix, outside), outside, target)
    const predicted = predictTrees(scale, takeRows(matrix, inside))
    inside.forEach((row, index) => {
      scores[row] = Math.abs(errors[row]!) / Math.exp(predicted[index]!)
    })
  }
  return {
    scale: trainScale(
      matrix,
      rowsWhere(folds, () => true),
      target,
    ),
    quantiles: quantilesByGroup(scores, groups),
  }
}

const trainScale = (matrix: FeatureMatrix, rows: readonly number[], target: Float64Array) =>
  trainTrees(
    matrix,
    Float64Array.from(rows, (row) => target[row]!),
    { ...SCALE_OPTIONS, seed: 7 },
  )

function rowsWhere(folds: Int32Array, test: (fold: number) => boolean): number[] {
  return Array.from(folds.keys()).filter((row) => test(folds[row]!))
}

function quantilesByGroup(scores: Float64Array, groups: readonly Groups[]): Record<string, readonly number[]> {
  const named = groups.flatMap((names, row) => names.map((name) => ({ name, score: scores[row]! })))
  const byGroup = Map.groupBy(named, ({ name }) => name)
  return Object.fromEntries([...byGroup].filter(([, own]) => own.length >= ENOUGH).map(([name, own]) => [name, quantilesOf(own.map(({ score }) => score))]))
}

/** Conformal quantiles: the ⌈(n + 1) level⌉-th smallest. */
function quantilesOf(scores: readonly number[]): number[] {
  const sorted = scores.toSorted((a, b) => a - b)
  return LEVELS.map((level) => sorted[Math.min(sorted.length, Math.ceil((sorted.length + 1) * level)) - 1]!)
}

/** Half width in logs of the central interval of each row. */
export function halfWidths(model: ErrorModel, matrix: FeatureMatrix, groups: readonly Groups[], level: number): Float64Array {
  return predictTrees(model.scale, matrix).map((scale, row) => Math.exp(scale) * quantileAt(quantilesFor(model, groups[row]!), level))
}

function quantilesFor({ quantiles }: ErrorModel, groups: Groups): readonly number[] {
  const name = groups.find((group) => group in quantiles)
  return name === undefined ? LEVELS.map((level) => 2.5 / (1.05 - level)) : quantiles[name]!
}

/** Linear between the kept levels; proportional below the first. */
function quantileAt(quantiles: readonly number[], level: number): number {
  const above = LEVELS.findIndex((kept) => level <= kept)
  if (above < 0) return quantiles.at(-1)! * (1 + (level - 0.99) * 50)
  if (above === 0) return (quantiles[0]! * level) / LEVELS[0]
  const [from, to] = [LEVELS[above - 1]!, LEVELS[above]!]
  return quantiles[above - 1]! + ((level - from) / (to - from)) * (quantiles[above]! - quantiles[above - 1]!)
}
