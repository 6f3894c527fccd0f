import { RecentlyUsed } from '../../models/recently-used.ts'
import type { Facts } from '../facts/facts.ts'
import { decay } from './decay.ts'
import type { Kernel } from './kernels.ts'
import type { NameSimilarity } from './name-similarity.ts'

/** Where a workload lies, on log scales. */
const COORDINATES: readonly ((facts: Facts) => number)[] = [
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
}

export function pointsOf(all: readonly Facts[], codebook: Codebook): Points {
  return {
    count: all.length,
    coordinates: Float64Array.from(all.flatMap((facts) => COORDINATES.map((of) => Math.log(of(facts))))),
    traits: Int32Array.from(all.flatMap((facts) => TRAITS.map((of) => codebook.code(of(facts))))),
    families: Int32Array.from(all, ({ family }) => codebook.code(family)),
    architectures: Int32Array.from(all, ({ architecture }) => codebook.code(architecture)),
    baseNames: all.map(({ baseName }) => baseName),
  }
}

/** Some of the points, in the given order. */
export function selectPoints(points: Points, rows: readonly number[]): Points {
  const { coordinates, traits, families, architectures } = points
  return {
    count: rows.length,
    coordinates: Float64Array.from(rows.flatMap((row) => [...coordinates.subarray(row * DIMENSIONS, (row + 1) * DIMENSIONS)])),
    traits: Int32Array.from(rows.flatMap((row) => [...traits.subarray(row * TRAITS.length, (row + 1) * TRAITS.length)])),
    families: Int32Array.from(rows, (row) => families[row]!),
    architectures: Int32Array.from(rows, (row) => architectures[row]!),
    baseNames: rows.map((row) => points.baseNames[row]!),
  }
}

/** A kernel made ready for the points of a surface. */
export interface Similarity {
  readonly kernel: Kernel
  readonly points: Points
  /** Place of each point's name in `names`. */
  readonly nameIndex: Int32Array
  readonly names: NameSimilarity
  /** Coordinates less their mean, over the length scales. */
  readonly scaled: Float64Array
  readonly center: Float64Array
  /** Squared length of each point's scaled coordinates. */
  readonly squares: Float64Array
  /** Similarity left for each set of differing traits, one bit a trait. */
  readonly damping: Float64Array
  /** Similarity left at each point, by the traits of the workload that asks. */
  readonly dampingAt: RecentlyUsed<Float64Array>
}

/** Sets of traits that a surface remembers the damping of. */
const REMEMBERED = 16

export function similarityOf(kernel: Kernel, points: Points, nameIndex: Int32Array, names: NameSimilarity): Similarity {
  const center = centerOf(points)
  const damping = Float64Array.from({ length: 2 ** TRAITS.length }, (_, set) => Math.exp(-kernel.penalties.reduce((sum, penalty, bit) => sum + ((set >> bit) & 1) * penalty, 0)))
  const scaled = scaledCoordinates(points, center, kernel)
  const squares = Float64Array.from({ length: points.count }, (_, point) => product(scaled, scaled, point * DIMENSIONS, point * DIMENSIONS))
  return { kernel, points, nameIndex, names, center, damping, scaled, squares, dampingAt: new RecentlyUsed(REMEMBERED) }
}

function product(a: Float64Array, b: Float64Array, startA: number, startB: number): number {
  let sum = 0
  for (let dimension = 0; dimension < DIMENSIONS; dimension++) sum += a[startA + dimension]! * b[startB + dimension]!
  return sum
}

function scaledCoordinates({ coordinates }: Points, center: Float64Array, { scales }: Kernel): Float64Array {
  return coordinates.map((value, at) => (value - center[at % DIMENSIONS]!) / scales[at % DIMENSIONS]!)
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
  const { kernel, points, nameIndex, names, center, scaled, squares } = similarity
  const { amplitudes, familyReach } = kernel
  const result = new Float64Array(count)
  const own = scaledCoordinates(one, center, kernel)
  const ownSquare = product(own, own, 0, 0)
  const closeness = names.closenessToAll(one.baseNames[0]!, kernel.nameScale)
  const damping = dampingFor(one.traits, similarity)
  const [family, architecture] = [one.families[0]!, one.architectures[0]!]
  for (let other = 0; other < count; other++) {
    const inner = product(own, scaled, 0, other * DIMENSIONS)
    const reach = SQRT_3 * Math.sqrt(Math.max(0, ownSquare + squares[other]! - 2 * inner))
    const costs = (1 + reach) * decay(reach)
    let value = amplitudes.costs * costs + closeness[nameIndex[other]!]! * (amplitudes.name + amplitudes.costsAndName * costs) + amplitudes.linear * inner
    if (family === points.families[other]) {
      const wide = familyReach * reach
      value += amplitudes.family + amplitudes.costsAndFamily * (1 + wide) * decay(wide)
    }
    if (architecture === points.architectures[other]) value += amplitudes.architecture
    result[other] = value * damping[other]!
  }
  return result
}

function dampingFor(traits: Int32Array, { points, damping, dampingAt }: Similarity): Float64Array {
  return dampingAt.get(traits.join(), () => Float64Array.from({ length: points.count }, (_, other) => damping[differingTraits(traits, points.traits, other * TRAITS.length)]!))
}

function differingTraits(one: Int32Array, others: Int32Array, start: number): number {
  let set = 0
  for (let trait = 0; trait < one.length; trait++) if (one[trait] !== others[start + trait]) set |= 1 << trait
  return set
}
