import { CORRECTION_FORMAT, type TrainedCorrection } from './correction.ts'
import type { HeldOut } from './cross-validation.ts'
import { stretchQuantiles } from './cross-validation.ts'
import { hashOfAll, packHashes } from './hash.ts'
import type { Recipe } from './recipe.ts'
import type { TrainingOptions } from './training-result.ts'
import type { NewCorrection, TrainingTable } from './training-table.ts'
import { treesToJson } from './trees-json.ts'

interface Written {
  readonly table: TrainingTable
  readonly recipe: Recipe
  readonly final: NewCorrection
  readonly heldOut: readonly HeldOut[]
  readonly measurements: number
  readonly options: TrainingOptions
}

/** A new correction as plain data. */
export function writeCorrection({ table, recipe, final, heldOut, measurements, options }: Written): TrainedCorrection {
  const { configurations, words } = table
  const hashes = configurations.map(({ hash }) => hash)
  const distinct = (of: (configuration: (typeof configurations)[number]) => string) => new Set(configurations.map(of)).size
  return {
    format: CORRECTION_FORMAT,
    priorVersion: options.prior.version,
    madeAt: options.madeAt,
    seed: options.seed,
    recipe,
    features: final.ensemble.featureNames,
    words,
    trees: treesToJson(final.ensemble),
    range: final.range,
    support: final.supportPoints,
    stretch: stretchQuantiles(heldOut),
    counts: { measurements, configurations: configurations.length, pairs: distinct(({ pair }) => pair), devices: distinct(({ device }) => device) },
    rows: packHashes(hashes),
    rowsHash: hashOfAll(hashes),
  }
}
