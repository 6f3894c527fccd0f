import { quantile } from '../../stats/index.ts'
import { type FeatureMatrix, type TreeEnsemble, takeRows, trainTrees } from '../boosted-trees/index.ts'
import type { ThroughputEstimator } from '../workload.ts'
import type { Configuration } from './configurations.ts'
import { CORRECTION_FEATURES, featureReader, type ReadFeatures, type Words, wordsIn } from './correction-features.ts'
import { rSquared } from './cross-validation.ts'
import { type FittedCorrection, shiftsOf } from './fitted-correction.ts'
import { type Recipe, recipeFor, treeOptions } from './recipe.ts'
import { type Support, supportOf, supportReader } from './support.ts'

/** Everything that trees are trained from, by configuration. */
export interface TrainingTable {
  readonly configurations: readonly Configuration[]
  readonly words: Words
  readonly readFeatures: ReadFeatures
  readonly matrix: FeatureMatrix
  /** log(measured / prior). */
  readonly residuals: Float64Array
  /** Newer rows count more; those of one pair of model and device, which err alike, as many as the root of their number. */
  readonly weights: Float64Array
}

/** Asks the prior about every configuration and reads its features. */
export function trainingTable(configurations: readonly Configuration[], prior: ThroughputEstimator): TrainingTable {
  const estimates = prior.estimate(configurations.map(({ workload }) => workload))
  const facts = configurations.map((configuration) => configuration.facts)
  const words = wordsIn(facts)
  const readFeatures = featureReader(CORRECTION_FEATURES, words)
  return {
    configurations,
    words,
    readFeatures,
    matrix: readFeatures(facts),
    residuals: Float64Array.from(configurations, ({ throughput }, row) => Math.log(throughput / estimates[row]!.throughput)),
    weights: weightsOf(configurations),
  }
}

function weightsOf(configurations: readonly Configuration[]): Float64Array {
  const sizes = new Map<string, number>()
  for (const { pair } of configurations) sizes.set(pair, (sizes.get(pair) ?? 0) + 1)
  return Float64Array.from(configurations, ({ weight, pair }) => weight / Math.sqrt(sizes.get(pair)!))
}

/** A correction in the making: fitted, and what it takes to write it down. */
export interface NewCorrection extends FittedCorrection {
  readonly supportPoints: Support
}

/** How far a correction may go beyond the residuals it has seen: a factor of 3. */
const BEYOND = Math.log(3)
/** Residuals outside this share are taken for slips of the pen. */
const SEEN = 0.99

/** The recipe for some rows of a table. */
export const recipeOf = ({ weights }: TrainingTable, rows: readonly number[]): Recipe => recipeFor(rows.reduce((sum, row) => sum + weights[row]!, 0))

/** Fits a correction to some rows of a table. */
export function fitRows(table: TrainingTable, rows: readonly number[], recipe: Recipe, seed: number): NewCorrection {
  const residuals = Float64Array.from(rows, (row) => table.residuals[row]!)
  const supportPoints = supportOf(rows.map((row) => table.configurations[row]!.facts))
  return {
    ensemble: fitTrees(table, rows, residuals, recipe, seed),
    readFeatures: table.readFeatures,
    supportPoints,
    supportAt: supportReader(supportPoints),
    range: rangeOf(residuals),
    stretch: [],
  }
}

function fitTrees(table: TrainingTable, rows: readonly number[], residuals: Float64Array, recipe: Recipe, seed: number): TreeEnsemble {
  const weights = Float64Array.from(rows, (row) => table.weights[row]!)
  return trainTrees(takeRows(table.matrix, rows), residuals, treeOptions(recipe, weights, seed))
}

function rangeOf(residuals: Float64Array): readonly [number, number] {
  const sorted = residuals.toSorted()
  return [quantile(sorted, (1 - SEEN) / 2) - BEYOND, quantile(sorted, (1 + SEEN) / 2) + BEYOND]
}

/** R squared of log throughput of the prior and the correction, without calibration, on the rows it was trained on. */
export function trainingScore({ configurations, residuals }: TrainingTable, correction: FittedCorrection): number | null {
  const shifts = shiftsOf(
    correction,
    configurations.map(({ facts }) => facts),
  )
  return rSquared(
    configurations.map(({ throughput }, row) => {
      const measured = Math.log(throughput)
      return { measured, estimated: measured - residuals[row]! + shifts[row]!.log }
    }),
  )
}
