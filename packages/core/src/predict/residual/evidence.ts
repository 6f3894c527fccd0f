import type { Facts } from '../facts/facts.ts'
import { roofline } from '../roofline/roofline.ts'
import type { Atlas } from '../surface/atlas.ts'
import { covariances, type Points, pointsOf } from '../surface/kernel.ts'
import { LIMITS, limitDifferences, NEIGHBOURS, type Neighbour, otherRegions, ownRegion } from '../surface/neighbours.ts'
import { estimateAt, estimateWithout, type FittedSurface, type Surface, type SurfaceEstimate } from '../surface/surface.ts'

/** What measurements say about a workload, as numbers a learner can weigh. */
export interface Evidence {
  /** By the surface of the workload's own device; undefined when the device was never measured so. */
  readonly own: readonly number[] | undefined
  /** By surfaces of other devices. */
  readonly others: readonly number[]
}

/** Names of the numbers in `own`. */
export const OWN_EVIDENCE = ['own_residual', 'own_closeness', 'own_mismatch', 'own_points'] as const
const OTHER_NAMES = ['residual', 'closeness', 'knows', 'mismatch', 'distance', 'roofline', ...LIMITS] as const
/** Names of the numbers in `others`. */
export const OTHER_EVIDENCE: readonly string[] = Array.from({ length: NEIGHBOURS }, (_, rank) => OTHER_NAMES.map((name) => `other${rank + 1}_${name}`)).flat()

/** How a surface is asked: as it is, or as if an architecture had not been measured. */
type Ask<S extends Surface> = (surface: S, values: Float64Array) => SurfaceEstimate

/** Evidence about a workload from everything measured. */
export function evidenceFor(atlas: Atlas, facts: Facts): Evidence {
  const point = pointsOf([facts], atlas.codebook)
  return { own: ownNumbers(atlas, facts, point, estimateAt), others: otherNumbers(atlas, facts, point, otherRegions(atlas, facts, point, point.architectures[0]), estimateAt) }
}

/** Evidence as it would have been without the workload's architecture (`own`, `othersWithout`), and without its device (`others`): what training sees. */
export function evidenceWithout(atlas: Atlas<FittedSurface>, facts: Facts): Evidence & { readonly othersWithout: readonly number[] } {
  const point = pointsOf([facts], atlas.codebook)
  const architecture = point.architectures[0]!
  const without: Ask<FittedSurface> = (surface, values) => estimateWithout(surface, values, architecture)
  return {
    own: ownNumbers(atlas, facts, point, without),
    others: otherNumbers(atlas, facts, point, otherRegions(atlas, facts, point, architecture), estimateAt),
    othersWithout: otherNumbers(atlas, facts, point, otherRegions(atlas, facts, point, undefined), without),
  }
}

const valuesAt = (atlas: Atlas, surface: Surface, point: Points) => covariances(point, 0, surface.points, surface.nameIndex, atlas.names, surface.center)

function ownNumbers<S extends Surface>(atlas: Atlas<S>, facts: Facts, point: Points, ask: Ask<S>): number[] | undefined {
  const own = ownRegion(atlas, facts, point)
  if (own === undefined) return undefined
  const { surface } = own.region
  const { residual, closeness } = ask(surface, valuesAt(atlas, surface, point))
  return [residual, closeness, own.mismatch, Math.log(surface.points.count)]
}

function otherNumbers<S extends Surface>(atlas: Atlas<S>, facts: Facts, point: Points, neighbours: readonly Neighbour<S>[], ask: Ask<S>): number[] {
  const here = roofline(facts).itemsPerSecond
  const numbers = neighbours.flatMap(({ region: { surface, device }, knows, mismatch, deviceDistance }) => {
    const { residual, closeness } = ask(surface, valuesAt(atlas, surface, point))
    const there = roofline({ ...facts, workload: { ...facts.workload, device } }).itemsPerSecond
    return [residual, closeness, Number(knows), mismatch, deviceDistance, Math.log(here / there), ...limitDifferences(facts.workload.device, device, facts.workload.precision)]
  })
  return [...numbers, ...Array.from({ length: OTHER_EVIDENCE.length - numbers.length }, () => Number.NaN)]
}
