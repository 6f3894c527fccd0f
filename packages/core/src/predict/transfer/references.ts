import type { HardwareSpec } from '../../hardware/hardware.ts'
import { RecentlyUsed } from '../../models/recently-used.ts'
import type { Facts } from '../facts/facts.ts'
import { identityOf } from '../identity.ts'
import { lazy } from '../lazy.ts'
import type { Reference } from '../surface/atlas.ts'
import { deviceDistance } from '../surface/neighbours.ts'
import { type WordCost, wordDistance, wordsOf } from '../word-distance.ts'

/** A measurement of the same architecture on another device, and how little it tells. */
export interface RankedReference {
  readonly reference: Reference
  /** Difference of how it was run and of the devices; 0 for the same. */
  readonly distance: number
}

/** What differing words cost, in units of distance. */
const WORDS: readonly WordCost[] = [
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

interface SizeCost {
  readonly cost: number
  readonly of: (facts: Facts) => number
}

/** What a difference of natural logarithms costs: of sizes that sweeps leave alone, and of those that they change. */
const STEADY_SIZES: readonly SizeCost[] = [
  { cost: 0.6, of: ({ inputSize }) => inputSize },
  { cost: 0.5, of: ({ devices }) => devices },
  { cost: 0.3, of: ({ workload }) => workload.threads ?? 1 },
]
const SWEPT_SIZES: readonly SizeCost[] = [
  { cost: 0.25, of: ({ batchSize }) => batchSize },
  { cost: 0.2, of: ({ workload }) => workload.outputLength ?? 1 },
]

/** The measurements of one architecture, those of a device together, devices in the order they were first met. */
interface Runs {
  readonly references: readonly Reference[]
  readonly words: readonly (readonly unknown[])[]
  /** References x sizes, logs. */
  readonly steadySizes: Float64Array
  readonly sweptSizes: Float64Array
  /** Where each device's measurements begin, and after the last the end. */
  readonly starts: readonly number[]
}

/** What is far about measurements whatever the batch: by measurement what words and steady sizes cost, by device its distance, NaN for the workload's own, and that of its nearest run. */
interface FixedDistances {
  readonly byRun: Float64Array
  readonly byDevice: Float64Array
  readonly leastByDevice: Float64Array
}

/** Ways of running one architecture on one device that are remembered. */
const REMEMBERED = 512

/** Measurements by architecture, to be found quickly. */
export class ReferenceIndex {
  readonly #byArchitecture: ReadonlyMap<string, () => Runs>
  readonly #distances = new RecentlyUsed<FixedDistances>(REMEMBERED)

  constructor(references: readonly Reference[]) {
    this.#byArchitecture = new Map([...Map.groupBy(references, ({ facts }) => facts.architecture)].map(([architecture, own]) => [architecture, lazy(() => runsOf(own))]))
  }

  /** The nearest measurement of the architecture on each other device, the nearest devices first. */
  nearest(facts: Facts, count: number): readonly RankedReference[] {
    const runs = this.#byArchitecture.get(facts.architecture)?.()
    if (runs === undefined) return []
    const words = wordsOf(WORDS, facts)
    const { device, precision } = facts.workload
    const steady = sizesOf(STEADY_SIZES, facts)
    const fixed = this.#distances.get(`${facts.architecture}|${identityOf(device)}|${words.join('|')}|${steady.join('|')}`, () => fixedDistances(runs, words, steady, device, precision))
    return nearestRuns(runs, fixed, sizesOf(SWEPT_SIZES, facts), count)
  }
}

const sizesOf = (sizes: readonly SizeCost[], facts: Facts): readonly number[] => sizes.map(({ of }) => Math.log(of(facts)))

function runsOf(references: readonly Reference[]): Runs {
  const byDevice = [...Map.groupBy(references, ({ facts }) => facts.workload.device.id).values()]
  const starts = [0]
  for (const { length } of byDevice) starts.push(starts.at(-1)! + length)
  const inOrder = byDevice.flat()
  const table = (sizes: readonly SizeCost[]) => Float64Array.from(inOrder.flatMap(({ facts }) => sizesOf(sizes, facts)))
  return { references: inOrder, words: inOrder.map(({ facts }) => wordsOf(WORDS, facts)), steadySizes: table(STEADY_SIZES), sweptSizes: table(SWEPT_SIZES), starts }
}

function fixedDistances(runs: Runs, asked: readonly unknown[], steady: readonly number[], device: HardwareSpec, precision: string | undefined): FixedDistances {
  const { references, words, steadySizes, starts } = runs
  const byRun = Float64Array.from(words, (own, run) => withSizes(wordDistance(WORDS, asked, own), STEADY_SIZES, steady, steadySizes, run))
  const byDevice = Float64Array.from(starts.slice(0, -1), (start) => {
    const other = references[start]!.facts.workload.device
    return other.id === device.id ? Number.NaN : deviceDistance(device, other, precision)
  })
  const leastByDevice = byDevice.map((distance, place) => distance + byRun.subarray(starts[place], starts[place + 1]).reduce((least, one) => Math.min(least, one), Number.POSITIVE_INFINITY))
  return { byRun, byDevice, leastByDevice }
}

/** A distance and what the sizes of a run add to it. */
function withSizes(distance: number, costs: readonly SizeCost[], asked: readonly number[], sizes: Float64Array, run: number): number {
  let sum = distance
  for (let size = 0, at = run * costs.length; size < costs.length; size++, at++) sum += costs[size]!.cost * Math.abs(asked[size]! - sizes[at]!)
  return sum
}

/** The nearest run on each device that has a distance: the nearest `count` of them, in the order of the devices where they are equally near. */
function nearestRuns({ references, sweptSizes, starts }: Runs, { byRun, byDevice, leastByDevice }: FixedDistances, asked: readonly number[], count: number): RankedReference[] {
  const nearest: RankedReference[] = []
  for (let place = 0; place < byDevice.length; place++) {
    const onDevice = byDevice[place]!
    // Whatever its batches, a device can be too far.
    if (Number.isNaN(onDevice) || (nearest.length >= count && leastByDevice[place]! >= nearest.at(-1)!.distance)) continue
    let least = Number.POSITIVE_INFINITY
    let best = -1
    for (let run = starts[place]!; run < starts[place + 1]!; run++) {
      if (byRun[run]! >= least) continue
      const distance = withSizes(byRun[run]!, SWEPT_SIZES, asked, sweptSizes, run)
      if (distance < least) [least, best] = [distance, run]
    }
    if (best >= 0) insert(nearest, { reference: references[best]!, distance: onDevice + least }, count)
  }
  return nearest
}

/** Puts a reference behind those that are no farther, of which `count` are kept. */
function insert(nearest: RankedReference[], one: RankedReference, count: number): void {
  let place = nearest.length
  while (place > 0 && nearest[place - 1]!.distance > one.distance) place--
  if (place >= count) return
  nearest.splice(place, 0, one)
  if (nearest.length > count) nearest.pop()
}
