import type { Facts } from '../facts/facts.ts'
import type { NameSimilarity } from './name-similarity.ts'

/** Length scales, in natural logarithms: how far two workloads may differ in a cost before what is known of one says little about the other. */
const COORDINATES: readonly { readonly scale: number; readonly of: (facts: Facts) => number }[] = [
  { scale: 22, of: ({ macs }) => Math.log(macs) },
  { scale: 50, of: ({ parameters }) => Math.log(parameters) },
  { scale: 4.7, of: ({ activations }) => Math.log(activations) },
  { scale: 0.65, of: ({ inputSize }) => Math.log(inputSize) },
  { scale: 4, of: ({ batchSize }) => Math.log(batchSize) },
  { scale: 2, of: ({ macs, parameters }) => Math.log(macs / parameters) },
  { scale: 1, of: ({ macs, activations }) => Math.log(macs / activations) },
  { scale: 1.5, of: ({ weightBytes, parameters }) => Math.log(weightBytes / parameters) },
  { scale: 0.7, of: ({ devices }) => Math.log(devices) },
  { scale: 0.7, of: ({ workload }) => Math.log(workload.threads ?? 1) },
  { scale: 1.5, of: ({ workload }) => Math.log(workload.outputLength ?? 1) },
]
const DIMENSIONS = COORDINATES.length

/** Words a surface compares, and what differing costs: similarity falls by e to that power. */
export const TRAITS: readonly { readonly penalty: number; readonly of: (facts: Facts) => string }[] = [
  { penalty: 3, of: ({ workload }) => workload.phase },
  { penalty: 1.2, of: ({ framework }) => framework },
  { penalty: 0.15, of: ({ frameworkVersion }) => frameworkVersion },
  { penalty: 0.8, of: ({ workload }) => workload.precision ?? '' },
  { penalty: 3, of: ({ workload }) => workload.unit },
  { penalty: 0.3, of: ({ workload }) => workload.layout ?? '' },
  { penalty: 0.5, of: ({ workload }) => String(workload.compiled ?? '') },
]

/** Similarity left for each set of differing traits, one bit a trait. */
const DAMPING = Float64Array.from({ length: 2 ** TRAITS.length }, (_, set) => Math.exp(-TRAITS.reduce((sum, { penalty }, bit) => sum + (((set >> bit) & 1) === 1 ? penalty : 0), 0)))

/** Shares of the prior variance of log(throughput / roofline). Chosen by leave-one-architecture-out on the public measurements. */
const AMPLITUDES = { costs: 0.19, name: 0.14, costsAndName: 0.03, family: 0.25, costsAndFamily: 0.34, architecture: 0.001, linear: 0.001 }
/** Variances of what no feature explains, from repetitions of a careful harness to a mixture of them; each surface takes the one that predicts best. */
export const NOISES = [0.0006, 0.005, 0.03, 0.12] as const
/** Within a family costs may differ more. */
const FAMILY_REACH = 0.43
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
  /** count x coordinates, on log scales over their length scales. */
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
    coordinates: Float64Array.from(all.flatMap((facts) => COORDINATES.map(({ scale, of }) => of(facts) / scale))),
    traits: Int32Array.from(all.flatMap((facts) => TRAITS.map(({ of }) => codebook.code(of(facts))))),
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

/** Mean coordinates: where the linear part is zero. */
export function centerOf({ coordinates, count }: Points): Float64Array {
  const center = new Float64Array(DIMENSIONS)
  for (let index = 0; index < coordinates.length; index++) center[index % DIMENSIONS]! += coordinates[index]! / count
  return center
}

/**
 * Covariances of one point with the first `count` points of others: a sum of smooth functions of costs (Matérn 3/2), name, family and architecture, damped where traits
 * differ, plus a linear part that carries trends beyond the measured sizes.
 *
 * @param nameIndex place of each other point's name in `names`
 */
export function covariances(one: Points, index: number, others: Points, nameIndex: Int32Array, names: NameSimilarity, center: Float64Array, count = others.count): Float64Array {
  const result = new Float64Array(count)
  const closeness = names.closenessToAll(one.baseNames[index]!)
  const [start, family, architecture] = [index * DIMENSIONS, one.families[index]!, one.architectures[index]!]
  for (let other = 0; other < count; other++) {
    let square = 0
    let inner = 0
    for (let dimension = 0, at = other * DIMENSIONS; dimension < DIMENSIONS; dimension++, at++) {
      const x = one.coordinates[start + dimension]!
      const y = others.coordinates[at]!
      square += (x - y) * (x - y)
      inner += (x - center[dimension]!) * (y - center[dimension]!)
    }
    const reach = SQRT_3 * Math.sqrt(square)
    const costs = (1 + reach) * Math.exp(-reach)
    let value = AMPLITUDES.costs * costs + closeness[nameIndex[other]!]! * (AMPLITUDES.name + AMPLITUDES.costsAndName * costs) + AMPLITUDES.linear * inner
    if (family === others.families[other]) {
      const wide = FAMILY_REACH * reach
      value += AMPLITUDES.family + AMPLITUDES.costsAndFamily * (1 + wide) * Math.exp(-wide)
    }
    if (architecture === others.architectures[other]) value += AMPLITUDES.architecture
    result[other] = value * DAMPING[differingTraits(one.traits, index, others.traits, other)]!
  }
  return result
}

function differingTraits(left: Int32Array, a: number, right: Int32Array, b: number): number {
  const width = TRAITS.length
  let set = 0
  for (let trait = 0; trait < width; trait++) if (left[a * width + trait] !== right[b * width + trait]) set |= 1 << trait
  return set
}
