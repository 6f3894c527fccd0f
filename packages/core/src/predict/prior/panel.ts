import { type FeatureMatrix, predictEach, selectColumns, squaredLoss, type TrainOptions, type TreeEnsemble, takeRows, trainTrees } from '../boosted-trees/index.ts'
import { rememberPairs } from '../remember-pairs.ts'
import { OWN_EVIDENCE } from '../residual/evidence.ts'
import { CATEGORIES, FEATURES } from '../residual/features.ts'
import type { ResidualLearner } from '../residual/learner.ts'
import type { BeliefInLaw } from './belief-in-law.ts'
import type { ArchitectureCounts } from './few-architectures.ts'

/**
 * Voices speak of a workload: the evidence, the learner of its tier, and outsiders that look away from the evidence, so that what they learnt of models holds where few were measured.
 * Each is heard by how small its error usually is in such a case.
 */
export interface Panel {
  /** In the order of {@link OUTSIDERS}. */
  readonly outsiders: readonly ResidualLearner[]
  /** Log error of each voice, in the order of {@link Voices}. */
  readonly scales: readonly TreeEnsemble[]
  readonly architectures: ArchitectureCounts
  /** Share of the law of costs beside all of them, by group. */
  readonly lawful: BeliefInLaw
}

/** log(throughput / roofline) of each row, as each voice says: the evidence, the learner, the outsiders in their order. */
export type Voices = readonly Float64Array[]

/** Shares of the voices in each row: they add up to 1. */
export type Shares = Voices

/** Trees that see less than the learner of a tier: what they read, and how they learn. */
interface Outsider {
  readonly name: string
  readonly columns: readonly string[]
  readonly learning: Partial<TrainOptions>
}

const NUMBERS = FEATURES.map(({ name }) => name)
/** A name of a family says nothing of one that is new; costs do. */
const WORDS = CATEGORIES.map(({ name }) => name).filter((name) => name !== 'device' && name !== 'family')

/** One knows neither devices nor data sets: where a data set has few architectures, those of the others tell more. The other knows data sets and runtimes but no families. */
export const OUTSIDERS: readonly Outsider[] = [
  { name: 'outsider', columns: [...NUMBERS, 'platform', 'precision', 'phase', 'unit', 'family', 'kind', 'vendor'], learning: { trees: 200, learningRate: 0.1 } },
  { name: 'newcomer', columns: [...NUMBERS, ...WORDS], learning: { trees: 300, maxLeaves: 63, learningRate: 0.08, minLeafWeight: 10, featureFraction: 0.6 } },
]

const VOICE_NAMES = ['evidence', 'learner', ...OUTSIDERS.map(({ name }) => name)]
/** How far the voices are from each other, in logs. */
const DISTANCES = VOICE_NAMES.flatMap((a, one) => VOICE_NAMES.slice(one + 1).map((b, place) => [`${b}_from_${a}`, one, one + 1 + place] as const))
const SCALE_COLUMNS: readonly string[] = [
  ...OWN_EVIDENCE,
  'macs',
  'parameters',
  'pass_seconds',
  'batch_size',
  'input_size',
  'platform',
  'phase',
  'precision',
  'source',
  ...DISTANCES.map(([name]) => name),
]
const SCALE_OPTIONS: Partial<TrainOptions> = { trees: 80, maxLeaves: 15, learningRate: 0.08, minLeafWeight: 60, rowFraction: 0.8, featureFraction: 0.5, lambda: 10, loss: squaredLoss, seed: 5 }
/** Errors below this many logs count as this. */
const SMALL_ERROR = 0.02
/** A voice with half the error has two to this power times the share; less where a device has seen nothing of a model's family: how large errors are there is itself hardly known. */
const SHARPNESS = 4
const SHARPNESS_ALONE = 1
const RELATIVES: readonly string[] = ['own_relatives']

/** The matrix of a tier, and how far the voices are from each other. */
export function withDistances(matrix: FeatureMatrix, voices: Voices): FeatureMatrix {
  return {
    names: namesWithDistances(matrix.names, DISTANCES),
    columns: [...matrix.columns, ...DISTANCES.map(([, a, b]) => voices[a]!.map((value, row) => Math.abs(value - voices[b]![row]!)))],
    categorical: [...matrix.categorical, ...DISTANCES.map(() => false)],
  }
}

/** The same names are the same array, so that places of columns are looked up once. */
const namesWithDistances = rememberPairs((names: readonly string[], distances: typeof DISTANCES): readonly string[] => [...names, ...distances.map(([name]) => name)])

/** What each outsider reads of a tier's matrix. */
export const outsiderMatrices = (matrix: FeatureMatrix): FeatureMatrix[] => OUTSIDERS.map(({ columns }) => selectColumns(matrix, columns))

/**
 * Learns how large the error of each voice usually is.
 *
 * @param matrix with distances
 * @param voices out of fold
 */
export function trainScales(matrix: FeatureMatrix, voices: Voices, target: Float64Array, weights: Float64Array): TreeEnsemble[] {
  const columns = selectColumns(matrix, SCALE_COLUMNS)
  return voices.map((voice) =>
    trainTrees(
      columns,
      voice.map((value, row) => Math.log(SMALL_ERROR + Math.abs(target[row]! - value))),
      { ...SCALE_OPTIONS, weights },
    ),
  )
}

/** Shares by the usual errors: less error, more share. */
export function sharesOf(scales: readonly TreeEnsemble[], matrix: FeatureMatrix): Shares {
  const [relatives] = selectColumns(matrix, RELATIVES).columns
  const shares = predictEach(scales, selectColumns(matrix, SCALE_COLUMNS))
  for (let row = 0; row < shares[0]!.length; row++) {
    const sharpness = relatives![row] === 0 ? SHARPNESS_ALONE : SHARPNESS
    let total = 0
    for (const own of shares) total += own[row] = Math.exp(-sharpness * own[row]!)
    for (const own of shares) own[row]! /= total
  }
  return shares
}

/** What the voices say together. */
export const together = (voices: Voices, shares: Shares): Float64Array => voices[0]!.map((_, row) => voices.reduce((sum, voice, place) => sum + shares[place]![row]! * voice[row]!, 0))

/** What the voices say together in each row when the row's fold had no say in the shares. */
export function togetherOutOfFold(matrix: FeatureMatrix, voices: Voices, target: Float64Array, weights: Float64Array, folds: readonly number[]): Float64Array {
  const result = new Float64Array(target.length)
  for (const fold of new Set(folds)) {
    const [inside, outside] = [true, false].map((isInside) => [...folds.keys()].filter((row) => (folds[row] === fold) === isInside)) as [number[], number[]]
    const pick = (values: Float64Array, rows: readonly number[]) => Float64Array.from(rows, (row) => values[row]!)
    const some = (rows: readonly number[]) => voices.map((voice) => pick(voice, rows))
    const scales = trainScales(takeRows(matrix, outside), some(outside), pick(target, outside), pick(weights, outside))
    const said = together(some(inside), sharesOf(scales, takeRows(matrix, inside)))
    inside.forEach((row, index) => {
      result[row] = said[index]!
    })
  }
  return result
}
