import { type CostLaws, residualByLaw } from '../cost-law/cost-law.ts'
import type { Facts } from '../facts/facts.ts'
import { roofline } from '../roofline/roofline.ts'
import type { Atlas } from '../surface/atlas.ts'
import { covariances, type Points, pointsOf, priorVariance } from '../surface/kernel.ts'
import { LIMITS, limitDifferences, type Neighbour, otherRegions, ownRegion } from '../surface/neighbours.ts'
import { estimateAt, estimateWithout, estimateWithoutFamily, type FittedSurface, type Surface, type SurfaceEstimate } from '../surface/surface.ts'
import { type RankedReference, type ReferenceIndex, type TransferGuess, transferGuess } from '../transfer/index.ts'
import type { Opinion } from '../workload.ts'

/** Everything measured, in the forms that evidence is drawn from. */
export interface Measurements<S extends Surface = Surface> {
  readonly atlas: Atlas<S>
  readonly index: ReferenceIndex
  readonly laws: CostLaws
}

/** log(throughput / roofline) as one source alone has it. */
export interface SourceGuess extends Omit<Opinion, 'difference'> {
  readonly residual: number
}

/** What measurements say about a workload, as numbers a learner can weigh. */
export interface Evidence {
  /** By the surface of the workload's own device; undefined when the device was never measured so. */
  readonly own: readonly number[] | undefined
  /** log(throughput / roofline) by the law of costs of the workload's data set; undefined when there is none, or when the device has measured the model itself. */
  readonly law?: number | undefined
  /** By other devices. */
  readonly others: readonly number[]
  /** True when another device has measured the model. */
  readonly knowsModel: boolean
  /** Distance of the nearest of those measurements; 0 without any. */
  readonly remoteness: number
  /** What other devices say, one by one: the nearest measurement of the model, the surface of each near device. */
  readonly opinions: readonly SourceGuess[]
}

/** Names of the numbers in `own`. */
export const OWN_EVIDENCE = ['own_residual', 'own_closeness', 'own_mismatch', 'own_points', 'own_relatives'] as const
const NEAREST_NAMES = ['closeness', 'knows', 'mismatch', 'distance', 'roofline', ...LIMITS].map((name) => `nearest_${name}`)
/** Names of the numbers in `others`; the first is the guess that a learner corrects. */
export const OTHER_EVIDENCE: readonly string[] = [
  'guess',
  'guess_of_one',
  'guess_of_few',
  'guess_distance',
  'guess_spread',
  'surfaces_of_one',
  'surfaces_of_three',
  'surfaces_spread',
  'guess_disagreement',
  'surfaces_disagreement',
  ...NEAREST_NAMES,
]

/** Measurements of the model that a guess asks. */
const FEW = 8

/** Distance from which a measurement of the model (on another platform, in another phase and unit) tells less than what near devices say of other models. */
const TELLS_NOTHING = 7

/** Distance from which hardly any such measurement could be tested: then it is also asked what would be said if nobody had measured the model. */
export const REMOTE = 3

/** How a surface is asked: as it is, or as if an architecture had not been measured. */
type Ask<S extends Surface> = (surface: S, values: Float64Array) => SurfaceEstimate

/**
 * Evidence about a workload from everything measured, for a learner each: of its own device, where that was measured so; and of other devices, where the own one has not measured the model and others
 * have, not too differently, or where there is no other; where they did so quite differently, also as if they had not.
 */
export function evidenceFor({ atlas, index, laws }: Measurements, facts: Facts): readonly Evidence[] {
  const point = pointsOf([facts], atlas.codebook)
  const valuesAt = valuesOf(point)
  const own = ownRegion(atlas, facts, point)
  const ofOwn: readonly Evidence[] =
    own === undefined
      ? []
      : [{ own: ownNumbers(own, point, valuesAt, estimateAt), law: own.knows ? undefined : residualByLaw(laws, facts), others: [], knowsModel: false, remoteness: 0, opinions: [] }]
  if (own?.knows) return ofOwn
  const references = index.nearest(facts, FEW).filter(({ distance }) => distance < TELLS_NOTHING)
  if (own !== undefined && references.length === 0) return ofOwn
  const said = (by: readonly RankedReference[]): Evidence => ({ own: undefined, ...fromOthers(atlas, facts, point, by, valuesAt, estimateAt) })
  const isRemote = own === undefined && references[0] !== undefined && references[0].distance > REMOTE
  return [...ofOwn, said(references), ...(isRemote ? [said([])] : [])]
}

/** Evidence when something about a workload had not been measured. */
export interface EvidenceWithout extends Evidence {
  readonly othersWithout: readonly number[]
  /** Undefined where little but the family was measured. */
  readonly ownWithoutFamily: readonly number[] | undefined
}

/**
 * Evidence as it would have been without the workload's architecture (`own`, `othersWithout`), its family (`ownWithoutFamily`), and its device (`others`): what training sees.
 *
 * @param law log(throughput / roofline) by a law that has not seen the architecture
 */
export function evidenceWithout({ atlas, index }: Omit<Measurements<FittedSurface>, 'laws'>, facts: Facts, law?: number): EvidenceWithout {
  const point = pointsOf([facts], atlas.codebook)
  const valuesAt = valuesOf(point)
  const own = ownRegion(atlas, facts, point) as Neighbour<FittedSurface> | undefined
  const without: Ask<FittedSurface> = (surface, values) => estimateWithout(surface, values, point.architectures[0]!)
  return {
    own: own && ownNumbers(own, point, valuesAt, without),
    law,
    ownWithoutFamily: own && ownWithoutFamily(own, point, valuesAt),
    ...fromOthers(atlas, facts, point, index.nearest(facts, FEW), valuesAt, estimateAt),
    othersWithout: fromOthers(atlas, facts, point, [], valuesAt, without).others,
  }
}

