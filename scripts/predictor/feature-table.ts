import { columnsOf, type FeatureMatrix } from '../../packages/core/src/predict/boosted-trees/index.ts'
import type { Facts } from '../../packages/core/src/predict/facts/facts.ts'
import { CATEGORIES, categoryCodes, FEATURES, type lookupOf, numericFeatures } from '../../packages/core/src/predict/residual/features.ts'
import type { Measured } from './measurements.ts'

/** Codes of the words of the training rows. */
export type Lookup = ReturnType<typeof lookupOf>

/** Numbers that the goals' own learners had: what architectures are made of besides multiply-accumulates is none of them. */
export const PLAIN_NUMBERS: readonly string[] = FEATURES.filter(({ isOperatorNumber }) => isOperatorNumber !== true).map(({ name }) => name)

/** Their values for a workload. */
export const plainNumbers = (facts: Facts): number[] => numericFeatures(facts).filter((_, place) => FEATURES[place]!.isOperatorNumber !== true)

/** The features of rows as trees read them: the plain numbers, and the words of the named categories (all of them, unless some are left out). */
export function featureTable(rows: readonly Measured[], lookup: Lookup, leftOut: readonly string[] = []): FeatureMatrix {
  const words = CATEGORIES.map(({ name }) => name)
  const isRead = (_: unknown, category: number) => !leftOut.includes(words[category]!)
  const names = [...PLAIN_NUMBERS, ...words.filter(isRead)]
  const values = rows.map(({ facts }) => [...plainNumbers(facts), ...categoryCodes(facts, lookup).filter(isRead)])
  return { names, columns: columnsOf(values, names.length), categorical: names.map((_, column) => column >= PLAIN_NUMBERS.length) }
}
