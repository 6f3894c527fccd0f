import { columnsOf, type FeatureMatrix } from '../../packages/core/src/predict/boosted-trees/index.ts'
import { CATEGORIES, categoryCodes, FEATURES, type lookupOf, numericFeatures } from '../../packages/core/src/predict/residual/features.ts'
import type { Measured } from './measurements.ts'

/** Codes of the words of the training rows. */
export type Lookup = ReturnType<typeof lookupOf>

/** The features of rows as trees read them: every number, and the words of the named categories (all of them, unless some are left out). */
export function featureTable(rows: readonly Measured[], lookup: Lookup, leftOut: readonly string[] = []): FeatureMatrix {
  const words = CATEGORIES.map(({ name }) => name)
  const isRead = (_: unknown, category: number) => !leftOut.includes(words[category]!)
  const names = [...FEATURES.map(({ name }) => name), ...words.filter(isRead)]
  const values = rows.map(({ facts }) => [...numericFeatures(facts), ...categoryCodes(facts, lookup).filter(isRead)])
  return { names, columns: columnsOf(values, names.length), categorical: names.map((_, column) => column >= FEATURES.length) }
}
