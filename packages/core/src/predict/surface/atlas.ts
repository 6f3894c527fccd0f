import type { HardwareSpec, Platform } from '../../hardware/hardware.ts'
import type { Facts } from '../facts/facts.ts'
import { roofline } from '../roofline/roofline.ts'
import { chooseKernel, type KernelChoice, type Trial } from './choose-kernel.ts'
import { Codebook, type Points, pointsOf, similarityOf, TRAITS } from './kernel.ts'
import { KERNELS } from './kernels.ts'
import { NameSimilarity } from './name-similarity.ts'
import { type FittedSurface, fitSurface, rangeOf, type Surface } from './surface.ts'

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

/** A surface without its points: what a file keeps of it. */
export interface SurfaceData extends KernelChoice {
  readonly mean: number
  readonly weights: Float64Array
}

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

/** Splits references into regions and fits a surface to each, with the kernel that suits its data set. */
export function fitAtlas(references: readonly Reference[]): Atlas<FittedSurface> & { readonly choices: readonly KernelChoice[] } {
  const { groundOf, ...plan } = planOf(references.map(({ facts }) => facts))
  const trials = plan.regions.map(({ members, points, nameIndex }): Trial => ({ points, nameIndex, residuals: Float64Array.from(members, (index) => references[index]!.residual) }))
  const chosen = new Map(
    [...Map.groupBy(trials.keys(), groundOf)].map(([ground, places]) => [
      ground,
      chooseKernel(
        places.map((place) => trials[place]!),
        plan.names,
      ),
    ]),
  )
  const choices = plan.regions.map((_, place) => chosen.get(groundOf(place))!)
  const regions = plan.regions.map((region, place): Region<FittedSurface> => {
    const { kernel, noise } = choices[place]!
    return { ...region, surface: fitSurface(similarityOf(KERNELS[kernel]!, region.points, region.nameIndex, plan.names), trials[place]!.residuals, noise) }
  })
  return { ...plan, regions, choices }
}

/** The atlas of surfaces fitted before, in the order of {@link fitAtlas} for the same workloads. */
export function atlasOf(references: readonly Reference[], surfaces: readonly SurfaceData[]): Atlas {
  const plan = planOf(references.map(({ facts }) => facts))
  const regions = plan.regions.map((region, place): Region => {
    const { kernel, mean, weights } = surfaces[place]!
    const range = rangeOf(Float64Array.from(region.members, (index) => references[index]!.residual))
    return { ...region, surface: { similarity: similarityOf(KERNELS[kernel]!, region.points, region.nameIndex, plan.names), mean, weights, range } }
  })
  return { ...plan, regions }
}

type RegionPlan = Omit<Region, 'surface'> & { readonly points: Points; readonly nameIndex: Int32Array }

/** Regions of workloads, the same way every time; `groundOf` names the data set and platform of a region. */
function planOf(facts: readonly Facts[]): Omit<Atlas, 'regions'> & { readonly regions: readonly RegionPlan[]; readonly groundOf: (place: number) => string } {
  const codebook = new Codebook()
  const names = new NameSimilarity([...new Set(facts.map(({ baseName }) => baseName))].sort())
  const placeOf = new Map(names.names.map((name, place) => [name, place]))
  const regions = regionsOf(facts).map((members): RegionPlan => {
    const own = members.map((index) => facts[index]!)
    const points = pointsOf(own, codebook)
    const { device, platform, source = '' } = own[0]!.workload
    const nameIndex = Int32Array.from(own, ({ baseName }) => placeOf.get(baseName)!)
    return { device, platform, source, members, points, nameIndex, traitShares: sharesOf(points), architectures: new Set(points.architectures) }
  })
  return { regions, names, codebook, groundOf: (place) => `${regions[place]!.source}|${regions[place]!.platform}` }
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
