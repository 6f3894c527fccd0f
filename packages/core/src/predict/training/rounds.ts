import type { ThroughputEstimator } from '../workload.ts'
import { correctedBy, type MakeCandidate } from './candidates.ts'
import { evenlyOver } from './configurations.ts'
import { type HeldOut, MOST_SCORED, MOST_TRAINED, score, someOf } from './cross-validation.ts'
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

export interface RoundsPlan {
  readonly table: TrainingTable
  readonly prior: ThroughputEstimator
  readonly champion?: MakeCandidate | undefined
  /** Of the challenger. */
  readonly recipe: Recipe
  readonly seed: number
  /** Rows that take part. */
  readonly rows: readonly number[]
  /** What never stands on both sides of a fold. */
  readonly groupOf: (row: number) => string
  /** At most. */
  readonly folds: number
  /** Called before each fold with the share of folds that are done. */
  readonly onFold: (share: number) => void
}

/** Cross-validation over groups: each fold in turn is held out, and each candidate is made anew without it. */
export function crossValidate(plan: RoundsPlan): Rounds {
  const groups = plan.rows.map(plan.groupOf)
  const count = Math.min(plan.folds, new Set(groups).size)
  const foldOf = dealGroups(groups, count, plan.seed)
  const folds = Array.from({ length: count }, (_, fold) => {
    plan.onFold(fold / count)
    const isHeldOut = (_: number, i: number) => foldOf[i] === fold
    return scoreFold(
      plan,
      plan.rows.filter((row, i) => !isHeldOut(row, i)),
      plan.rows.filter(isHeldOut),
      Math.ceil(MOST_SCORED / count),
    )
  })
  return {
    prior: folds.flatMap(({ prior }) => prior),
    challenger: folds.flatMap(({ challenger }) => challenger),
    champion: folds.flatMap(({ champion }) => champion),
    trees: folds.flatMap(({ trees }) => trees),
  }
}

/** Makes the candidates from some rows and scores them on others, of which at most `most`. */
export function scoreFold(
  { table, prior, champion, recipe, seed }: Omit<RoundsPlan, 'rows' | 'groupOf' | 'folds' | 'onFold'>,
  outside: readonly number[],
  heldOut: readonly number[],
  most: number,
): Rounds {
  const training = evenlyOver(outside, (row) => table.configurations[row]!.pair, MOST_TRAINED)
  const known = training.map((row) => table.configurations[row]!)
  const asked = someOf(
    heldOut.map((row) => table.configurations[row]!),
    most,
  )
  const correction = fitRows(table, training, recipe, seed)
  return {
    prior: score(prior, known, asked),
    challenger: score(correctedBy(prior, correction), known, asked),
    champion: champion === undefined ? [] : score(champion(training), known, asked),
    trees: [{ ensemble: correction.ensemble, heldOut }],
  }
}
