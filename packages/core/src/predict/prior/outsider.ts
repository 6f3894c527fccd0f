import { type FeatureMatrix, huberLoss, type Loss, selectColumns, type TrainOptions } from '../boosted-trees/index.ts'
import { predictResidual, type ResidualLearner, trainResidual } from '../residual/learner.ts'
import { plainNames } from '../residual/tiers.ts'
import { beliefByGroup, beliefIn } from './belief.ts'
import { dataSetsOf, type Groups } from './groups.ts'
import type { Lesson } from './lesson.ts'
import { inOrderOf, outOfFold } from './out-of-fold.ts'

/**
 * Trees that know no evidence, for new devices: where a data set was measured in a way that devices' limits say little of, measurements carried over from other devices all err alike,
 * and what is usual in such a case tells more.
 */
export interface Outsider {
  readonly learner: ResidualLearner
  /** Share of the way from what evidence and learner say towards this one that is gone, by data set; none where a data set has not shown it. */
  readonly belief: Readonly<Record<string, number>>
}

/** An outsider forgives what is odd about single measurements. */
export const OUTSIDER_LOSS: Loss = huberLoss(0.3)

/** Without evidence there is more to learn than beside it. */
const LEARNING: Partial<TrainOptions> = { trees: 300, maxLeaves: 63, learningRate: 0.1, minLeafWeight: 10, lambda: 1, featureFraction: 0.6 }
/** It is believed where three devices of a data set or more have shown it, and never alone. */
const JURY = { fewestVoices: 3, most: 0.6, least: 0.15 }

/** What an outsider of a tier adds to what is said without it. */
export interface WithOutsider {
  readonly outsider: Outsider
  /** What all say together, out of fold, in the order of `said`. */
  readonly together: Float64Array
}

/**
 * Trains the outsider of a tier, and finds by data set how far to believe it.
 *
 * @param judged rows that were judged, in the order of the others
 * @param said log(throughput / roofline) by evidence and learner, out of fold
 * @param voices who shares what is new with whom
 */
export function trainOutsider({ tier, matrix, target, weights, fineExams }: Lesson, judged: readonly number[], said: Float64Array, groups: readonly Groups[], voices: readonly string[]): WithOutsider {
  const plain = selectColumns(matrix, plainNames(tier))
  const predictions = inOrderOf(judged, outOfFold(plain, target, weights, fineExams, LEARNING, OUTSIDER_LOSS))
  const missing = Float64Array.from(judged, (row, index) => target[row]! - said[index]!)
  const corrections = predictions.map((value, index) => value - said[index]!)
  const belief = beliefByGroup(missing, corrections, groups.map(dataSetsOf), { ...JURY, voices })
  const learner = trainResidual(plain, target, weights, LEARNING, [OUTSIDER_LOSS])
  return { outsider: { learner, belief }, together: said.map((value, index) => value + shareOf(belief, groups[index]!) * corrections[index]!) }
}

/** What an outsider says of rows of its tier, and how far it is believed in each; undefined where it is believed in none. */
export function askOutsider({ learner, belief }: Outsider, matrix: FeatureMatrix, groups: readonly Groups[]) {
  const shares = Float64Array.from(groups, (own) => shareOf(belief, own))
  if (shares.every((share) => share === 0)) return undefined
  const plain = selectColumns(matrix, learner.ensembles[0]!.featureNames)
  return { trees: { learner, matrix: plain }, says: predictResidual(learner, plain), shares }
}

const shareOf = (belief: Outsider['belief'], groups: Groups): number => beliefIn(belief, dataSetsOf(groups), 0)