/** Covariances of one workload with the points of surfaces: computed once a surface. */
type ValuesAt = (surface: Surface) => Float64Array

function valuesOf(point: Points): ValuesAt {
  const known = new Map<Surface, Float64Array>()
  return (surface) => {
    const values = known.get(surface) ?? covariances(point, surface.similarity)
    known.set(surface, values)
    return values
  }
}

function ownNumbers<S extends Surface>(own: Neighbour<S>, point: Points, valuesAt: ValuesAt, ask: Ask<S>): number[] {
  const { surface } = own.region
  return numbersOf(own, ask(surface, valuesAt(surface)), relativesOf(own, point))
}

function ownWithoutFamily(own: Neighbour<FittedSurface>, point: Points, valuesAt: ValuesAt): number[] | undefined {
  const { surface } = own.region
  const answer = estimateWithoutFamily(surface, valuesAt(surface), point.families[0]!)
  return answer && numbersOf(own, answer, 0)
}

const numbersOf = ({ region: { surface }, mismatch }: Neighbour, { residual, closeness }: SurfaceEstimate, relatives: number): number[] => [
  residual,
  closeness / priorVariance(surface.similarity.kernel),
  mismatch,
  Math.log(surface.weights.length),
  Math.log1p(relatives),
]

/** Other architectures of the family that were measured there. */
const relativesOf = ({ region, knows }: Neighbour, point: Points): number => Math.max(0, (region.familySizes.get(point.families[0]!) ?? 0) - Number(knows))

/** Evidence of other devices: measurements of the model carried over, and what the surfaces of the nearest devices say, carried over likewise. */
function fromOthers<S extends Surface>(atlas: Atlas<S>, facts: Facts, point: Points, references: readonly RankedReference[], valuesAt: ValuesAt, ask: Ask<S>): Omit<Evidence, 'own' | 'law'> {
  const knowsModel = references.length > 0
  const neighbours = otherRegions(atlas, facts, point, knowsModel ? point.architectures[0] : undefined)
  const answers = neighbours.map((neighbour) => ask(neighbour.region.surface, valuesAt(neighbour.region.surface)))
  const spoken = neighbours.map((neighbour, rank) => asReference(facts, neighbour, answers[rank]!))
  const [one, few] = [transferGuess(facts, references.slice(0, 1)), transferGuess(facts, references)]
  const alone = spoken.map((reference) => transferGuess(facts, [reference])!)
  const [nearest, three] = [alone[0], transferGuess(facts, spoken)]
  const numbers = [
    one === undefined || few === undefined ? guessOf(three) : blended(one, few, three),
    guessOf(one),
    guessOf(few),
    few?.distance ?? Number.NaN,
    few?.spread ?? Number.NaN,
    guessOf(nearest),
    guessOf(three),
    three?.spread ?? Number.NaN,
    Math.abs(guessOf(one) - guessOf(few)),
    Math.abs(guessOf(one) - guessOf(three)),
  ]
  const opinions = neighbours.map(({ region }, rank): SourceGuess => ({ kind: 'near-device', by: region.device.id, residual: alone[rank]!.residual }))
  if (three !== undefined) opinions.push({ kind: 'near-devices', by: '', residual: three.residual })
  if (one !== undefined) opinions.push({ kind: 'nearest-measurement', by: '', residual: one.residual })
  return { others: [...numbers, ...nearestNumbers(facts, neighbours[0], answers[0])], knowsModel, remoteness: references[0]?.distance ?? 0, opinions }
}

/** Part of the nearest measurement alone in a guess from several. */
const SHARE_OF_ONE = 0.25
/** Surfaces smooth over what is odd about single measurements: the part of their word when measurements are far, and how far it may lead, in logs. */
const SHARE_OF_SURFACES = 0.6
const MOST_SHIFT = 0.6

/** Measurements of the model first; the farther they are, the more of what the surfaces of the nearest devices say. */
function blended(one: TransferGuess, few: TransferGuess, surfaces: TransferGuess | undefined): number {
  const guess = SHARE_OF_ONE * one.residual + (1 - SHARE_OF_ONE) * few.residual
  if (surfaces === undefined) return guess
  const share = (SHARE_OF_SURFACES * few.distance) / (few.distance + 1)
  return guess + share * Math.max(-MOST_SHIFT, Math.min(MOST_SHIFT, surfaces.residual - guess))
}

const guessOf = (guess: TransferGuess | undefined): number => guess?.residual ?? Number.NaN

/** What a surface says of the workload on its own device, as if it had been measured there. */
function asReference(facts: Facts, { region: { device, platform }, mismatch, deviceDistance }: Neighbour, { residual }: SurfaceEstimate): RankedReference {
  return { reference: { facts: { ...facts, workload: { ...facts.workload, device, platform } }, residual }, distance: mismatch + deviceDistance }
}

function nearestNumbers(facts: Facts, nearest: Neighbour | undefined, answer: SurfaceEstimate | undefined): number[] {
  if (nearest === undefined || answer === undefined) return NEAREST_NAMES.map(() => Number.NaN)
  const { device, precision } = facts.workload
  const there = roofline({ ...facts, workload: { ...facts.workload, device: nearest.region.device } }).itemsPerSecond
  const change = Math.log(roofline(facts).itemsPerSecond / there)
  return [
    answer.closeness / priorVariance(nearest.region.surface.similarity.kernel),
    Number(nearest.knows),
    nearest.mismatch,
    nearest.deviceDistance,
    change,
    ...limitDifferences(device, nearest.region.device, precision),
  ]
}
