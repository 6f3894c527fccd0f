import type { ThroughputEstimator } from '../workload.ts'
import { correctedBy, type MakeCandidate } from './candidates.ts'
import { type HeldOut, score, someOf } from './cross-validation.ts'
import { dealGroups } from './folds.ts'
import type { FoldTrees } from './importance.ts'
import type { Recipe } from './recipe.ts'
import { fitRows, type TrainingTable } from './training-table.ts'

/** Held-out estimates of the candidates, of the same rows in the same order. */
export interface Rounds {
  readonly prior: readonly HeldOut[]
  readonly challenger: readonly HeldOut[]
  /** Empty without a champion. */
  readonly champion: readonly HeldOut[]
  readonly trees: readonly FoldTrees[]
}

/** Who is compared, on what. */
export interface Contest {
  readonly table: TrainingTable
  readonly prior: ThroughputEstimator
  readonly champion?: MakeCandidate | undefined
  /** Of the challenger. */
  readonly recipe: Recipe
  readonly seed: number
  /** Rows that take part. */
  readonly rows: readonly number[]
}

/** How a cross-validation is done. */
export interface RoundsPlan {
  /** What never stands on both sides of a fold. */
  readonly groupOf: (row: number) => string
  /** At most. */
  readonly folds: number
  /** Held-out rows that are scored, over all folds. */
  readonly mostScored: number
  /** Called before each fold with the share of folds that are done. */
  readonly onFold: (share: number) => void
}

/** Cross-validation over groups: each fold in turn is held out, and each candidate is made anew without it. */
export function crossValidate(contest: Contest, plan: RoundsPlan): Rounds {
  const groups = contest.rows.map(plan.groupOf)
  const count = Math.min(plan.folds, new Set(groups).size)
  const foldOf = dealGroups(groups, count, contest.seed)
  const folds = Array.from({ length: count }, (_, fold) => {
    plan.onFold(fold / count)
    const { training = [], heldOut = [] } = Object.groupBy(contest.rows, (_row, i) => (foldOf[i] === fold ? 'heldOut' : 'training'))
    return scoreFold(contest, training, heldOut, Math.ceil(plan.mostScored / count))
  })
  return {
    prior: folds.flatMap(({ prior }) => prior),
    challenger: folds.flatMap(({ challenger }) => challenger),
    champion: folds.flatMap(({ champion }) => champion),
    trees: folds.flatMap(({ trees }) => trees),
  }
}

/** Makes the candidates from some rows and scores them on others, of which at most `most`. */
export function scoreFold({ table, prior, champion, recipe, seed }: Contest, training: readonly number[], heldOut: readonly number[], most: number): Rounds {
  const configurationOf = (row: number) => table.configurations[row]!
  const known = training.map(configurationOf)
  const asked = someOf(heldOut.map(configurationOf), most)
  const correction = fitRows(table, training, recipe, seed)
  return {
    prior: score(prior, known, asked),
    challenger: score(correctedBy(prior, correction), known, asked),
    champion: champion === undefined ? [] : score(champion(training), known, asked),
    trees: [{ ensemble: correction.ensemble, heldOut }],
  }
}
