import type { ThroughputEstimator } from '../workload.ts'
import { applyCorrection, CorrectedEstimator } from './corrected-estimator.ts'
import type { TrainedCorrection } from './correction.ts'
import { unpackHashes } from './hash.ts'
import { fitRows, type NewCorrection, recipeOf, type TrainingTable } from './training-table.ts'

/** Makes a candidate, not yet calibrated, from the rows it may see. */
export type MakeCandidate = (rows: readonly number[]) => ThroughputEstimator

/** The prior with a correction that is in the making. */
export const correctedBy = (prior: ThroughputEstimator, correction: NewCorrection): ThroughputEstimator => new CorrectedEstimator(prior, correction, prior.version)

/** Share of the champion's configurations that must still be there to grow it again. */
const STILL_THERE = 0.5

/**
 * The champion as it would be without the rows it is scored on: grown from those of its own training configurations that the fold may see, just as the challenger is from all of them.
 * Where too few of its configurations are left (or it was brought along) it is taken as it is.
 *
 * @param rows rows of the contest
 */
export function championMaker(table: TrainingTable, prior: ThroughputEstimator, champion: TrainedCorrection, rows: readonly number[], seed: number): MakeCandidate {
  const hashes = unpackHashes(champion.rows)
  const isOwn = table.configurations.map(({ hash }) => hashes.has(hash))
  const own = isOwn.filter(Boolean).length
  if (own === 0 || own < STILL_THERE * hashes.size) return () => applyCorrection(prior, champion)
  const recipe = recipeOf(
    table,
    rows.filter((row) => isOwn[row]),
  )
  return (training) => {
    const seen = training.filter((row) => isOwn[row])
    return seen.length === 0 ? prior : correctedBy(prior, fitRows(table, seen, recipe, seed))
  }
}
