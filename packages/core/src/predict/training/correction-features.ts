import { BenchcastError } from '../../errors.ts'
import type { FeatureMatrix } from '../boosted-trees/index.ts'
import type { Facts } from '../facts/facts.ts'
import { CATEGORIES, FEATURES } from '../residual/features.ts'
import { roofline } from '../roofline/roofline.ts'

/**
 * What a correction looks at, by the names of the shipped learner's features. The prior's own estimate is none of them: it would have to be made twice for every prediction, and the
 * limits of the roofline tell almost the same.
 */
const NUMBERS = [
  'macs',
  'parameters',
  'macs_per_parameter',
  'input_size',
  'batch_size',
  'macs_per_pass',
  'activations_per_pass',
  'layers',
  'threads',
  'training',
  'weight_bytes_of_format',
  'compute_seconds',
  'memory_seconds',
  'memory_per_compute',
  'overhead_per_work',
  'pass_seconds',
  'roofline',
  'peak',
  'bandwidth',
  'balance',
  'cache',
  'weights_per_cache',
  'units',
] as const
const WORDS = ['platform', 'framework', 'precision', 'phase', 'family', 'device'] as const

/** Words by category, sorted; the place of a word is its code. */
export type Words = Readonly<Record<string, readonly string[]>>

/** Names of the features of a correction that is trained now, in order. */
export const CORRECTION_FEATURES: readonly string[] = [...NUMBERS, ...WORDS]

/** The words of a category that occur, so that trees can tell them apart. */
export const wordsIn = (facts: readonly Facts[]): Words =>
  Object.fromEntries(CATEGORIES.filter(({ name }) => CORRECTION_FEATURES.includes(name)).map(({ name, of }) => [name, [...new Set(facts.map(of).filter((word) => word !== undefined))].sort()]))

/** Reads the named features of workloads as columns. */
export type ReadFeatures = (facts: readonly Facts[]) => FeatureMatrix

/**
 * A reader of the named features.
 *
 * @throws BenchcastError `invalid_model` for a feature that this version does not know.
 */
export function featureReader(names: readonly string[], words: Words): ReadFeatures {
  const columns = names.map((name) => columnReader(name, words))
  const categorical = columns.map(({ isCategory }) => isCategory)
  return (facts) => {
    const limits = facts.map((own) => roofline(own))
    return { names, categorical, columns: columns.map(({ read }) => Float64Array.from(facts, (own, row) => read(own, limits[row]!))) }
  }
}

interface ColumnReader {
  readonly isCategory: boolean
  readonly read: (facts: Facts, limits: ReturnType<typeof roofline>) => number
}

function columnReader(name: string, words: Words): ColumnReader {
  const number = FEATURES.find((feature) => feature.name === name)
  if (number !== undefined) return { isCategory: false, read: number.of }
  const category = CATEGORIES.find((feature) => feature.name === name)
  if (category === undefined) throw new BenchcastError('invalid_model', `The predictor looks at '${name}', which this version does not know: train it again, or use some of ${KNOWN.join(', ')}.`)
  const codes = new Map((Object.hasOwn(words, name) ? words[name]! : []).map((word, code) => [word, code]))
  return { isCategory: true, read: (facts) => codes.get(category.of(facts) ?? '') ?? Number.NaN }
}

const KNOWN: readonly string[] = [...FEATURES, ...CATEGORIES].map(({ name }) => name)

/** Whether a feature is a word, not a number. */
export const isWord = (name: string): boolean => CATEGORIES.some((category) => category.name === name)

/** Whether this version can read a feature of that name. */
export const isKnownFeature = (name: string): boolean => KNOWN.includes(name)
