import { columnsOf, type FeatureMatrix, type TrainOptions } from '../boosted-trees/index.ts'
import type { Facts } from '../facts/facts.ts'
import { type Evidence, OTHER_EVIDENCE, OWN_EVIDENCE } from './evidence.ts'
import { CATEGORIES, categoryCodes, FEATURES, numericFeatures } from './features.ts'

/**
 * What was measured of a workload decides what a learner can lean on.
 * - `known-device`: the device was measured with other models, so the device's own surface speaks
 * - `known-model`: the device is new, the model was measured on others
 * - `all-new`: neither was measured
 */
export const TIERS = ['known-device', 'known-model', 'all-new'] as const
export type Tier = (typeof TIERS)[number]

/** What nobody may lean on where devices are new. */
const DEVICE_WORDS: ReadonlySet<string> = new Set(['device'])
/** What a learner that reads evidence must not lean on there: with few devices, absolute limits are as good as names. */
const LIMIT_WORDS: ReadonlySet<string> = new Set(FEATURES.filter(({ isDeviceLimit }) => isDeviceLimit).map(({ name }) => name))

interface TierFacts {
  readonly usesOwn: boolean
  readonly learning: Partial<TrainOptions>
  readonly categories: readonly number[]
  readonly evidenceNames: readonly string[]
}

const everyCategory = CATEGORIES.map((_, index) => index)
const withoutDevice = everyCategory.filter((index) => !DEVICE_WORDS.has(CATEGORIES[index]!.name))
const CAUTIOUS: Partial<TrainOptions> = { trees: 150, maxLeaves: 15, learningRate: 0.06, minLeafWeight: 40, lambda: 10 }
const NEW_DEVICE: TierFacts = { usesOwn: false, learning: CAUTIOUS, categories: withoutDevice, evidenceNames: OTHER_EVIDENCE }
const TIER_FACTS: Readonly<Record<Tier, TierFacts>> = {
  'known-device': { usesOwn: true, learning: {}, categories: everyCategory, evidenceNames: OWN_EVIDENCE },
  'known-model': NEW_DEVICE,
  'all-new': NEW_DEVICE,
}

/** A workload as a row of a tier's learner: what it reads, and the evidence's own guess that it corrects. */
export interface TierRow {
  readonly values: readonly number[]
  /** Guess of log(throughput / roofline) before learning. */
  readonly base: number
  /** The same by the law of costs; undefined where there is none. */
  readonly law: number | undefined
  /** How much of a correction makes sense: little where the model was measured on a device much like this one. */
  readonly room: number
  /** True where the device was measured, but no other model of the family. */
  readonly isAlone: boolean
}

export function tierRow(tier: Tier, facts: Facts, evidence: Evidence, lookup: readonly ReadonlyMap<string, number>[]): TierRow {
  const { usesOwn, categories } = TIER_FACTS[tier]
  const codes = categoryCodes(facts, lookup)
  const numbers = usesOwn ? (evidence.own ?? OWN_EVIDENCE.map(() => Number.NaN)) : evidence.others
  const guess = numbers[0]!
  const values = numericFeatures(facts)
  for (const index of categories) values.push(codes[index]!)
  for (const number of numbers) values.push(number)
  return { values, base: Number.isFinite(guess) ? guess : 0, law: evidence.law, room: roomFor(tier, evidence), isAlone: usesOwn && numbers[RELATIVES] === 0 }
}

/** Name of the evidence whose guess a tier's learner corrects. */
export const guessName = (tier: Tier): string => TIER_FACTS[tier].evidenceNames[0]!

const RELATIVES = OWN_EVIDENCE.indexOf('own_relatives')

/** Distance of a measurement at which half of a correction is believed. */
const HALF_WAY = 0.5

function roomFor(tier: Tier, { others }: Evidence): number {
  if (tier !== 'known-model') return 1
  const distance = others[OTHER_EVIDENCE.indexOf('guess_distance')]!
  return distance / (distance + HALF_WAY)
}

/** Rows by column, as trees read them. */
export function tierMatrix(tier: Tier, rows: readonly TierRow[]): FeatureMatrix {
  const { names, categorical } = COLUMNS[tier]
  const values = rows.map((row) => row.values)
  return { names, categorical, columns: columnsOf(values, names.length) }
}

interface TierColumns extends Pick<FeatureMatrix, 'names' | 'categorical'> {
  readonly plain: readonly string[]
  readonly learner: readonly string[]
}

const COLUMNS = Object.fromEntries(TIERS.map((tier) => [tier, columnsOfTier(TIER_FACTS[tier])])) as Readonly<Record<Tier, TierColumns>>

function columnsOfTier({ usesOwn, categories, evidenceNames }: TierFacts): TierColumns {
  const numbers = FEATURES.map(({ name }) => name)
  const plain = [...numbers, ...categories.map((index) => CATEGORIES[index]!.name)]
  const names = [...plain, ...evidenceNames]
  const learner = usesOwn ? names : names.filter((name) => !LIMIT_WORDS.has(name))
  return { names, plain, learner, categorical: names.map((_, column) => column >= numbers.length && column < plain.length) }
}

/** Where nothing was measured, how far away the nearest devices are decides how wrong a guess is; everything else would only name them. */
const SURFACE_COLUMNS = {
  surfaces_spread: 1,
  nearest_distance: 1,
  nearest_mismatch: 1,
  nearest_closeness: 0,
  overhead_per_work: 0,
  memory_per_compute: 0,
  pass_seconds: 0,
  training: 0,
  platform: 0,
} as const

/** Where the model was measured elsewhere: how far away, and how much those who speak of it disagree. */
const TRANSFER_COLUMNS = {
  guess_distance: 1,
  guess_spread: 1,
  guess_disagreement: 1,
  surfaces_disagreement: 1,
  surfaces_spread: 1,
  nearest_distance: 1,
  nearest_mismatch: 1,
  nearest_knows: 0,
  nearest_roofline: 0,
  platform: 0,
  phase: 0,
} as const

/** Columns that the error model of a tier may look at; nothing: all of them. */
export const errorColumnsOf = (tier: Tier): { readonly columns?: Readonly<Record<string, 0 | 1>> } => ERROR_COLUMNS[tier]

const ERROR_COLUMNS: Readonly<Record<Tier, { readonly columns?: Readonly<Record<string, 0 | 1>> }>> = {
  'known-device': {},
  'known-model': { columns: TRANSFER_COLUMNS },
  'all-new': { columns: SURFACE_COLUMNS },
}

/** Names of the columns of a tier that are no evidence. */
export const plainNames = (tier: Tier): readonly string[] => COLUMNS[tier].plain

/** Names of the columns that the learner of a tier reads. */
export const learnerNames = (tier: Tier): readonly string[] => COLUMNS[tier].learner

/** How the learner of a tier differs from the usual. */
export const learningOf = (tier: Tier): Partial<TrainOptions> => TIER_FACTS[tier].learning
