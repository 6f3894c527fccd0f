import { RecentlyUsed } from '../../models/recently-used.ts'
import { type Facts, factsOf } from '../facts/facts.ts'
import { identityOf } from '../identity.ts'
import { roofline } from '../roofline/roofline.ts'
import { type Reference, residualOf } from '../surface/atlas.ts'
import { deviceDistance } from '../surface/neighbours.ts'
import { type WordCost, wordDistance, wordsOf } from '../word-distance.ts'
import type { MeasuredWorkload, NearWorkload, Workload } from '../workload.ts'

/** A measurement and how far it is from the workload asked for. */
interface NearReference {
  readonly reference: Reference
  /** 0 for the same; a factor of e in the size of the model or the batch counts 1 or 0.3, another precision 0.6, another phase 3. */
  readonly distance: number
}

/** A measurement as a reference. */
export function referenceOf({ workload, throughput }: MeasuredWorkload): Reference {
  const facts = factsOf(workload)
  return { facts, residual: residualOf(facts, throughput) }
}

const nearWorkload = ({ reference: { facts, residual }, distance }: NearReference): NearWorkload => ({
  workload: facts.workload,
  throughput: Math.exp(residual) * roofline(facts).itemsPerSecond,
  distance,
})

/** What differing words cost. */
const WORDS: readonly WordCost[] = [
  { cost: 3, of: ({ workload }) => workload.phase },
  { cost: 3, of: ({ workload }) => workload.unit },
  { cost: 1.5, of: ({ workload }) => workload.platform },
  { cost: 0.6, of: ({ workload }) => workload.precision },
  { cost: 0.3, of: ({ framework }) => framework },
]
const OTHER_ARCHITECTURE = 0.5
const OTHER_FAMILY = 0.5
const BATCH = 0.3
const INPUT_SIZE = 0.6

/** Candidates of a model on a device that are looked at for each batch and size. */
const KEPT = 200
const REMEMBERED = 256

/** Measurements of the same model anywhere, or of any model on the same device, to be found by what was asked. */
export class NearestMeasurements {
  readonly #byArchitecture: ReadonlyMap<string, readonly Reference[]>
  readonly #byDevice: ReadonlyMap<string, readonly Reference[]>
  readonly #remembered = new RecentlyUsed<readonly NearReference[]>(REMEMBERED)

  constructor(references: readonly Reference[]) {
    this.#byArchitecture = Map.groupBy(references, ({ facts }) => facts.architecture)
    this.#byDevice = Map.groupBy(references, ({ facts }) => facts.workload.device.id)
  }

  /** The nearest ones, nearest first. */
  nearest(workload: Workload, count: number): readonly NearWorkload[] {
    const facts = factsOf(workload)
    const { architecture } = facts
    const key = [architecture, facts.macs, identityOf(workload.device), ...wordsOf(WORDS, facts)].join('|')
    const candidates = this.#remembered.get(key, () => this.#candidates(facts))
    return nearestOf(candidates, facts, count).map(nearWorkload)
  }

  #candidates(facts: Facts): readonly NearReference[] {
    const same = this.#byArchitecture.get(facts.architecture) ?? []
    const here = (this.#byDevice.get(facts.workload.device.id) ?? []).filter((reference) => reference.facts.architecture !== facts.architecture)
    const distances = new Map<string, number>()
    const words = wordsOf(WORDS, facts)
    const fixed = (other: Facts) => wordDistance(WORDS, words, wordsOf(WORDS, other)) + modelDistance(facts, other) + remembered(distances, other.workload.device.id, () => farness(facts, other))
    return [...same, ...here]
      .map((reference) => ({ reference, distance: fixed(reference.facts) }))
      .sort((a, b) => a.distance - b.distance)
      .slice(0, KEPT)
  }
}

/** The candidates nearest in all, by their order where they are equally near. They come by what is far whatever the size: once that alone is too far, no later one can be near. */
function nearestOf(candidates: readonly NearReference[], facts: Facts, count: number): readonly NearReference[] {
  const best: NearReference[] = []
  const isTooFar = (distance: number) => best.length >= count && distance >= best.at(-1)!.distance
  for (const { reference, distance: fixed } of candidates) {
    if (isTooFar(fixed)) break
    const distance = fixed + sizeDistance(facts, reference.facts)
    if (isTooFar(distance)) continue
    const place = best.findIndex((other) => other.distance > distance)
    best.splice(place < 0 ? best.length : place, 0, { reference, distance })
    if (best.length > count) best.pop()
  }
  return best
}

function remembered(known: Map<string, number>, key: string, make: () => number): number {
  const value = known.get(key) ?? make()
  known.set(key, value)
  return value
}

const farness = (a: Facts, b: Facts): number => (a.workload.device.id === b.workload.device.id ? 0 : deviceDistance(a.workload.device, b.workload.device, a.workload.precision))

function modelDistance(a: Facts, b: Facts): number {
  if (a.architecture === b.architecture) return 0
  return OTHER_ARCHITECTURE + (a.family === b.family ? 0 : OTHER_FAMILY) + Math.abs(Math.log(a.macs / b.macs)) + 0.5 * Math.abs(Math.log(a.parameters / b.parameters))
}

const sizeDistance = (a: Facts, b: Facts): number => BATCH * Math.abs(Math.log(a.batchSize / b.batchSize)) + INPUT_SIZE * Math.abs(Math.log(a.inputSize / b.inputSize))
