import { OPERATOR_NUMBERS, TYPICAL_OPERATORS } from '../../models/operators.ts'
import { RecentlyUsed } from '../../models/recently-used.ts'
import type { Facts } from '../facts/facts.ts'
import { decay } from './decay.ts'
import type { Kernel } from './kernels.ts'
import type { NameSimilarity } from './name-similarity.ts'
import { emptyOutlook, type Outlook, Outlooks, seenAt } from './outlook.ts'

/** Where the costs of a workload lie, on log scales. */
const COSTS: readonly ((facts: Facts) => number)[] = [
  ({ macs }) => macs,
  ({ parameters }) => parameters,
  ({ activations }) => activations,
  ({ inputSize }) => inputSize,
  ({ batchSize }) => batchSize,
  ({ macs, parameters }) => macs / parameters,
  ({ macs, activations }) => macs / activations,
  ({ weightBytes, parameters }) => weightBytes / parameters,
  ({ devices }) => devices,
  ({ workload }) => workload.threads ?? 1,
  ({ workload }) => workload.outputLength ?? 1,
  ({ layers }) => layers,
]
/** Place of the batch among the coordinates. */
const BATCH = 4

/** What architectures are made of, on log scales: the number, what is added to it so that little is not far from none, and the length scale. */
const OPERATORS: readonly { readonly name: string; readonly added: number; readonly scale: number }[] = [
  { name: 'kernels', added: 0, scale: 4 },
  { name: 'moved_per_activation', added: 200, scale: 1.5 },
  { name: 'elementwise_per_activation', added: 100, scale: 4 },
  { name: 'copied_per_activation', added: 100, scale: 4 },
  { name: 'batch_norm_per_activation', added: 300, scale: 5 },
  { name: 'layer_norm_per_activation', added: 100, scale: 5 },
  { name: 'nonlinear_per_activation', added: 200, scale: 5 },
  { name: 'depthwise_window_per_activation', added: 300, scale: 6 },
]
const OPERATOR_COORDINATES = OPERATORS.map(({ name, added }) => {
  const place = OPERATOR_NUMBERS.indexOf(name)
  return ({ operators = TYPICAL_OPERATORS }: Facts) => added + operators[place]!
})
const COORDINATES = [...COSTS, ...OPERATOR_COORDINATES]
const DIMENSIONS = COORDINATES.length

/** Words a surface compares. */
export const TRAITS: readonly ((facts: Facts) => string)[] = [
  ({ workload }) => workload.phase,
  ({ framework }) => framework,
  ({ frameworkVersion }) => frameworkVersion,
  ({ workload }) => workload.precision ?? '',
  ({ workload }) => workload.unit,
  ({ workload }) => workload.layout ?? '',
  ({ workload }) => String(workload.compiled ?? ''),
  ({ known }) => String(known.macs),
]
const SQRT_3 = Math.sqrt(3)

/** Numbers for words, so that comparing is fast. A word is numbered when it is first met. */
export class Codebook {
  readonly #codes = new Map<string, number>()

  code(word: string): number {
    const known = this.#codes.get(word)
    if (known !== undefined) return known
    this.#codes.set(word, this.#codes.size)
    return this.#codes.size - 1
  }
}

/** Workloads as a surface compares them, by column. */
export interface Points {
  readonly count: number
  /** count x coordinates, on log scales. */
  readonly coordinates: Float64Array
  /** count x traits. */
  readonly traits: Int32Array
  readonly families: Int32Array
  readonly architectures: Int32Array
  readonly baseNames: readonly string[]
  /** 1 where the cost is known. */
  readonly costKnown: Uint8Array
}

export function pointsOf(all: readonly Facts[], codebook: Codebook): Points {
  return {
    count: all.length,
    coordinates: table(all, COORDINATES, (of, facts) => Math.log(of(facts)), Float64Array),
    traits: table(all, TRAITS, (of, facts) => codebook.code(of(facts)), Int32Array),
    families: Int32Array.from(all, ({ family }) => codebook.code(family)),
    architectures: Int32Array.from(all, ({ architecture }) => codebook.code(architecture)),
    baseNames: all.map(({ spelling }) => spelling),
    costKnown: Uint8Array.from(all, ({ known }) => Number(known.macs)),
  }
}

