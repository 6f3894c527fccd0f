import { BenchcastError } from '../../errors.ts'
import { checkTrees } from './check-trees.ts'
import { ascending, type Check, dictionaryOf, fields, listOf, numberIn, optional, refusal, textUpTo, wholeIn } from './checks.ts'
import { CORRECTION_FORMAT, type RowCounts, type TrainedCorrection } from './correction.ts'
import { isKnownFeature, isWord } from './correction-features.ts'
import { unpackHashes } from './hash.ts'
import { type Recipe, recipeFor } from './recipe.ts'
import { AXIS_COUNT, MOST_POINTS, type Support } from './support.ts'

const MOST_FEATURES = 100
const MOST_WORDS = 20_000
const MOST_ROWS = 1_000_000
const MOST_REGIONS = 200
const NO_COUNTS: RowCounts = { measurements: 0, configurations: 0, pairs: 0, devices: 0 }
const NOWHERE_NEAR = 1000

const name = textUpTo(256)
const count = wholeIn(0, 1e9)
const log = numberIn(-30, 30)

const checkFormat: Check<typeof CORRECTION_FORMAT> = (value, place) => {
  if (value !== CORRECTION_FORMAT) throw refusal(place, `be '${CORRECTION_FORMAT}'`)
  return CORRECTION_FORMAT
}

const checkFeatures: Check<readonly string[]> = (value, place) => {
  const features = listOf(name, 1, MOST_FEATURES)(value, place)
  const strange = features.findIndex((feature, i) => !isKnownFeature(feature) || features.indexOf(feature) !== i)
  if (strange >= 0) throw refusal(`${place}[${strange}]`, `name a feature that this version knows, once (it is '${features[strange]}')`)
  return features
}

const checkRange: Check<readonly [number, number]> = (value, place) => {
  const [low, high] = ascending(listOf(log, 2, 2), false)(value, place)
  return [low!, high!]
}

const checkPoints: Check<readonly number[]> = (value, place) => {
  const flat = listOf(numberIn(-NOWHERE_NEAR, NOWHERE_NEAR), AXIS_COUNT, MOST_POINTS * AXIS_COUNT)(value, place)
  if (flat.length % AXIS_COUNT !== 0) throw refusal(place, `hold ${AXIS_COUNT} numbers a point`)
  return flat
}

const checkRows: Check<string> = (value, place) => {
  const packed = textUpTo(MOST_ROWS * 6)(value, place)
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(packed) || packed.length % 4 !== 0) throw refusal(place, 'be base64')
  return packed
}

const checkRecipe = fields<Recipe>({
  trees: wholeIn(1, 1000),
  maxLeaves: wholeIn(2, 256),
  minLeafWeight: numberIn(1, 1e6),
  learningRate: numberIn(1e-4, 1),
  lambda: numberIn(0, 1e6),
  rowFraction: numberIn(0.01, 1),
  featureFraction: numberIn(0.01, 1),
  huber: numberIn(1e-3, 50),
})

const checkRest = fields<Omit<TrainedCorrection, 'trees'>>({
  format: checkFormat,
  priorVersion: name,
  madeAt: optional(name, ''),
  seed: optional(wholeIn(0, 2 ** 32 - 1), 0),
  recipe: optional(checkRecipe, recipeFor(0)),
  features: checkFeatures,
  words: optional(dictionaryOf(listOf(name, 0, MOST_WORDS), MOST_FEATURES, 256), {}),
  range: checkRange,
  support: fields<Support>({ reach: numberIn(0, NOWHERE_NEAR), points: dictionaryOf(checkPoints, MOST_REGIONS, 256) }),
  stretch: optional(ascending(listOf(numberIn(0, 1e6), 0, 1001), false), []),
  counts: optional(fields<RowCounts>({ measurements: count, configurations: count, pairs: count, devices: count }), NO_COUNTS),
  rows: optional(checkRows, ''),
  rowsHash: optional(textUpTo(64), ''),
})

/**
 * Checks a correction that was read from JSON, whoever wrote it; fields that are not known are dropped.
 *
 * @throws BenchcastError `invalid_model` that names the place and what must stand there.
 * @example parseCorrection(JSON.parse(text)).counts.measurements
 */
export function parseCorrection(value: unknown): TrainedCorrection {
  const rest = checkRest(value, '')
  const facts = rest.features.map((feature) => ({ name: feature, words: isWord(feature) ? (rest.words[feature] ?? []) : undefined }))
  const trees = checkTrees(facts)((value as { readonly trees?: unknown }).trees, 'trees')
  if (rest.rows !== '' && unpackHashes(rest.rows).size > rest.counts.configurations)
    throw new BenchcastError('invalid_model', `The predictor cannot be read: 'rows' names more configurations than counts.configurations (${rest.counts.configurations}).`)
  return { ...rest, trees }
}
