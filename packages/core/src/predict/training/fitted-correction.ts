import { predictTrees, type TreeEnsemble } from '../boosted-trees/index.ts'
import type { Facts } from '../facts/facts.ts'
import type { TrainedCorrection } from './correction.ts'
import { featureReader, isWord, type ReadFeatures } from './correction-features.ts'
import { supportReader } from './support.ts'
import { treesFromJson } from './trees-json.ts'

/** A correction ready for use. */
export interface FittedCorrection {
  readonly ensemble: TreeEnsemble
  readonly readFeatures: ReadFeatures
  readonly supportAt: (facts: Facts) => number
  readonly range: readonly [low: number, high: number]
  readonly stretch: readonly number[]
}

/** What a correction says about a workload. */
export interface Shift {
  /** To add to the logarithm of the prior's estimate. */
  readonly log: number
  /** How far the workload is inside the support, 0 to 1. */
  readonly support: number
}

/** A stored correction made ready. Throws `invalid_model` for a feature that this version does not know. */
export const fittedOf = ({ features, words, trees, range, support, stretch }: TrainedCorrection): FittedCorrection => ({
  ensemble: treesFromJson(trees, features, features.map(isWord)),
  readFeatures: featureReader(features, words),
  supportAt: supportReader(support),
  range,
  stretch,
})

/** The shift of each workload. */
export function shiftsOf({ ensemble, readFeatures, supportAt, range: [low, high] }: FittedCorrection, facts: readonly Facts[]): readonly Shift[] {
  const sums = predictTrees(ensemble, readFeatures(facts))
  return facts.map((own, row) => {
    const support = supportAt(own)
    return { log: support * Math.max(low, Math.min(high, sums[row]!)), support }
  })
}
