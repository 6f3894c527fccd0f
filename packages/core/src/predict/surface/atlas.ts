import type { HardwareSpec, Platform } from '../../hardware/hardware.ts'
import type { Facts } from '../facts/facts.ts'
import { lazy } from '../lazy.ts'
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
  /** True when the cost of some of its models is known. */
  readonly knowsCosts: boolean
  /** Share of the points that have a value of a trait, by trait and code. */
  readonly traitShares: readonly ReadonlyMap<number, number>[]
  readonly architectures: ReadonlySet<number>
  /** Architectures of each family. */
  readonly familySizes: ReadonlyMap<number, number>
  /** Places of the points among the references. */
  readonly members: readonly number[]
}

/** All surfaces of the measured devices. */
export interface Atlas<S extends Surface = Surface> {
  readonly regions: readonly Region<S>[]
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
  const { regions: plans, codebook, names } = planOf(references.map(({ facts }) => facts))
  const trials = plans.map(({ members, points, nameIndex }): Trial => ({ points: points(), nameIndex: nameIndex(), residuals: residualsOf(references, members) }))
  const groundOf = (place: number) => `${plans[place]!.source}|${plans[place]!.platform}`
  const chosen = new Map(
    [...Map.groupBy(trials.keys(), groundOf)].map(([ground, places]) => [
      ground,
      chooseKernel(
        places.map((place) => trials[place]!),
        names(),
      ),
    ]),
  )
  const choices = plans.map((_, place) => chosen.get(groundOf(place))!)
  const regions = plans.map((plan, place) => {
    const { kernel, noise } = choices[place]!
    const surface = fitSurface(similarityIn(plan, kernel, names()), trials[place]!.residuals, noise)
    return regionOf(plan, () => surface)
  })
  return { codebook, regions, choices }
}

/** The atlas of surfaces fitted before, in the order of {@link fitAtlas} for the same workloads. */
export function atlasOf(references: readonly Reference[], surfaces: readonly SurfaceData[]): Atlas {
  const { regions: plans, codebook, names } = planOf(references.map(({ facts }) => facts))
  const regions = plans.map((plan, place) => {
    const { kernel, mean, weights } = surfaces[place]!
    const surface = lazy((): Surface => ({ similarity: similarityIn(plan, kernel, names()), mean, weights, range: rangeOf(residualsOf(references, plan.members)) }))
    return regionOf(plan, surface)
  })
  return { codebook, regions }
}

const residualsOf = (references: readonly Reference[], members: readonly number[]): Float64Array => Float64Array.from(members, (index) => references[index]!.residual)

const similarityIn = ({ points, nameIndex }: RegionPlan, kernel: number, names: NameSimilarity) => similarityOf(KERNELS[kernel]!, points(), nameIndex(), names)

/** A region without its surface. Most questions touch few of hundreds: what takes time is worked out when it is first asked for. */
interface RegionPlan extends Pick<Region, 'device' | 'source' | 'platform' | 'knowsCosts' | 'members'> {
  readonly points: () => Points
  readonly nameIndex: () => Int32Array
}

function regionOf<S extends Surface>({ device, source, platform, knowsCosts, members, points }: RegionPlan, surface: () => S): Region<S> {
  const traitShares = lazy(() => sharesOf(points()))
  const architectures = lazy(() => new Set(points().architectures))
  const familySizes = lazy(() => familySizesOf(points()))
  return {
    device,
    source,
    platform,
    knowsCosts,
    members,
    get surface() {
      return surface()
    },
    get traitShares() {
      return traitShares()
    },
    get architectures() {
      return architectures()
    },
    get familySizes() {
      return familySizes()
    },
  }
}

/** Regions of workloads, the same way every time. */
function planOf(facts: readonly Facts[]): { readonly regions: readonly RegionPlan[]; readonly codebook: Codebook; readonly names: () => NameSimilarity } {
  const codebook = new Codebook()
  const names = lazy(() => new NameSimilarity([...new Set(facts.map(({ baseName }) => baseName))].sort()))
  const placeOf = lazy(() => new Map(names().names.map((name, place) => [name, place])))
  const regions = regionsOf(facts).map((members): RegionPlan => {
    const { device, platform, source = '' } = facts[members[0]!]!.workload
    const knowsCosts = members.some((index) => facts[index]!.known.macs)
    const own = lazy(() => members.map((index) => facts[index]!))
    return { device, platform, source, knowsCosts, members, points: lazy(() => pointsOf(own(), codebook)), nameIndex: lazy(() => Int32Array.from(own(), ({ baseName }) => placeOf().get(baseName)!)) }
  })
  return { regions, codebook, names }
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

function familySizesOf({ families, architectures }: Points): Map<number, number> {
  const byFamily = Map.groupBy(families.keys(), (point) => families[point]!)
  return new Map([...byFamily].map(([family, points]) => [family, new Set(points.map((point) => architectures[point]!)).size]))
}

function sharesOf({ traits, count }: Points): Map<number, number>[] {
  return TRAITS.map((_, trait) => {
    const shares = new Map<number, number>()
    for (let at = trait; at < traits.length; at += TRAITS.length) shares.set(traits[at]!, (shares.get(traits[at]!) ?? 0) + 1 / count)
    return shares
  })
}
