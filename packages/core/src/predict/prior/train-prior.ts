import { type FeatureMatrix, selectColumns, takeRows } from '../boosted-trees/index.ts'
import type { CostLaws } from '../cost-law/cost-law.ts'
import { fitCostLaws } from '../cost-law/fit-cost-laws.ts'
import type { Facts } from '../facts/facts.ts'
import { evidenceWithout } from '../residual/evidence.ts'
import { type Vocabulary, vocabularyOf } from '../residual/features.ts'
import { type ResidualLearner, sourceWeights, trainResidual } from '../residual/learner.ts'
import { errorColumnsOf, learnerNames, learningOf, TIERS, type Tier, type TierRow } from '../residual/tiers.ts'
import { fitAtlas, type Reference, type SurfaceData } from '../surface/atlas.ts'
import { ReferenceIndex } from '../transfer/index.ts'
import { beliefByGroup, beliefIn, type Jury } from './belief.ts'
import { trainBeliefInLaw } from './belief-in-law.ts'
import { countArchitectures, shareForNewcomer } from './few-architectures.ts'
import { type Groups, groupsOf } from './groups.ts'
import { type ErrorLesson, type ErrorModel, trainErrorModel } from './intervals.ts'
import { type Lesson, lessonOf, voiceOf } from './lesson.ts'
import { outOfFold, quick } from './out-of-fold.ts'
import { OUTSIDER_LOSS, type Outsider, trainOutsider } from './outsider.ts'
import { OUTSIDERS, outsiderMatrices, type Panel, togetherOutOfFold, trainScales, type Voices, withDistances } from './panel.ts'

/** What one tier learnt. */
export interface TierModel {
  readonly learner: ResidualLearner
  /** Share of the learner's correction that is believed, by group; empty where a panel weighs. */
  readonly belief: Readonly<Record<string, number>>
  /** Heard besides where nobody measured the device. */
  readonly outsider?: Outsider
  readonly panel?: Panel
  readonly errors: ErrorModel
}

/** Everything learnt from measurements. */
export interface Prior {
  readonly version: string
  readonly references: readonly Reference[]
  /** Each region's surface, in the order of the regions. */
  readonly surfaces: readonly SurfaceData[]
  readonly laws: CostLaws
  readonly vocabulary: Vocabulary
  readonly tiers: Readonly<Partial<Record<Tier, TierModel>>>
}

/** What training says while it runs. */
export type Progress = (message: string) => void

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
  const { laws, without } = fitCostLaws(references)
  progress(`fitted ${Object.keys(laws).length} laws of costs`)
  const evidence = references.map(({ facts }, row) => evidenceWithout(measurements, facts, without[row]))
  progress('collected evidence')
  const vocabulary = vocabularyOf(references.map(({ facts }) => facts))
  const models = tiers.map((tier): [Tier, TierModel] => {
    const model = trainTier(lessonOf(tier, references, evidence, vocabulary))
    progress(`trained ${tier}`)
    return [tier, model]
  })
  return {
    version,
    references,
    surfaces: atlas.regions.map(({ surface: { mean, weights } }, place) => ({ ...atlas.choices[place]!, mean, weights })),
    laws: heardOf(laws, models),
    vocabulary,
    tiers: Object.fromEntries(models),
  }
}

/** Laws that are believed somewhere. */
function heardOf(laws: CostLaws, models: readonly (readonly [Tier, TierModel])[]): CostLaws {
  const believed = models.flatMap(([, { panel }]) => Object.entries(panel?.lawful ?? {}).filter(([, share]) => share > 0))
  return Object.fromEntries(Object.entries(laws).filter(([law]) => believed.some(([name]) => name === law || name.startsWith(`${law}|`))))
}

function trainTier(lesson: Lesson): TierModel {
  const { tier, matrix, target, weights, folds, facts } = lesson
  const { judged, seen, missing, ...weighing } = tier === 'known-device' ? byPanel(lesson) : byBelief(lesson)
  const errors = trainErrorModel({
    matrix: seen,
    errors: missing,
    folds: Int32Array.from(judged, (row) => folds[row]!),
    groups: judged.map((row) => errorGroupsOf(tier, facts[row]!, lesson.rows[row]!)),
    ...(tier === 'known-model' ? deviceVoices(judged.map((row) => facts[row]!)) : { weights: Float64Array.from(judged, (row) => (tier === 'all-new' ? weights[row]! : 1)) }),
    ...errorColumnsOf(tier),
  })
  return { learner: trainResidual(selectColumns(matrix, learnerNames(tier)), target, weights, learningOf(tier)), ...weighing, errors }
}

