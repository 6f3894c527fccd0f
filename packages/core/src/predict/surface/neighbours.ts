import type { HardwareSpec } from '../../hardware/hardware.ts'
import { RecentlyUsed } from '../../models/recently-used.ts'
import type { Facts } from '../facts/facts.ts'
import { identityOf } from '../identity.ts'
import { numberFormat, peakOperations } from '../roofline/number-format.ts'
import type { Workload } from '../workload.ts'
import type { Atlas, Region } from './atlas.ts'
import { type Points, TRAITS } from './kernel.ts'
import type { Surface } from './surface.ts'

/** A region chosen to speak about a workload: how well its way of running matches, and how far its device is. */
export interface Neighbour<S extends Surface = Surface> {
  readonly region: Region<S>
  /** 0: every trait and the source match; grows with what does not. */
  readonly mismatch: number
  /** Distance of the devices; 0 for the same. */
  readonly deviceDistance: number
  /** True when the architecture was measured there. */
  readonly knows: boolean
}

/** What a trait that never occurs in a region costs, in the order of `TRAITS`. */
const TRAIT_COSTS = [3, 1.2, 0.15, 0.8, 3, 0.3, 0.5, 0]
/** What another data set costs in mismatch: its harness differs. */
const SOURCE_PENALTY = 1
/** Source of a caller's own workloads: no data set's. */
const CALLERS_OWN = 'api'
/** What it costs when a region never met the architecture. */
const ARCHITECTURE_PENALTY = 0.7
/** How many other devices are asked. */
export const NEIGHBOURS = 3

/** Choices that are remembered for an atlas: they are the same for any size of a model. */
const REMEMBERED = 2048
const choices = new WeakMap<Atlas, RecentlyUsed<readonly Neighbour[]>>()

function remembered<S extends Surface>(
  atlas: Atlas<S>,
  kind: string,
  { device, platform, source, precision }: Workload,
  point: Points,
  choose: () => readonly Neighbour<S>[],
): readonly Neighbour<S>[] {
  const known = choices.get(atlas) ?? new RecentlyUsed<readonly Neighbour[]>(REMEMBERED)
  choices.set(atlas, known)
  return known.get(`${kind}|${identityOf(device)}|${platform}|${source}|${precision}|${point.traits.join()}`, choose) as readonly Neighbour<S>[]
}

/** The region of the workload's own device and platform that runs most alike; undefined when its phase was never measured there, or only with models that do not compare. */
export const ownRegion = <S extends Surface>(atlas: Atlas<S>, facts: Facts, point: Points): Neighbour<S> | undefined =>
  remembered(atlas, `own ${point.architectures[0]}`, facts.workload, point, () => ownRegions(atlas, facts, point).slice(0, 1))[0]

function ownRegions<S extends Surface>(atlas: Atlas<S>, facts: Facts, point: Points): Neighbour<S>[] {
  const { workload } = facts
  const phase = point.traits[0]!
  const candidates = atlas.regions.filter(
    (region) => region.device.id === workload.device.id && region.platform === workload.platform && maySpeakOf(facts, region) && region.traitShares[0]!.has(phase),
  )
  const neighbours = candidates.map((region) => ({ region, mismatch: mismatchOf(region, workload.source, point), deviceDistance: 0, knows: region.architectures.has(point.architectures[0]!) }))
  return neighbours.sort((a, b) => a.mismatch - b.mismatch || b.region.members.length - a.region.members.length)
}

/** Models without a known cost say nothing of one whose cost is known: what they miss of their roofline is what was guessed wrong. */
const maySpeakOf = ({ known }: Facts, { knowsCosts }: Region): boolean => knowsCosts || !known.macs

/**
 * Regions of other devices, the most telling first, one a device.
 *
 * @param architecture code of the architecture to look for; undefined as if nobody had measured it
 */
export const otherRegions = <S extends Surface>(atlas: Atlas<S>, facts: Facts, point: Points, architecture: number | undefined): readonly Neighbour<S>[] =>
  remembered(atlas, `others ${architecture}`, facts.workload, point, () => nearestRegions(atlas, facts, point, architecture))

