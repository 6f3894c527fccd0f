import { BenchcastError } from '../../errors.ts'
import { elementsOf } from '../element-type.ts'
import type { ElementType } from '../graph.ts'
import { checkedCount, LIMITS, shownValue } from '../limits.ts'
import { encodeValues, isWritable } from './number-bytes.ts'
import type { OnnxValue } from './read-value.ts'
import type { SampleInput } from './sample-inputs.ts'
import { uniformValues } from './uniform-values.ts'

/** How large the open dimensions of a model file shall be, and what goes in. */
export interface FileSize {
  readonly batch: number
  /** Tokens. Default 128. */
  readonly sequence?: number
  /** Pixels of one side. Default 224. */
  readonly imageSize?: number
  /** Tokens in the cache. Default 0. */
  readonly past?: number
  /** Dimensions by the name the model gives them, for names that say nothing. */
  readonly dimensions?: Readonly<Record<string, number>>
  /** Whole numbers that choose rows of a table are below this. Default 2, which every table has. */
  readonly vocabulary?: number
}

const USUAL = { sequence: 128, imageSize: 224, past: 0 }
/** Of a file whose colour dimension is open. */
const CHANNELS = 3
/** Of all inputs together: 1 GiB of single-precision numbers. */
const MOST_ELEMENTS = 2 ** 28
const LARGEST_DIMENSION = 2 ** 31 - 1

type Rule = (size: FileSize) => number
const batch: Rule = (size) => size.batch
const sequence: Rule = (size) => size.sequence ?? USUAL.sequence
const past: Rule = (size) => size.past ?? USUAL.past
const image: Rule = (size) => size.imageSize ?? USUAL.imageSize

/** What an open dimension is, by its name; the first that matches counts. */
const BY_NAME: readonly (readonly [RegExp, Rule])[] = [
  [/batch|^(n|b|bs)$|num_samples/i, batch],
  [/total|(past|cache).*(\+|plus).*seq|^kv_?len/i, (size) => past(size) + sequence(size)],
  [/past|cache/i, past],
  [/height|width|image|pixel|^[hw]$/i, image],
  [/channel|^c$/i, () => CHANNELS],
  [/seq|len|token|time|frame|^[stl]$/i, sequence],
]

/**
 * Inputs that a model file can be run with at a size, the same for the same seed: masks of ones, other whole numbers small, fractions uniform in [-1, 1).
 *
 * Throws `invalid_model` for a dimension whose meaning cannot be told, for a model made for another batch, for inputs beyond a gigabyte, and for element types that are not fed
 * here.
 *
 * @example
 * inputsForSize([{ name: 'input_ids', type: 'int64', shape: ['batch_size', 'sequence_length'] }], { batch: 8, sequence: 32 }, 7)[0].shape // [8, 32]
 */
export function inputsForSize(inputs: readonly OnnxValue[], size: FileSize, seed: number): readonly SampleInput[] {
  checkSize(size)
  const shaped = inputs.map((input) => ({ name: input.name, type: fedType(input), shape: shapeOf(input, size) }))
  const isTooLarge = shaped.some(({ shape }) => shape.some((length) => length > LARGEST_DIMENSION)) || shaped.reduce((sum, { shape }) => sum + elementsOf(shape), 0) > MOST_ELEMENTS
  if (isTooLarge)
    throw new BenchcastError(
      'invalid_model',
      `The inputs have more than ${MOST_ELEMENTS} numbers (${shaped.slice(0, 3).map(({ name, shape }) => `${shownValue(name)} [${shape}]`)}): ask for a smaller size.`,
    )
  checkBatch(inputs, size)
  return shaped.map((input, index) => ({ ...input, bytes: encodeValues(input.type, valuesFor(input, size, seed + index)) }))
}

