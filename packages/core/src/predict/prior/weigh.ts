import { type FeatureMatrix, selectColumns } from '../boosted-trees/index.ts'
import { predictResidual, type ResidualLearner } from '../residual/learner.ts'
import type { TierRow } from '../residual/tiers.ts'
import { beliefIn } from './belief.ts'
import { askLaw } from './belief-in-law.ts'
import { shareForNewcomer, withNewcomerHeard } from './few-architectures.ts'
import type { Groups } from './groups.ts'
import { askOutsider } from './outsider.ts'
import { outsiderMatrices, sharesOf, withDistances } from './panel.ts'
import type { TierModel } from './train-prior.ts'

/** A voice as it is heard: by row what it says, and its share; what the voices leave of 1 is the evidence's. */
export interface Heard {
  readonly says: Float64Array
  readonly shares: Float64Array
  /** What explains it; a law explains itself. */
  readonly trees?: { readonly learner: ResidualLearner; readonly matrix: FeatureMatrix }
}

/** The learners of a tier and what else is heard, weighed, the learner that may look at everything first; and what an error model may look at. */
export interface Weighing {
  readonly heard: readonly [Heard, ...Heard[]]
  readonly seen: FeatureMatrix
}

/** Asks the learners of a tier about rows, and weighs them against the evidence: by a panel where there is one, else by groups. */
export function weigh({ learner, belief, outsider, panel }: TierModel, matrix: FeatureMatrix, rows: readonly TierRow[], groups: readonly Groups[]): Weighing {
  const read = selectColumns(matrix, learner.ensembles[0]!.featureNames)
  const says = predictResidual(learner, read)
  if (panel === undefined) {
    const other = outsider && askOutsider(outsider, matrix, groups)
    const shares = Float64Array.from(groups, (own, row) => (1 - (other?.shares[row] ?? 0)) * rows[row]!.room * beliefIn(belief, own))
    return { heard: [{ trees: { learner, matrix: read }, says, shares }, ...(other === undefined ? [] : [other])], seen: matrix }
  }
  const evidence = Float64Array.from(rows, ({ base }) => base)
  const matrices = outsiderMatrices(matrix)
  const outside = panel.outsiders.map((outsider, place) => predictResidual(outsider, matrices[place]!))
  const seen = withDistances(matrix, [evidence, says, ...outside])
  const forNewcomer = Float64Array.from(groups, (own) => shareForNewcomer(panel.architectures, own))
  const law = askLaw(
    panel.lawful,
    rows.map((row) => row.law),
    groups,
  )
  const [, own, ...others] = withNewcomerHeard(sharesOf(panel.scales, seen), forNewcomer).map((shares) => shares.map((share, row) => (1 - law.shares[row]!) * share))
  const outsiders = panel.outsiders.map((outsider, place): Heard => ({ trees: { learner: outsider, matrix: matrices[place]! }, says: outside[place]!, shares: others[place]! }))
  return { heard: [{ trees: { learner, matrix: read }, says, shares: own! }, ...outsiders, law], seen }
}
