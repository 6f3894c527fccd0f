import type { Facts } from '../facts/facts.ts'
import type { Reference } from '../surface/atlas.ts'
import { deviceDistance } from '../surface/neighbours.ts'

/** A measurement of the same architecture on another device, and how little it tells. */
export interface RankedReference {
  readonly reference: Reference
  /** Difference of how it was run and of the devices; 0 for the same. */
  readonly distance: number
}

/** What differing words cost, in units of distance. */
const WORDS: readonly { readonly cost: number; readonly of: (facts: Facts) => unknown }[] = [
  { cost: 3, of: ({ workload }) => workload.phase },
  { cost: 3, of: ({ workload }) => workload.unit },
  { cost: 1.5, of: ({ workload }) => workload.platform },
  { cost: 1, of: ({ framework }) => framework },
  { cost: 0.7, of: ({ workload }) => workload.source },
  { cost: 0.6, of: ({ workload }) => workload.precision },
  { cost: 0.4, of: ({ workload }) => workload.compiled },
  { cost: 0.2, of: ({ workload }) => workload.layout },
  { cost: 0.2, of: ({ workload }) => workload.autocast },
  { cost: 0.15, of: ({ baseName }) => baseName },
  { cost: 0.1, of: ({ frameworkVersion }) => frameworkVersion },
]

/** What a difference of natural logarithms costs. */
const SIZES: readonly { readonly cost: number; readonly of: (facts: Facts) => number }[] = [
  { cost: 0.6, of: ({ inputSize }) => inputSize },
  { cost: 0.5, of: ({ devices }) => devices },
  { cost: 0.3, of: ({ workload }) => workload.threads ?? 1 },
  { cost: 0.25, of: ({ batchSize }) => batchSize },
  { cost: 0.2, of: ({ workload }) => workload.outputLength ?? 1 },
]

interface Entry {
  readonly reference: Reference
  readonly words: readonly unknown[]
  readonly sizes: readonly number[]
}

/** Measurements by architecture, to be found quickly. */
export class ReferenceIndex {
  readonly #byArchitecture: ReadonlyMap<string, readonly Entry[]>

  constructor(references: readonly Reference[]) {
    this.#byArchitecture = Map.groupBy(references.map(entryOf), ({ reference }) => reference.facts.architecture)
  }

  /** The nearest measurement of the architecture on each other device, the nearest devices first. */
  nearest(facts: Facts, count: number): readonly RankedReference[] {
    const words = wordsOf(facts)
    const sizes = sizesOf(facts)
    const { device, precision } = facts.workload
    const best = new Map<string, RankedReference>()
    for (const entry of this.#byArchitecture.get(facts.architecture) ?? []) {
      const other = entry.reference.facts.workload.device
      if (other.id === device.id) continue
      const distance = deviceDistance(device, other, precision) + runDistance(words, sizes, entry)
      if (distance < (best.get(other.id)?.distance ?? Number.POSITIVE_INFINITY)) best.set(other.id, { reference: entry.reference, distance })
    }
    return [...best.values()].sort((a, b) => a.distance - b.distance).slice(0, count)
  }
}

const wordsOf = (facts: Facts) => WORDS.map(({ of }) => of(facts))
const sizesOf = (facts: Facts) => SIZES.map(({ of }) => Math.log(of(facts)))
const entryOf = (reference: Reference): Entry => ({
  reference,
  words: wordsOf(reference.facts),
  sizes: sizesOf(reference.facts),
})

function runDistance(words: readonly unknown[], sizes: readonly number[], entry: Entry): number {
  let distance = 0
  for (let i = 0; i < words.length; i++) if (words[i] !== entry.words[i]) distance += WORDS[i]!.cost
  for (let i = 0; i < sizes.length; i++) distance += SIZES[i]!.cost * Math.abs(sizes[i]! - entry.sizes[i]!)
  return distance
}
