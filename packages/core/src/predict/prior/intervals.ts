import { type FeatureMatrix, predictTrees, selectColumns, squaredLoss, type TreeEnsemble, takeRows, trainTrees } from '../boosted-trees/index.ts'
import type { Groups } from './groups.ts'

/** Levels that quantiles are kept for; between them they are interpolated. */
export const LEVELS = [0.5, 0.7, 0.8, 0.9, 0.95, 0.99] as const
/** Errors below this many logs count as this: nobody is surer than repetitions agree. */
const LEAST_ERROR = 0.01
/** Rows a group needs for quantiles of its own; with fewer it shares its platform's, then everybody's. */
const ENOUGH = 150
/** Voices that the next coarser group counts for in a group's quantiles. */
const CAUTION = 6
const SCALE_OPTIONS = { trees: 80, maxLeaves: 15, learningRate: 0.1, minLeafWeight: 40, rowFraction: 0.8, featureFraction: 0.5, lambda: 5, loss: squaredLoss }

/**
 * How wrong predictions are: an ensemble for the usual log error of a workload, and by group the quantiles of (error / usual error) that make intervals cover
 * (normalised conformal prediction; Lei et al. 2018, by group: Mondrian).
 */
export interface ErrorModel {
  readonly scale: TreeEnsemble
  readonly quantiles: Readonly<Record<string, readonly number[]>>
}

/** What errors are learnt from. */
export interface ErrorLesson {
  readonly matrix: FeatureMatrix
  /** Truth − prediction in logs, each made without the row's fold. */
  readonly errors: Float64Array
  /** Folds of the rows: scales are judged on folds they were not learnt from. */
  readonly folds: Int32Array
  readonly groups: readonly Groups[]
  /** Columns that may tell how large errors are, and +1 where an error cannot shrink when the column grows; absent: every column. */
  readonly columns?: Readonly<Record<string, 0 | 1>>
  readonly weights: Float64Array
  /** What counts as one voice in each row, where rows of one voice err together: a device. Groups of few voices then lean on the next coarser one; absent: rows speak for themselves. */
  readonly voices?: readonly string[]
}

/** Learns errors from out-of-fold predictions. */
export function trainErrorModel(lesson: ErrorLesson): ErrorModel {
  const { errors, folds, groups, weights, columns, voices } = lesson
  const names = columns === undefined ? lesson.matrix.names : Object.keys(columns)
  const matrix = selectColumns(lesson.matrix, names)
  const monotone = names.map((name) => columns?.[name] ?? 0)
  const target = errors.map((error) => Math.log(Math.max(LEAST_ERROR, Math.abs(error))))
  const train = (rows: readonly number[]) => trainTrees(takeRows(matrix, rows), pick(target, rows), { ...SCALE_OPTIONS, weights: pick(weights, rows), monotone, seed: 7 })
  const scores = new Float64Array(errors.length)
  for (const fold of new Set(folds)) {
    const [inside, outside] = [rowsWhere(folds, (own) => own === fold), rowsWhere(folds, (own) => own !== fold)]
    const predicted = predictTrees(train(outside), takeRows(matrix, inside))
    inside.forEach((row, index) => {
      scores[row] = Math.abs(errors[row]!) / Math.exp(predicted[index]!)
    })
  }
  return { scale: train([...errors.keys()]), quantiles: voices === undefined ? quantilesByGroup(scores, groups, weights) : shrunkQuantiles(scores, groups, weights, voices) }
}

const pick = (values: Float64Array, rows: readonly number[]): Float64Array => Float64Array.from(rows, (row) => values[row]!)

function rowsWhere(folds: Int32Array, test: (fold: number) => boolean): number[] {
  return Array.from(folds.keys()).filter((row) => test(folds[row]!))
}

function quantilesByGroup(scores: Float64Array, groups: readonly Groups[], weights: Float64Array): Record<string, readonly number[]> {
  const able = [...rowsByGroup(groups)].filter(([, rows]) => rows.length >= ENOUGH)
  return Object.fromEntries(able.map(([name, rows]) => [name, quantilesOf(scores, weights, rows)]))
}

/** Quantiles of every group, as many voices as it has worth, mixed in logs with those of the next coarser group. */
function shrunkQuantiles(scores: Float64Array, groups: readonly Groups[], weights: Float64Array, voices: readonly string[]): Record<string, readonly number[]> {
  const coarser = new Map(groups.flatMap((names) => names.map((name, place) => [name, names[place + 1]] as const)))
  const rowsOf = rowsByGroup(groups)
  const known = new Map<string, readonly number[]>()
  const quantilesIn = (name: string): readonly number[] => {
    const parent = coarser.get(name)
    const rows = rowsOf.get(name)!
    const own = quantilesOf(scores, weights, rows)
    const share = CAUTION / (new Set(rows.map((row) => voices[row]!)).size + CAUTION)
    const quantiles = known.get(name) ?? (parent === undefined ? own : mixed(own, quantilesIn(parent), share))
    known.set(name, quantiles)
    return quantiles
  }
  return Object.fromEntries([...rowsOf.keys()].map((name) => [name, quantilesIn(name)]))
}

const mixed = (own: readonly number[], other: readonly number[], share: number): number[] => own.map((value, level) => value ** (1 - share) * other[level]! ** share)

function rowsByGroup(groups: readonly Groups[]): ReadonlyMap<string, readonly number[]> {
  const named = groups.flatMap((names, row) => names.map((name) => ({ name, row })))
  return new Map([...Map.groupBy(named, ({ name }) => name)].map(([name, own]) => [name, own.map(({ row }) => row)]))
}

/** Conformal quantiles: the smallest score that the given share of the weight, one row's more included, does not exceed. */
function quantilesOf(scores: Float64Array, weights: Float64Array, rows: readonly number[]): number[] {
  const sorted = rows.toSorted((a, b) => scores[a]! - scores[b]!)
  const total = rows.reduce((sum, row) => sum + weights[row]!, 0) * (1 + 1 / rows.length)
  return LEVELS.map((level) => {
    let reached = 0
    const place = sorted.findIndex((row) => {
      reached += weights[row]!
      return reached >= level * total
    })
    return scores[sorted.at(place)!]!
  })
}

/** Half width in logs of the central interval of each row. */
export function halfWidths(model: ErrorModel, matrix: FeatureMatrix, groups: readonly Groups[], level: number): Float64Array {
  return predictTrees(model.scale, selectColumns(matrix, model.scale.featureNames)).map((scale, row) => Math.exp(scale) * quantileAt(quantilesFor(model, groups[row]!), level))
}

function quantilesFor({ quantiles }: ErrorModel, groups: Groups): readonly number[] {
  const name = groups.find((group) => group in quantiles)
  return name === undefined ? LEVELS.map((level) => 2.5 / (1.05 - level)) : quantiles[name]!
}

/** Linear between the kept levels; proportional below the first. */
function quantileAt(quantiles: readonly number[], level: number): number {
  const above = LEVELS.findIndex((kept) => level <= kept)
  if (above < 0) return quantiles.at(-1)! * (1 + (level - 0.99) * 50)
  if (above === 0) return (quantiles[0]! * level) / LEVELS[0]
  const [from, to] = [LEVELS[above - 1]!, LEVELS[above]!]
  return quantiles[above - 1]! + ((level - from) / (to - from)) * (quantiles[above]! - quantiles[above - 1]!)
}
