import { type FeatureMatrix, squaredLoss, type TrainOptions, takeRows } from '../boosted-trees/index.ts'
import type { Facts } from '../facts/facts.ts'
import { type Evidence, evidenceWithout } from '../residual/evidence.ts'
import { lookupOf, type Vocabulary, vocabularyOf } from '../residual/features.ts'
import { predictResidual, type ResidualLearner, sourceWeights, trainResidual } from '../residual/learner.ts'
import { errorColumnsOf, learningOf, TIERS, type Tier, type TierRow, tierMatrix, tierRow } from '../residual/tiers.ts'
import { fitAtlas, type Reference, type SurfaceData } from '../surface/atlas.ts'
import { ReferenceIndex } from '../transfer/index.ts'
import { beliefByGroup, beliefIn, type Jury } from './belief.ts'
import { type ErrorLesson, type ErrorModel, type Groups, trainErrorModel } from './intervals.ts'
import { OUTSIDER, outsiderColumns, type Panel, togetherOutOfFold, trainScales, type Voices, withDistances } from './panel.ts'

/** What one tier learnt. */
export interface TierModel {
  readonly learner: ResidualLearner
  /** Share of the learner's correction that is believed, by group; empty where a panel weighs. */
  readonly belief: Readonly<Record<string, number>>
  readonly panel?: Panel
  readonly errors: ErrorModel
}

/** Everything learnt from measurements. */
export interface Prior {
  readonly version: string
  readonly references: readonly Reference[]
  /** Each region's surface, in the order of the regions. */
  readonly surfaces: readonly SurfaceData[]
  readonly vocabulary: Vocabulary
  readonly tiers: Readonly<Partial<Record<Tier, TierModel>>>
}

/** What training says while it runs. */
export type Progress = (message: string) => void

/** Folds of the out-of-fold errors that intervals are made of. */
const FOLDS = 3

/** Learners of out-of-fold errors are quicker ones: their errors are about as large. */
const OUT_OF_FOLD: Partial<TrainOptions> = { trees: 120, learningRate: 0.13 }

/** What a fold of each tier keeps from the learner: what the tier has never seen. With two keys a fold judges rows that are new in both, and trains on rows that are new in neither. */
const FOLD_KEYS: Readonly<Record<Tier, readonly ((facts: Facts) => string)[]>> = {
  'known-device': [({ architecture }) => architecture],
  'known-model': [({ workload }) => workload.device.id],
  'all-new': [({ workload }) => workload.device.id, ({ architecture }) => architecture],
}

/** Shares of a learner: new devices are few, so that chance decides easily and caution is due. */
const JURIES: Readonly<Record<Tier, Omit<Jury, 'voices'>>> = {
  'known-device': { fewestVoices: 3, most: 1, least: 0.3 },
  'known-model': { fewestVoices: 5, most: 0.35, least: 0.15 },
  'all-new': { fewestVoices: 3, most: 1, least: 0.3 },
}

/** Learns from measurements. Deterministic: the same references in the same order give the same prior. */
export function trainPrior(version: string, references: readonly Reference[], tiers: readonly Tier[] = TIERS, progress: Progress = () => {}): Prior {
  const atlas = fitAtlas(references)
  const measurements = { atlas, index: new ReferenceIndex(references) }
  progress(`fitted ${atlas.regions.length} surfaces`)
  const evidence = references.map(({ facts }) => evidenceWithout(measurements, facts))
  progress('collected evidence')
  const vocabulary = vocabularyOf(references.map(({ facts }) => facts))
  const models = tiers.map((tier): [Tier, TierModel] => {
    const model = trainTier(tier, references, evidence, vocabulary)
    progress(`trained ${tier}`)
    return [tier, model]
  })
  return { version, references, surfaces: atlas.regions.map(({ surface: { mean, weights } }, place) => ({ ...atlas.choices[place]!, mean, weights })), vocabulary, tiers: Object.fromEntries(models) }
}

function trainTier(tier: Tier, references: readonly Reference[], all: readonly (Evidence & { readonly othersWithout: readonly number[] })[], vocabulary: Vocabulary): TierModel {
  const lookup = lookupOf(vocabulary)
  const evidenceOf = (row: number): Evidence => ({ own: all[row]!.own, others: tier === 'all-new' ? all[row]!.othersWithout : all[row]!.others, knowsModel: all[row]!.knowsModel })
  const used = Array.from(references.keys()).filter((row) => tier !== 'known-model' || all[row]!.knowsModel)
  const rows = used.map((row) => tierRow(tier, references[row]!.facts, evidenceOf(row), lookup))
  const matrix = tierMatrix(tier, rows)
  const target = Float64Array.from(used, (row) => references[row]!.residual)
  const facts = used.map((row) => references[row]!.facts)
  const weights = sourceWeights(facts.map(({ workload }) => workload.source ?? ''))
  const folds = FOLD_KEYS[tier].map((keyOf) => foldsOf(facts.map(keyOf)))
  const lesson: Lesson = { tier, matrix, target, weights, folds, facts, rows }
  const { judged, seen, missing, ...weighing } = tier === 'known-device' ? byPanel(lesson) : byBelief(lesson)
  const errors = trainErrorModel({
    matrix: seen,
    errors: missing,
    folds: Int32Array.from(judged, (row) => folds[0]![row]!),
    groups: judged.map((row) => errorGroupsOf(tier, facts[row]!)),
    ...(tier === 'known-model' ? deviceVoices(judged.map((row) => facts[row]!)) : { weights: Float64Array.from(judged, (row) => (tier === 'all-new' ? weights[row]! : 1)) }),
    ...errorColumnsOf(tier),
  })
  return { learner: trainResidual(matrix, target, weights, learningOf(tier)), ...weighing, errors }
}