/** How evidence and learners are weighed against each other, and what that leaves out of fold. */
interface Weighed extends Pick<TierModel, 'belief' | 'outsider' | 'panel'> {
  readonly judged: readonly number[]
  /** What an error model may look at, by judged row. */
  readonly seen: FeatureMatrix
  /** Truth − prediction, by judged row. */
  readonly missing: Float64Array
}

function byBelief(lesson: Lesson): Weighed {
  const { tier, matrix, target, weights, exams, facts, rows } = lesson
  const { judged, predictions } = outOfFold(selectColumns(matrix, learnerNames(tier)), target, weights, exams, quick(learningOf(tier)))
  const missing = Float64Array.from(judged, (row) => target[row]! - rows[row]!.base)
  const corrections = Float64Array.from(judged, (row, index) => rows[row]!.room * (predictions[index]! - rows[row]!.base))
  const groups = judged.map((row) => groupsOf(facts[row]!))
  const voices = judged.map((row) => voiceOf(tier, facts[row]!))
  const belief = beliefByGroup(missing, corrections, groups, { ...JURIES[tier], voices })
  const said = Float64Array.from(judged, (row, index) => rows[row]!.base + beliefIn(belief, groups[index]!) * corrections[index]!)
  const { outsider, together } = trainOutsider(lesson, judged, said, groups, voices)
  return { judged, seen: takeRows(matrix, judged), missing: together.map((value, index) => target[judged[index]!]! - value), belief, outsider }
}

function byPanel({ tier, matrix, target, weights, folds, exams, isStranger, facts, rows }: Lesson): Weighed {
  const matrices = outsiderMatrices(matrix)
  const { judged, predictions } = outOfFold(matrix, target, weights, exams, quick(learningOf(tier)))
  const others = OUTSIDERS.map(({ learning }, place) => outOfFold(matrices[place]!, target, weights, exams, quick(learning), OUTSIDER_LOSS).predictions)
  const voices: Voices = [Float64Array.from(judged, (row) => rows[row]!.base), predictions, ...others]
  const seen = withDistances(takeRows(matrix, judged), voices)
  const truth = Float64Array.from(judged, (row) => target[row]!)
  const voiceWeights = sourceWeights(judged.map((row) => `${facts[row]!.workload.source} ${facts[row]!.architecture}`))
  const weighed = togetherOutOfFold(
    seen,
    voices,
    truth,
    voiceWeights,
    judged.map((row) => folds[row]!),
  )
  const allGroups = facts.map(groupsOf)
  const groups = judged.map((row) => allGroups[row]!)
  const architectures = countArchitectures(facts, allGroups)
  const newcomer = voices.at(-1)!
  const said = weighed.map((value, index) => value + shareForNewcomer(architectures, groups[index]!) * (newcomer[index]! - value))
  const law = trainBeliefInLaw(
    truth,
    said,
    judged.map((row) => rows[row]!.law),
    (index) => !isStranger(judged[index]!),
    groups,
    judged.map((row) => voiceOf(tier, facts[row]!)),
  )
  const outsiders = OUTSIDERS.map(({ learning }, place) => trainResidual(matrices[place]!, target, weights, learning, [OUTSIDER_LOSS]))
  const panel: Panel = { outsiders, scales: trainScales(seen, voices, truth, voiceWeights), architectures, lawful: law.belief }
  return { judged, seen, missing: truth.map((value, index) => value - law.together[index]!), belief: {}, panel }
}

/** Rows of one new device err together: each device of a data set is a voice, and counts by the root of its rows. */
function deviceVoices(facts: readonly Facts[]): Pick<ErrorLesson, 'weights' | 'voices'> {
  const voices = facts.map(({ workload: { source = '', device } }) => `${source}|${device.id}`)
  return { weights: sourceWeights(voices), voices }
}

/**
 * Groups whose intervals must cover on their own: on known devices a model without relatives stands apart; where devices are new, a data set on a platform has too few to part them by phase too;
 * where all is new, platforms alone.
 */
export function errorGroupsOf(tier: Tier, facts: Facts, { isAlone }: Pick<TierRow, 'isAlone'>): Groups {
  const { source = '', platform } = facts.workload
  if (tier === 'known-device') return isAlone ? groupsOf(facts).map((name) => `alone ${name}`) : groupsOf(facts)
  return tier === 'known-model' ? [`${source}|${platform}`, platform, ''] : [platform, '']
}
