import type { HardwareSpec } from '../../hardware/hardware.ts'
import type { Facts } from '../facts/facts.ts'
import { numberFormat, peakOperations } from '../roofline/number-format.ts'
import { roofline } from '../roofline/roofline.ts'
import type { RankedReference } from './references.ts'

/** What measurements of the same model on other devices say about it here. */
export interface TransferGuess {
  /** log(throughput / roofline). */
  readonly residual: number
  /** Distance of the nearest measurement. */
  readonly distance: number
  /** Root mean square disagreement of the measurements' guesses, weighted; 0 for one alone. */
  readonly spread: number
  /** Measurements asked. */
  readonly count: number
}

/** Weight of the assumption that arithmetic and memory traffic take half of the time each, in measurements at a distance of 0.7: devices differ by more than their limits, and few of them mistake that for a split. */
const EVEN_SPLIT_WEIGHT = 5

/**
 * Carries measurements of a model over to another device. Each is first brought to the workload's configuration by the roofline of its own device; then the model's own split of time,
 * t = a / FP32 + b / bandwidth with a, b >= 0 fitted to all of them, says how much longer or shorter it takes here, but for a language model's share that starts kernels, which no limit shortens. Nearer measurements count more.
 *
 * @param references measurements of the model on other devices, the nearest first
 */
export function transferGuess(facts: Facts, references: readonly RankedReference[]): TransferGuess | undefined {
  if (references.length === 0) return undefined
  const points = references.map((ranked) => pointOf(facts, ranked))
  const here = limitsOf(facts, facts.workload.device)
  const split = fitSplit(points)
  const own = logTime(split, here)
  const guesses = points.map(({ logSeconds, limits, overheadShare }) => -(logSeconds + logChange(own - logTime(split, limits), overheadShare)))
  const weights = points.map(({ distance }) => 1 / (0.1 + distance) ** 3)
  const mean = weightedMean(guesses, weights)
  const variance = weightedMean(
    guesses.map((guess) => (guess - mean) ** 2),
    weights,
  )
  return { residual: mean - Math.log(roofline(facts).itemsPerSecond), distance: references[0]!.distance, spread: Math.sqrt(variance), count: references.length }
}

/** A measurement in the workload's configuration: its time an item, what arithmetic and traffic cost on its device, and the share that starts kernels. */
interface Point {
  readonly logSeconds: number
  readonly limits: Limits
  /** Of language models alone, whose kernels are counted, and on one platform, since another's kernels are others. */
  readonly overheadShare: number
  readonly distance: number
}

/** Seconds of 10^13 operations and of 10^12 bytes. */
type Limits = readonly [compute: number, memory: number]

function pointOf(facts: Facts, { reference, distance }: RankedReference): Point {
  const { device, platform } = reference.facts.workload
  const { itemsPerSecond, overheadSeconds } = roofline(facts, device, platform)
  const overheadShare = platform === facts.workload.platform && facts.workload.unit === 'token' ? overheadSeconds * itemsPerSecond : 0
  return { logSeconds: -reference.residual - Math.log(itemsPerSecond), limits: limitsOf(facts, device), overheadShare, distance }
}

/** How much longer, in logs, everything takes when all but the starting of kernels takes `work` longer: that takes as long on every device of a platform. */
const logChange = (work: number, overheadShare: number): number => (overheadShare === 0 ? work : Math.log((1 - overheadShare) * Math.exp(work) + overheadShare))

/** Graphics processors run what is not matrix products at their FP32 rate, whatever the format; elsewhere, and below 16 bits, the format's own peak tells more. */
function limitsOf({ workload, busyDevices: devices }: Facts, device: HardwareSpec): Limits {
  const format = numberFormat(workload.precision)
  const rate = device.kind === 'gpu' && format.activationBytes >= 2 ? (device.operationsPerSecond.fp32 ?? peakOperations(device, format)) : peakOperations(device, format)
  const busy = device.kind === 'cpu' ? Math.min(1, (workload.threads ?? Number.POSITIVE_INFINITY) / (device.computeUnits ?? 1)) : 1
  return [1e13 / (rate * busy * devices), 1e12 / (device.memoryBytesPerSecond * devices)]
}

const logTime = ([a, b]: readonly [number, number], [compute, memory]: Limits): number => Math.log(a * compute + b * memory)

/** Non-negative least squares of relative times in two unknowns: both, or the better of one alone. */
function fitSplit(points: readonly Point[]): readonly [number, number] {
  const level = points[0]!.logSeconds
  let [cc, cm, mm, ct, mt] = [0, 0, 0, 0, 0]
  const add = (c: number, m: number, weight: number) => {
    cc += weight * c * c
    cm += weight * c * m
    mm += weight * m * m
    ct += weight * c
    mt += weight * m
  }
  for (const { logSeconds, limits, distance } of points) {
    const relative = Math.exp(logSeconds - level)
    add(limits[0] / relative, limits[1] / relative, 1 / (0.3 + distance) ** 2)
  }
  add(2 * points[0]!.limits[0], 0, EVEN_SPLIT_WEIGHT)
  add(0, 2 * points[0]!.limits[1], EVEN_SPLIT_WEIGHT)
  const determinant = cc * mm - cm * cm
  const [a, b] = [(ct * mm - mt * cm) / determinant, (mt * cc - ct * cm) / determinant]
  if (a >= 0 && b >= 0) return [a, b]
  return a < 0 ? [0, mt / mm] : [ct / cc, 0]
}

function weightedMean(values: readonly number[], weights: readonly number[]): number {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return values.reduce((sum, value, i) => sum + value * weights[i]!, 0) / total
}