/** Values by row and column. */
function table<Column, Values extends Float64Array | Int32Array>(
  all: readonly Facts[],
  columns: readonly Column[],
  amount: (column: Column, facts: Facts) => number,
  Values: new (length: number) => Values,
): Values {
  const values = new Values(all.length * columns.length)
  for (let row = 0, at = 0; row < all.length; row++) for (let column = 0; column < columns.length; column++) values[at++] = amount(columns[column]!, all[row]!)
  return values
}

/** Some of the points, in the given order. */
export function selectPoints(points: Points, rows: readonly number[]): Points {
  const { coordinates, traits, families, architectures, costKnown } = points
  return {
    count: rows.length,
    coordinates: Float64Array.from(rows.flatMap((row) => [...coordinates.subarray(row * DIMENSIONS, (row + 1) * DIMENSIONS)])),
    traits: Int32Array.from(rows.flatMap((row) => [...traits.subarray(row * TRAITS.length, (row + 1) * TRAITS.length)])),
    families: Int32Array.from(rows, (row) => families[row]!),
    architectures: Int32Array.from(rows, (row) => architectures[row]!),
    baseNames: rows.map((row) => points.baseNames[row]!),
    costKnown: Uint8Array.from(rows, (row) => costKnown[row]!),
  }
}

/** A kernel made ready for the points of a surface. */
export interface Similarity {
  readonly kernel: Kernel
  readonly points: Points
  /** Place of each point's name in `names`. */
  readonly nameIndex: Int32Array
  readonly names: NameSimilarity
  /** Coordinates that the kernel compares, less their mean, over the length scales. */
  readonly scaled: Float64Array
  readonly center: Float64Array
  /** Length scales of the coordinates that the kernel compares: the first of all. */
  readonly scales: readonly number[]
  /** Squared length of each point's scaled coordinates. */
  readonly squares: Float64Array
  /** Similarity left for each set of differing traits, one bit a trait. */
  readonly damping: Float64Array
  /** Similarity left at each point, by the traits of the workload that asks. */
  readonly dampingAt: RecentlyUsed<Float64Array>
  /** What was worked out for any batch of models that asked before. */
  readonly outlooks: Outlooks
}

/** Sets of traits that a surface remembers the damping of. */
const REMEMBERED = 16

export function similarityOf(kernel: Kernel, points: Points, nameIndex: Int32Array, names: NameSimilarity): Similarity {
  const center = centerOf(points)
  const damping = Float64Array.from({ length: 2 ** TRAITS.length }, (_, set) => Math.exp(-kernel.penalties.reduce((sum, penalty, bit) => sum + ((set >> bit) & 1) * penalty, 0)))
  const scales = kernel.readsOperators ? [...kernel.scales, ...OPERATORS.map(({ scale }) => scale)] : kernel.scales
  const scaled = scaledCoordinates(points, center, scales)
  const width = scales.length
  const squares = Float64Array.from({ length: points.count }, (_, point) => product(scaled, scaled, point * width, point * width, width))
  return { kernel, points, nameIndex, names, center, scales, damping, scaled, squares, dampingAt: new RecentlyUsed(REMEMBERED), outlooks: new Outlooks() }
}

function product(a: Float64Array, b: Float64Array, startA: number, startB: number, width: number): number {
  let sum = 0
  for (let dimension = 0; dimension < width; dimension++) sum += a[startA + dimension]! * b[startB + dimension]!
  return sum
}

/** The compared coordinates of each point, less the center, over the length scales. */
function scaledCoordinates({ coordinates, count }: Points, center: Float64Array, scales: readonly number[]): Float64Array {
  const width = scales.length
  const scaled = new Float64Array(count * width)
  for (let point = 0, at = 0; point < count; point++)
    for (let dimension = 0; dimension < width; dimension++, at++) scaled[at] = (coordinates[point * DIMENSIONS + dimension]! - center[dimension]!) / scales[dimension]!
  return scaled
}

function centerOf({ coordinates, count }: Points): Float64Array {
  const center = new Float64Array(DIMENSIONS)
  for (let index = 0; index < coordinates.length; index++) center[index % DIMENSIONS]! += coordinates[index]! / count
  return center
}

/** Prior variance at zero distance: the covariance of a workload with itself, less the linear part. */
export function priorVariance({ amplitudes: { costs, name, costsAndName, family, costsAndFamily, architecture } }: Kernel): number {
  return costs + name + costsAndName + family + costsAndFamily + architecture
}

/**
 * Covariances of a workload (`one` has a single point) with the first `count` points of a surface: Matérn 3/2 of costs, alone and within name and family, plus constants for name, family and
 * architecture and a linear part, all damped where traits differ.
 */