function checkSize({ batch, sequence = 1, imageSize = 1, past = 0, vocabulary = 2, dimensions = {} }: FileSize): void {
  checkedCount('batch', batch, LIMITS.batch)
  checkedCount('sequence', sequence, LIMITS.length)
  checkedCount('imageSize', imageSize, LIMITS.length)
  checkedCount('past', past, LIMITS.length, 0)
  checkedCount('vocabulary', vocabulary, LIMITS.vocabulary)
  for (const [name, length] of Object.entries(dimensions)) checkedCount(`dimension ${shownValue(name)}`, length, LIMITS.length, 0)
}

/** A model whose first dimension is a number takes that batch and no other: a throughput for another one would be false. */
function checkBatch(inputs: readonly OnnxValue[], size: FileSize): void {
  const shapes = inputs.flatMap(({ shape }) => (shape && shape.length > 0 ? [shape] : []))
  const isOpen = shapes.some((shape) => shape.some((dimension, place) => typeof dimension === 'string' && ruleOf(dimension, place, shape) === batch))
  const fixed = shapes[0]?.[0]
  if (isOpen || typeof fixed !== 'number' || fixed === size.batch) return
  throw new BenchcastError('invalid_model', `The model was exported for batches of ${fixed}: ask for batch ${fixed}, or export it with an open batch dimension.`)
}

function fedType({ name, type }: OnnxValue): ElementType {
  if (type !== 'bfloat16' && isWritable(type as ElementType)) return type as ElementType
  throw new BenchcastError('invalid_model', `Input ${shownValue(name)} is of type ${type}: models that take float32, float16, int64, int32, int8, uint8 or bool can be run.`)
}

function shapeOf({ name, shape }: OnnxValue, size: FileSize): readonly number[] {
  if (shape === undefined) throw new BenchcastError('invalid_model', `Input ${shownValue(name)} does not say how many dimensions it has: export the model with the shapes of its inputs.`)
  return shape.map((dimension, place) => (typeof dimension === 'number' ? dimension : chosen(name, dimension, place, shape, size)))
}

function chosen(input: string, dimension: string, place: number, shape: readonly (number | string)[], size: FileSize): number {
  const { dimensions = {} } = size
  if (Object.hasOwn(dimensions, dimension)) return dimensions[dimension]!
  const rule = ruleOf(dimension, place, shape)
  if (rule !== undefined) return rule(size)
  throw new BenchcastError('invalid_model', `Dimension ${place} of input ${shownValue(input)} is called ${shownValue(dimension)}, which says nothing about its size: give its size in dimensions.`)
}

/** By name, else by place: the batch comes first, an image is batch, colours, height, width, and what follows the batch in a table is the sequence. */
function ruleOf(dimension: string, place: number, shape: readonly (number | string)[]): Rule | undefined {
  const named = BY_NAME.find(([pattern]) => pattern.test(dimension))?.[1]
  if (named !== undefined) return named
  if (place === 0) return batch
  if (shape.length === 4) return place === 1 ? () => CHANNELS : image
  return place === 1 ? sequence : undefined
}

/** What single inputs hold, by their name; all others whatever their type has. */
const VALUES_BY_NAME: readonly (readonly [RegExp, (size: FileSize) => number])[] = [
  [/mask/i, () => 1],
  [/use_cache/i, (size) => (past(size) > 0 ? 1 : 0)],
]

function valuesFor({ name, type, shape }: Omit<SampleInput, 'bytes'>, size: FileSize, seed: number): Float32Array {
  const count = elementsOf(shape)
  const fixed = VALUES_BY_NAME.find(([pattern]) => pattern.test(name))?.[1](size)
  if (fixed !== undefined) return new Float32Array(count).fill(fixed)
  if (type.startsWith('float')) return uniformValues(count, seed, (uniform) => 2 * uniform - 1)
  const below = type === 'bool' ? 2 : (size.vocabulary ?? 2)
  return uniformValues(count, seed, (uniform) => Math.floor(uniform * below))
}