function nearestRegions<S extends Surface>(atlas: Atlas<S>, facts: Facts, point: Points, architecture: number | undefined): Neighbour<S>[] {
  const { workload } = facts
  const others = atlas.regions.filter((region) => region.device.id !== workload.device.id && maySpeakOf(facts, region))
  const samePlatform = others.filter(({ platform }) => platform === workload.platform)
  const best = new Map<string, Neighbour<S> & { readonly score: number }>()
  for (const region of samePlatform.length > 0 ? samePlatform : others) {
    const mismatch = mismatchOf(region, workload.source, point)
    const distance = deviceDistance(workload.device, region.device, workload.precision)
    const knows = architecture !== undefined && region.architectures.has(architecture)
    const score = mismatch + distance + (knows ? 0 : ARCHITECTURE_PENALTY)
    if (score < (best.get(region.device.id)?.score ?? Number.POSITIVE_INFINITY)) best.set(region.device.id, { region, mismatch, deviceDistance: distance, knows, score })
  }
  return [...best.values()].sort((a, b) => a.score - b.score).slice(0, NEIGHBOURS)
}

function mismatchOf(region: Region, source: string | undefined, point: Points): number {
  let mismatch = source === undefined || source === CALLERS_OWN || source === region.source ? 0 : SOURCE_PENALTY
  for (let trait = 0; trait < TRAITS.length; trait++) mismatch += TRAIT_COSTS[trait]! * (1 - (region.traitShares[trait]!.get(point.traits[trait]!) ?? 0))
  return mismatch
}

const distances = new WeakMap<HardwareSpec, WeakMap<HardwareSpec, Map<string, number>>>()

/** What squared differences of limits count, in the order of `LIMITS`: chosen, like the costs of words, by how well devices that were left out are foretold from the nearest ones. */
const LIMIT_WEIGHTS = [0.1, 0.2, 0.1, 0.2, 0, 0.2, 0, 0]
/** What it costs when devices differ in a word. */
const WORD_COSTS: readonly { readonly cost: number; readonly of: (device: HardwareSpec) => unknown }[] = [
  { cost: 0.7, of: ({ kind }) => kind },
  { cost: 0.2, of: ({ vendor }) => vendor },
  { cost: 0.1, of: ({ architecture }) => architecture },
  { cost: 0.2, of: ({ instructionGeneration }) => instructionGeneration },
]

/** How far apart two devices are: root of the weighted squares of log differences of limits, plus a part each for another kind, vendor, generation. Remembered: tables ask for the same pairs again and again. */
export function deviceDistance(a: HardwareSpec, b: HardwareSpec, precision = ''): number {
  const ofA = distances.get(a) ?? new WeakMap<HardwareSpec, Map<string, number>>()
  distances.set(a, ofA)
  const ofPair = ofA.get(b) ?? new Map<string, number>()
  ofA.set(b, ofPair)
  const known = ofPair.get(precision) ?? computeDistance(a, b, precision)
  ofPair.set(precision, known)
  return known
}

function computeDistance(a: HardwareSpec, b: HardwareSpec, precision: string): number {
  const differences = limitDifferences(a, b, precision)
  const square = LIMIT_WEIGHTS.reduce((sum, weight, limit) => sum + weight * differences[limit]! ** 2, 0)
  return Math.sqrt(square) + WORD_COSTS.reduce((sum, { cost, of }) => (of(a) === of(b) ? sum : sum + cost), 0)
}

/** Names of the differences, in order. */
export const LIMITS = ['fp32', 'peak', 'int8', 'bandwidth', 'issue', 'power', 'cache', 'year'] as const

/** log(a / b) of each limit; of the year the difference. Unknown limits count as equal. */
export function limitDifferences(a: HardwareSpec, b: HardwareSpec, precision: string | undefined): number[] {
  const format = numberFormat(precision)
  const issue = ({ computeUnits, clockHz }: HardwareSpec) => (computeUnits !== undefined && clockHz !== undefined ? computeUnits * clockHz : undefined)
  const ratios: readonly (readonly [number | undefined, number | undefined])[] = [
    [a.operationsPerSecond.fp32, b.operationsPerSecond.fp32],
    [peakOperations(a, format), peakOperations(b, format)],
    [a.operationsPerSecond.int8, b.operationsPerSecond.int8],
    [a.memoryBytesPerSecond, b.memoryBytesPerSecond],
    [issue(a), issue(b)],
    [a.powerWatts, b.powerWatts],
    [a.cacheBytes, b.cacheBytes],
  ]
  return [...ratios.map(([x, y]) => (x === undefined || y === undefined ? 0 : Math.log(x / y))), a.releaseYear - b.releaseYear]
}
