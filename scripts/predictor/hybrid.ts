import { huberLoss, predictTrees, type TrainOptions, type TreeEnsemble, trainTrees } from '../../packages/core/src/predict/boosted-trees/index.ts'
import { lookupOf, vocabularyOf } from '../../packages/core/src/predict/residual/features.ts'
import { sourceWeights } from '../../packages/core/src/predict/residual/learner.ts'
import { featureTable, type Lookup } from './feature-table.ts'
import type { Measured } from './measurements.ts'

/** A new device has no name that a hybrid could know. */
const LEFT_OUT = ['device']

/** As the goals describe it: about 600 trees of 63 leaves, a robust loss. */
const LEARNING: Partial<TrainOptions> = { loss: huberLoss(0.3), trees: 600, learningRate: 0.05, maxLeaves: 63, minLeafWeight: 10, lambda: 1, rowFraction: 0.8, featureFraction: 0.6, seed: 1 }

interface Hybrid {
  readonly lookup: Lookup
  readonly trees: TreeEnsemble
}

/** Several baselines ask the same hybrid. */
const trained = new WeakMap<readonly Measured[], Hybrid>()

/**
 * Boosted trees on log(throughput / roofline) from costs, limits and words, sources with many rows counting less each: no evidence, no transfer.
 * Gives log(throughput / roofline) of the judged rows.
 */
export function hybridResiduals(train: readonly Measured[], judged: readonly Measured[]): Float64Array {
  const hybrid = trained.get(train) ?? trainHybrid(train)
  trained.set(train, hybrid)
  return predictTrees(hybrid.trees, featureTable(judged, hybrid.lookup, LEFT_OUT))
}

function trainHybrid(train: readonly Measured[]): Hybrid {
  const lookup = lookupOf(vocabularyOf(train.map(({ facts }) => facts)))
  const target = Float64Array.from(train, ({ residual }) => residual)
  const weights = sourceWeights(train.map(({ facts }) => facts.workload.source ?? ''))
  return { lookup, trees: trainTrees(featureTable(train, lookup, LEFT_OUT), target, { ...LEARNING, weights }) }
}
