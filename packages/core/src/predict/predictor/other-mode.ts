import { factsOf } from '../facts/facts.ts'
import { roofline } from '../roofline/roofline.ts'
import type { ThroughputEstimate } from '../workload.ts'
import { PLATFORM_FACTS } from './platforms.ts'
import type { Prepared, Work } from './prepare.ts'
import { isTrainable } from './support.ts'

/**
 * A training step holds a forward pass and two passes back: it takes longer than inference by this factor at least.
 * Source: 571 pairs of model and device of the public measurements that were run in both modes; in 99 % of them the factor is greater, in half of them 3.8.
 */
export const LEAST_FACTOR = 1.7

/** Inference is doubted because of a training step only where it is less sure than this, half its interval in logs, and reaches less than this share of its roofline: there one may well be faster. */
const SURE = 1
const EFFICIENT = 0.2

/** The same batch in the other mode, where that can tell something: of a step that makes one token there is no training, nor of whole numbers. */
function inOtherMode({ request, inMode, workload: { modelName } }: Prepared): Work | undefined {
  const { platform, phase, mode, precision } = request
  if (!PLATFORM_FACTS[platform].trains || !isTrainable(precision) || (phase === 'decode' && mode === 'inference')) return undefined
  const { workload, ...other } = inMode(mode === 'training' ? 'inference' : 'training')
  return { ...other, workload: { ...workload, modelName } }
}

/** Work, and what is estimated of it alone. */
interface WorkWithEstimate {
  readonly work: Work
  readonly estimate: ThroughputEstimate
}

/** Whether the other mode may move an estimate: what was measured stays, and so does most inference. */
function isDoubtful({ work: { workload }, estimate }: WorkWithEstimate): boolean {
  if (estimate.provenance === 'measured') return false
  return workload.mode === 'training' || (halfWidth(estimate) > SURE && estimate.throughput < EFFICIENT * roofline(factsOf(workload)).itemsPerSecond)
}

/**
 * The factor on an estimate after which training is not predicted faster than {@link LEAST_FACTOR} allows beside inference of the same: the difference is shared out by the squares of the half
 * widths, so that the surer one moves less (the likeliest pair of two log-normals under that constraint).
 */
function agreement(own: WorkWithEstimate, other: WorkWithEstimate): number {
  const isTraining = own.work.workload.mode === 'training'
  const excess = Math.log(LEAST_FACTOR) + (isTraining ? 1 : -1) * (logThroughput(own) - logThroughput(other))
  if (!(excess > 0)) return 1
  const [movable, otherMovable] = [own, other].map((one) => (isDoubtful(one) ? halfWidth(one.estimate) ** 2 : 0)) as [number, number]
  const share = movable === 0 ? 0 : movable / (movable + otherMovable)
  return Math.exp((isTraining ? -1 : 1) * share * excess)
}

/**
 * The factor on each estimate, in order, that brings it into agreement with that of the same in the other mode: 1 where nothing speaks against it.
 *
 * @param estimate what work is estimated by, all at once
 */
export function agreements(prepared: readonly Prepared[], estimates: readonly ThroughputEstimate[], estimate: (works: readonly Work[]) => readonly ThroughputEstimate[]): readonly number[] {
  const doubtful = prepared.flatMap((work, index) => {
    const own = { work, estimate: estimates[index]! }
    const other = isDoubtful(own) ? inOtherMode(work) : undefined
    return other === undefined ? [] : [{ index, own, other }]
  })
  const others = estimate(doubtful.map(({ other }) => other))
  const factors = prepared.map(() => 1)
  doubtful.forEach(({ index, own, other }, i) => {
    factors[index] = agreement(own, { work: other, estimate: others[i]! })
  })
  return factors
}

/** In samples, so that both modes count the same. */
const logThroughput = ({ estimate, work }: WorkWithEstimate): number => Math.log(estimate.throughput / work.itemsPerSample)

const halfWidth = ({ lower, upper }: ThroughputEstimate): number => Math.log(upper / lower) / 2
