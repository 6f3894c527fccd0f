import type { ThroughputEstimator } from '../workload.ts'
import { applyCorrection, CorrectedEstimator } from './corrected-estimator.ts'
import type { TrainedCorrection } from './correction.ts'
import { unpackHashes } from './hash.ts'
import { fitRows, type NewCorrection, type TrainingTable } from './training-table.ts'

/** Makes a candidate, not yet calibrated, from the rows it may see. */
export type MakeCandidate = (rows: readonly number[]) => ThroughputEstimator

/** The prior with a correction that is in the making. */
export const correctedBy = (prior: ThroughputEstimator, correction: NewCorrection): ThroughputEstimator => new CorrectedEstimator(prior, correction, prior.version)

/** Share of the champion's configurations that must still be there to grow it again. */
const STILL_THERE = 0.5

/**
 * The champion as it would be without the rows it is scored on: its recipe, grown on those of its own training configurations that the fold may see. Where too few of them are left
 * (or it was brought along) it is taken as it is.
 */
export function championMaker(table: TrainingTable, prior: ThroughputEstimator, champion: TrainedCorrection): MakeCandidate {
  const hashes = unpackHashes(champion.rows)
  const isOwn = table.configurations.map(({ hash }) => hashes.has(hash))
  const own = isOwn.filter(Boolean).length
  if (own === 0 || own < STILL_THERE * hashes.size) return () => applyCorrection(prior, champion)
  return (rows) => {
    const seen = rows.filter((row) => isOwn[row])
    return seen.length === 0 ? prior : correctedBy(prior, fitRows(table, seen, champion.recipe, champion.seed))
  }
}
