import type { FeatureMatrix } from '../boosted-trees/index.ts'
import type { Facts } from '../facts/facts.ts'
import type { Evidence, EvidenceWithout } from '../residual/evidence.ts'
import { lookupOf, type Vocabulary } from '../residual/features.ts'
import { sourceWeights } from '../residual/learner.ts'
import { type Tier, type TierRow, tierMatrix, tierRow } from '../residual/tiers.ts'
import type { Reference } from '../surface/atlas.ts'
import { type Exam, foldsOf, hash } from './out-of-fold.ts'

/** What a tier learns from, by row. */
export interface Lesson {
  readonly tier: Tier
  readonly matrix: FeatureMatrix
  readonly target: Float64Array
  readonly weights: Float64Array
  readonly facts: readonly Facts[]
  readonly rows: readonly TierRow[]
  /** Fold of each row by the first key of its tier: what was never seen there. */
  readonly folds: Int32Array
  /** True for an architecture that is shown as if nobody had measured its family. */
  readonly isStranger: (row: number) => boolean
  /** What is left out to see how wrong a learner is. */
  readonly exams: readonly Exam[]
  /** The same rows, with less left out at a time where one thing alone is new. */
  readonly fineExams: readonly Exam[]
}

/** What each tier has never seen. With two keys a fold judges rows that are new in both, and trains on rows that are new in neither. */
const NEW_KEYS: Readonly<Record<Tier, readonly ((facts: Facts) => string)[]>> = {
  'known-device': [({ architecture }) => architecture],
  'known-model': [({ workload }) => workload.device.id],
  'all-new': [({ workload }) => workload.device.id, ({ architecture }) => architecture],
}

/** What counts as one voice of a tier: what its rows share that is new. */
export const voiceOf = (tier: Tier, facts: Facts): string => NEW_KEYS[tier][0]!(facts)

/** One architecture in so many is also shown as a stranger: as if nobody had measured its family. */
const STRANGERS_ONE_IN = 2
/** Strangers are there to be judged, not to be learnt from: with half of the weight, too, models with relatives were foretold worse, and strangers no better. */
const STRANGER_WEIGHT = 0.02

/** Folds of finer exams: with a third of the devices left out a learner without evidence knows too little to be judged fairly. */
const FINE = 6

interface Seen {
  readonly facts: Facts
  readonly residual: number
  readonly row: TierRow
  readonly isStranger: boolean
}

/** Measurements as a tier learns from them: each without what is new to the tier, and on known devices some a second time without their family, so that its absence is nothing new. */
export function lessonOf(tier: Tier, references: readonly Reference[], evidence: readonly EvidenceWithout[], vocabulary: Vocabulary): Lesson {
  const lookup = lookupOf(vocabulary)
  const seenAs = (place: number, facts: Facts, own: Evidence, isStranger: boolean): Seen => ({ ...references[place]!, row: tierRow(tier, facts, own, lookup), isStranger })
  const used = [...references.keys()].filter((place) => tier !== 'known-model' || evidence[place]!.knowsModel)
  const usual = used.map((place) => seenAs(place, references[place]!.facts, tier === 'all-new' ? { ...evidence[place]!, others: evidence[place]!.othersWithout } : evidence[place]!, false))
  const strangers = tier === 'known-device' ? used.filter((place) => isShownAsStranger(references[place]!, evidence[place]!)) : []
  const all = [...usual, ...strangers.map((place) => seenAs(place, { ...references[place]!.facts, family: '' }, { ...evidence[place]!, own: evidence[place]!.ownWithoutFamily }, true))]
  return {
    tier,
    rows: all.map(({ row }) => row),
    matrix: tierMatrix(
      tier,
      all.map(({ row }) => row),
    ),
    facts: all.map(({ facts }) => facts),
    target: Float64Array.from(all, ({ residual }) => residual),
    weights: weightsOf(all),
    ...examsOf(tier, all),
  }
}

const isShownAsStranger = ({ facts }: Reference, { ownWithoutFamily }: EvidenceWithout): boolean => ownWithoutFamily !== undefined && hash(facts.architecture) % STRANGERS_ONE_IN === 0

function weightsOf(all: readonly Seen[]): Float64Array {
  return sourceWeights(all.map(({ facts }) => facts.workload.source ?? '')).map((weight, row) => (all[row]!.isStranger ? STRANGER_WEIGHT * weight : weight))
}

/** Strangers are judged by learners that know nobody of their family, the others by learners that do not know what is new to the tier. */
function examsOf(tier: Tier, all: readonly Seen[]): Pick<Lesson, 'folds' | 'isStranger' | 'exams' | 'fineExams'> {
  const keys = NEW_KEYS[tier].map((keyOf) => all.map(({ facts }) => keyOf(facts)))
  const byKey = keys.map((own) => foldsOf(own))
  const families = foldsOf(all.map(({ facts }) => facts.family))
  const isStranger = (row: number) => all[row]!.isStranger
  const isUsual = (row: number) => !isStranger(row)
  const usual: Exam = { folds: byKey, isJudged: isUsual }
  const forStrangers: readonly Exam[] = all.some(({ isStranger }) => isStranger) ? [{ folds: [families], isJudged: isStranger }] : []
  const fine: Exam = keys.length > 1 ? usual : { folds: keys.map((own) => foldsOf(own, FINE)), count: FINE, isJudged: isUsual }
  return { folds: byKey[0]!, isStranger, exams: [usual, ...forStrangers], fineExams: [fine, ...forStrangers] }
}
