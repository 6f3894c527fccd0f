import type { FeatureEffect } from '../attribution.ts'
import { absoluteLoss, explainTrees, type FeatureMatrix, type Loss, predictEach, squaredLoss, type TrainOptions, type TreeEnsemble, trainTrees } from '../boosted-trees/index.ts'

/** Trees that weigh evidence and features, averaged: one ensemble for the median, one for the mean. */
export interface ResidualLearner {
  readonly ensembles: readonly TreeEnsemble[]
}

/** The median and the mean, averaged: each errs where the other does not. */
const LOSSES: readonly Loss[] = [absoluteLoss, squaredLoss]

const LEARNER_OPTIONS: Partial<TrainOptions> = { trees: 300, maxLeaves: 31, learningRate: 0.08, rowFraction: 0.8, featureFraction: 0.5, minLeafWeight: 8, lambda: 1 }

/**
 * Learns log(throughput / roofline).
 *
 * @param weights of the rows; sources with many rows count less each
 */
export function trainResidual(matrix: FeatureMatrix, target: Float64Array, weights: Float64Array, options: Partial<TrainOptions> = {}, losses: readonly Loss[] = LOSSES): ResidualLearner {
  const settings = { ...LEARNER_OPTIONS, ...options, weights }
  return { ensembles: losses.map((loss, seed) => trainTrees(matrix, target, { ...settings, loss, seed: seed + 1 })) }
}

/** What was learnt of each row. */
export function predictResidual({ ensembles }: ResidualLearner, matrix: FeatureMatrix): Float64Array {
  const [sums, ...others] = predictEach(ensembles, matrix)
  for (let row = 0; row < sums!.length; row++) {
    for (const other of others) sums![row]! += other[row]!
    sums![row]! /= ensembles.length
  }
  return sums!
}

/** Shapley values of the columns of a row, in logs: what was learnt of it is their sum and `base`. */
export function explainResidual({ ensembles }: ResidualLearner, matrix: FeatureMatrix): { readonly base: number; readonly contributions: readonly FeatureEffect[] } {
  const explanations = ensembles.map((ensemble) => explainTrees(ensemble, matrix)[0]!)
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  return {
    base: mean(explanations.map(({ base }) => base)),
    contributions: matrix.names.map((feature, column) => ({ feature, log: mean(explanations.map(({ contributions }) => contributions[column]!)) })),
  }
}

/** Weights 1/√(rows of the source), 1 on average: a source with many rows says less with each, so that small sources are heard. */
export function sourceWeights(sources: readonly string[]): Float64Array {
  const counts = new Map<string, number>()
  for (const source of sources) counts.set(source, (counts.get(source) ?? 0) + 1)
  const raw = Float64Array.from(sources, (source) => 1 / Math.sqrt(counts.get(source)!))
  const mean = raw.reduce((sum, weight) => sum + weight, 0) / raw.length
  return raw.map((weight) => weight / mean)
}
