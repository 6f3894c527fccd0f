import type { HardwareSpec, Platform } from '../../hardware/hardware.ts'
import type { Facts } from '../facts/facts.ts'
import { roofline } from '../roofline/roofline.ts'
import { Codebook, type Points, pointsOf, TRAITS } from './kernel.ts'
import { NameSimilarity } from './name-similarity.ts'
import { type FittedSurface, fitSurface, type Surface } from './surface.ts'

/** A measured workload ready for learning. */
export interface Reference {
  readonly facts: Facts
  /** log(throughput / roofline). */
  readonly residual: number
}

/** A surface and whom it speaks of. */
export interface Region<S extends Surface = Surface> {
  readonly device: HardwareSpec
  readonly source: string
  readonly platform: Platform
  readonly surface: S
  /** Share of the points that have a value of a trait, by trait and code. */
  readonly traitShares: readonly ReadonlyMap<number, number>[]
  readonly architectures: ReadonlySet<number>
  /** Places of the points among the references. */
  readonly members: readonly number[]
}

/** All surfaces of the measured devices. */
export interface Atlas<S extends Surface = Surface> {
  readonly regions: readonly Region<S>[]
  readonly names: NameSimilarity
  readonly codebook: Codebook
}

/** Makes the surface of a region from its points, their place among the regions and their names. */
export type MakeSurface<S extends Surface> = (points: Points, members: readonly number[], nameIndex: Int32Array, names: NameSimilarity, region: number) => S

/** A region with more points than this is split by the next trait: work grows with the cube. */
const LARGEST_REGION = 1300
/** What regions are split by, in order, after source, platform and device. */
const SPLITS: readonly ((facts: Facts) => string)[] = [
  ({ workload }) => workload.phase,
  ({ workload }) => workload.framework ?? '',
  ({ workload }) => workload.precision ?? '',
  ({ workload }) => workload.layout ?? '',
  ({ workload }) => String(workload.compiled ?? ''),
  ({ devices }) => String(devices),
  ({ workload }) => String(workload.inputSize ?? ''),
]

/** log(throughput / roofline) of a measurement. */
export function residualOf(facts: Facts, throughput: number): number {
  return Math.log(throughput / roofline(facts).itemsPerSecond)
}

/** Splits references into regions and fits a surface to each. */
export function fitAtlas(references: readonly Reference[]): Atlas<FittedSurface> {
  return makeAtlas(
    references.map(({ facts }) => facts),
    (points, members, nameIndex, names) =>
      fitSurface(
        points,
        Float64Array.from(members, (index) => references[index]!.residual),
        nameIndex,
        names,
      ),
  )
}

/** Splits workloads into regions, the same way every time, and makes the surface of each. */
export function makeAtlas<S extends Surface>(facts: readonly Facts[], make: MakeSurface<S>): Atlas<S> {
  const codebook = new Codebook()
  const names = new NameSimilarity([...new Set(facts.map(({ baseName }) => baseName))].sort())
  const placeOf = new Map(names.names.map((name, place) => [name, place]))
  const regions = regionsOf(facts).map((members, place): Region<S> => {
    const own = members.map((index) => facts[index]!)
    const points = pointsOf(own, codebook)
    const nameIndex = Int32Array.from(own, ({ baseName }) => placeOf.get(baseName)!)
    const { device, platform, source = '' } = own[0]!.workload
    return { device, platform, source, members, traitShares: sharesOf(points), architectures: new Set(points.architectures), surface: make(points, members, nameIndex, names, place) }
  })
  return { regions, names, codebook }
}

function regionsOf(facts: readonly Facts[]): number[][] {
  const all = facts.map((_, index) => index)
  const coarse = Map.groupBy(all, (index) => regionKey(facts[index]!))
  return [...coarse.values()].flatMap((members) => splitRegion(members, facts, 0))
}

function regionKey({ workload }: Facts): string {
  return `${workload.source ?? ''}|${workload.platform}|${workload.device.id}`
}

function splitRegion(members: readonly number[], facts: readonly Facts[], depth: number): number[][] {
  const split = SPLITS[depth]
  if (members.length <= LARGEST_REGION || split === undefined) return [[...members]]
  return [...Map.groupBy(members, (index) => split(facts[index]!)).values()].flatMap((part) => splitRegion(part, facts, depth + 1))
}

function sharesOf({ traits, count }: Points): Map<number, number>[] {
  return TRAITS.map((_, trait) => {
    const shares = new Map<number, number>()
    for (let at = trait; at < traits.length; at += TRAITS.length) shares.set(traits[at]!, (shares.get(traits[at]!) ?? 0) + 1 / count)
    return shares
  })
}