/** What a tier learns from, by row. */
interface Lesson {
  readonly tier: Tier
  readonly matrix: FeatureMatrix
  readonly target: Float64Array
  readonly weights: Float64Array
  readonly folds: readonly Int32Array[]
  readonly facts: readonly Facts[]
  readonly rows: readonly TierRow[]
}

/** How evidence and learners are weighed against each other, and what that leaves out of fold. */
interface Weighed extends Pick<TierModel, 'belief' | 'panel'> {
  readonly judged: readonly number[]
  /** What an error model may look at, by judged row. */
  readonly seen: FeatureMatrix
  /** Truth − prediction, by judged row. */
  readonly missing: Float64Array
}

function byBelief({ tier, matrix, target, weights, folds, facts, rows }: Lesson): Weighed {
  const { judged, predictions } = outOfFold(matrix, target, weights, folds, learningOf(tier))
  const missing = Float64Array.from(judged, (row) => target[row]! - rows[row]!.base)
  const corrections = Float64Array.from(judged, (row, index) => rows[row]!.room * (predictions[index]! - rows[row]!.base))
  const groups = judged.map((row) => groupsOf(facts[row]!))
  const belief = beliefByGroup(missing, corrections, groups, { ...JURIES[tier], voices: judged.map((row) => FOLD_KEYS[tier][0]!(facts[row]!)) })
  return { judged, seen: takeRows(matrix, judged), missing: missing.map((value, index) => value - beliefIn(belief, groups[index]!) * corrections[index]!), belief }
}

function byPanel({ tier, matrix, target, weights, folds, facts, rows }: Lesson): Weighed {
  const models = outsiderColumns(matrix)
  const { judged, predictions } = outOfFold(matrix, target, weights, folds, learningOf(tier))
  const others = outOfFold(models, target, weights, folds, OUTSIDER)
  const voices: Voices = [Float64Array.from(judged, (row) => rows[row]!.base), predictions, others.predictions]
  const seen = withDistances(takeRows(matrix, judged), voices)
  const truth = Float64Array.from(judged, (row) => target[row]!)
  const voiceWeights = sourceWeights(judged.map((row) => `${facts[row]!.workload.source} ${facts[row]!.architecture}`))
  const said = togetherOutOfFold(
    seen,
    voices,
    truth,
    voiceWeights,
    judged.map((row) => folds[0]![row]!),
  )
  const panel: Panel = { outsider: trainResidual(models, target, weights, OUTSIDER, [squaredLoss]), scales: trainScales(seen, voices, truth, voiceWeights) }
  return { judged, seen, missing: truth.map((value, index) => value - said[index]!), belief: {}, panel }
}

/** Rows of one new device err together: each device of a data set is a voice, and counts by the root of its rows. */
function deviceVoices(facts: readonly Facts[]): Pick<ErrorLesson, 'weights' | 'voices'> {
  const voices = facts.map(({ workload: { source = '', device } }) => `${source}|${device.id}`)
  return { weights: sourceWeights(voices), voices }
}

/** Groups whose intervals must cover on their own: where devices are new, a data set on a platform has too few to part them by phase too; where all is new, platforms alone. */
export function errorGroupsOf(tier: Tier, facts: Facts): Groups {
  const { source = '', platform } = facts.workload
  if (tier === 'known-device') return groupsOf(facts)
  return tier === 'known-model' ? [`${source}|${platform}`, platform, ''] : [platform, '']
}

/** Groups that intervals must cover in, finest first. */
export function groupsOf({ workload: { source = '', platform, phase } }: Facts): Groups {
  return [`${source}|${platform}|${phase}`, `${source}|${platform}`, `${platform}|${phase}`, platform, '']
}

/** Rows that some fold judges, and predictions of them by a learner that did not see the fold. */
interface OutOfFold {
  readonly judged: readonly number[]
  readonly predictions: Float64Array
}

function outOfFold(matrix: FeatureMatrix, target: Float64Array, weights: Float64Array, folds: readonly Int32Array[], learning: Partial<TrainOptions>): OutOfFold {
  const all = [...target.keys()]
  const parts = Array.from({ length: FOLDS }, (_, fold) => {
    const inside = all.filter((row) => folds.every((own) => own[row] === fold))
    const outside = all.filter((row) => folds.every((own) => own[row] !== fold))
    const [known, weight] = [target, weights].map((values) => Float64Array.from(outside, (row) => values[row]!)) as [Float64Array, Float64Array]
    const learner = trainResidual(takeRows(matrix, outside), known, weight, { ...learning, ...OUT_OF_FOLD }, [squaredLoss])
    return { inside, predicted: predictResidual(learner, takeRows(matrix, inside)) }
  })
  return { judged: parts.flatMap(({ inside }) => inside), predictions: Float64Array.from(parts.flatMap(({ predicted }) => [...predicted])) }
}

/** Keys dealt to folds in the order of a hash, so that neighbours in name part. */
function foldsOf(keys: readonly string[]): Int32Array {
  const order = [...new Set(keys)].sort((a, b) => hash(a) - hash(b) || (a < b ? -1 : 1))
  const foldOf = new Map(order.map((key, place) => [key, place % FOLDS]))
  return Int32Array.from(keys, (key) => foldOf.get(key)!)
}

/** FNV-1a, finished so that the high bits depend on all letters. */
export function hash(text: string): number {
  let value = 2166136261
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 16777619)
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d)
  return (value ^ (value >>> 12)) >>> 0
}