export function covariances(one: Points, similarity: Similarity, count = similarity.points.count): Float64Array {
  const outlook = count === similarity.points.count ? similarity.outlooks.find(batchlessKey(one), () => outlookOf(one, similarity)) : undefined
  if (outlook !== undefined) return seenAt(outlook, (one.coordinates[BATCH]! - similarity.center[BATCH]!) / similarity.kernel.scales[BATCH]!, similarity.kernel.familyReach)
  const { kernel, nameIndex, names, center, scales, scaled, squares } = similarity
  const { amplitudes, familyReach } = kernel
  const { families, architectures } = similarity.points
  const result = new Float64Array(count)
  const own = scaledCoordinates(one, center, scales)
  const width = scales.length
  const ownSquare = product(own, own, 0, 0, width)
  const closeness = names.closenessToAll(one.baseNames[0]!, kernel.nameScale)
  const damping = dampingFor(one.traits, similarity)
  const [family, architecture] = [one.families[0]!, one.architectures[0]!]
  for (let other = 0; other < count; other++) {
    const inner = product(own, scaled, 0, other * width, width)
    const reach = SQRT_3 * Math.sqrt(Math.max(0, ownSquare + squares[other]! - 2 * inner))
    const costs = (1 + reach) * decay(reach)
    let value = amplitudes.costs * costs + closeness[nameIndex[other]!]! * (amplitudes.name + amplitudes.costsAndName * costs) + amplitudes.linear * inner
    if (family === families[other]) {
      const wide = familyReach * reach
      value += amplitudes.family + amplitudes.costsAndFamily * (1 + wide) * decay(wide)
    }
    if (architecture === architectures[other]) value += amplitudes.architecture
    result[other] = value * damping[other]!
  }
  return result
}

const batchlessKeys = new WeakMap<Points, string>()

/** What a workload is besides its batch; written once for all the surfaces that are asked about it. Operators are those of its name and architecture. */
function batchlessKey(one: Points): string {
  const key = batchlessKeys.get(one) ?? writeBatchlessKey(one)
  batchlessKeys.set(one, key)
  return key
}

function writeBatchlessKey({ coordinates, traits, families, architectures, baseNames }: Points): string {
  return `${baseNames[0]} ${families[0]} ${architectures[0]} ${traits.join()} ${coordinates.subarray(0, BATCH).join()} ${coordinates.subarray(BATCH + 1, COSTS.length).join()}`
}

/** The parts of {@link covariances} that do not depend on the batch. */
function outlookOf(one: Points, similarity: Similarity): Outlook {
  const { kernel, points, nameIndex, names, center, scales, scaled } = similarity
  const { amplitudes } = kernel
  const own = scaledCoordinates(one, center, scales)
  const closeness = names.closenessToAll(one.baseNames[0]!, kernel.nameScale)
  const damping = dampingFor(one.traits, similarity)
  const outlook = emptyOutlook(points.count)
  const width = scales.length
  for (let other = 0; other < points.count; other++) {
    const [near, left] = [closeness[nameIndex[other]!]!, damping[other]!]
    const isFamily = one.families[0] === points.families[other]
    const isArchitecture = one.architectures[0] === points.architectures[other]
    for (let dimension = 0, at = other * width; dimension < width; dimension++, at++) {
      if (dimension === BATCH) continue
      outlook.squares[other]! += (own[dimension]! - scaled[at]!) ** 2
      outlook.inners[other]! += own[dimension]! * scaled[at]!
    }
    outlook.batches[other] = scaled[other * width + BATCH]!
    outlook.fixed[other] = left * (near * amplitudes.name + (isFamily ? amplitudes.family : 0) + (isArchitecture ? amplitudes.architecture : 0))
    outlook.costs[other] = left * (amplitudes.costs + near * amplitudes.costsAndName)
    outlook.family[other] = isFamily ? left * amplitudes.costsAndFamily : 0
    outlook.linear[other] = left * amplitudes.linear
  }
  return outlook
}

function dampingFor(traits: Int32Array, { points, damping, dampingAt }: Similarity): Float64Array {
  return dampingAt.get(traits.join(), () => Float64Array.from({ length: points.count }, (_, other) => damping[differingTraits(traits, points.traits, other * TRAITS.length)]!))
}

function differingTraits(one: Int32Array, others: Int32Array, start: number): number {
  let set = 0
  for (let trait = 0; trait < one.length; trait++) if (one[trait] !== others[start + trait]) set |= 1 << trait
  return set
}
