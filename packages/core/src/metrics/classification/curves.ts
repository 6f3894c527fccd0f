import type { Probabilities } from '../inputs.ts'
import { remembered } from '../remembered.ts'
import { isBinary } from './one-vs-rest.ts'
import { type ScoreLevels, scoreLevels } from './score-levels.ts'
import { thinned } from './thinned.ts'

/** False against true positive rate, from "nothing is positive" (threshold infinity, written null) to "everything is". */
export interface RocCurve {
  readonly fpr: number[]
  readonly tpr: number[]
  readonly thresholds: (number | null)[]
}

/** Precision against recall, one point per threshold, highest first; without the point (recall 0, precision 1) that no threshold gives. */
export interface PrecisionRecallCurve {
  readonly precision: number[]
  readonly recall: number[]
  readonly thresholds: number[]
}

export const MAX_CURVE_POINTS = 1000

/** The ROC curve of two-class scores, thinned to its corners; undefined when a side is empty or there are not two classes. */
export function rocCurve(input: Probabilities, maxPoints: number = MAX_CURVE_POINTS): RocCurve | undefined {
  const sweep = sweepOf(input)
  if (!sweep || sweep.levels.negatives === 0) return undefined
  const { levels, truePositives, falsePositives, thresholds } = sweep
  const fpr = withOrigin(falsePositives, levels.negatives)
  const tpr = withOrigin(truePositives, levels.positives)
  const kept = thinned({ x: fpr, y: tpr }, maxPoints)
  return { fpr: taken(fpr, kept), tpr: taken(tpr, kept), thresholds: Array.from(kept, (i) => (i === 0 ? null : thresholds[i - 1]!)) }
}

/** The precision-recall curve of two-class scores, thinned to its corners; undefined when the truth has no positive or there are not two classes. */
export function precisionRecallCurve(input: Probabilities, maxPoints: number = MAX_CURVE_POINTS): PrecisionRecallCurve | undefined {
  const sweep = sweepOf(input)
  if (!sweep) return undefined
  const { levels, truePositives, falsePositives, thresholds } = sweep
  const recall = truePositives.map((tp) => tp / levels.positives)
  const precision = truePositives.map((tp, i) => (tp === 0 ? 0 : tp / (tp + falsePositives[i]!)))
  const kept = thinned({ x: recall, y: precision }, maxPoints)
  return { precision: taken(precision, kept), recall: taken(recall, kept), thresholds: taken(thresholds, kept) }
}

/** Weight of the positives and of the others at or above a score, highest score first; of very many scores every so many-th. */
interface Sweep {
  readonly levels: ScoreLevels
  readonly truePositives: Float64Array
  readonly falsePositives: Float64Array
  readonly thresholds: Float64Array
}

/** Thresholds looked at: far more than the points that stay. */
const SWEPT = 20_000
const CACHE = new WeakMap<Probabilities, Sweep>()

function sweepOf(input: Probabilities): Sweep | undefined {
  if (!isBinary(input) || input.positive < 0) return undefined
  const levels = scoreLevels(input, input.positive)
  return levels.positives === 0 ? undefined : remembered(CACHE, input, () => sweep(levels))
}

function sweep(levels: ScoreLevels): Sweep {
  const stride = Math.max(1, Math.floor(levels.count / SWEPT))
  const size = Math.ceil(levels.count / stride) + 1
  const [truePositives, falsePositives, thresholds] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)]
  let [count, tp, fp, left, next] = [0, 0, 0, levels.count, levels.count - 1]
  for (const { scores, members, others } of levels.falling())
    for (let i = scores.length - 1; i >= 0; i--) {
      tp += members[i]!
      fp += others[i]!
      left--
      if (left > 0 && left > next) continue
      next = left - stride
      truePositives[count] = tp
      falsePositives[count] = fp
      thresholds[count++] = scores[i]!
    }
  return { levels, truePositives: truePositives.subarray(0, count), falsePositives: falsePositives.subarray(0, count), thresholds }
}

/** Shares of `total`, after a leading 0; the last is exactly 1 however the weights round. */
function withOrigin(counts: Float64Array, total: number): Float64Array {
  const shares = new Float64Array(counts.length + 1)
  for (let i = 0; i < counts.length; i++) shares[i + 1] = Math.min(1, counts[i]! / total)
  return shares
}

const taken = (column: Float64Array, kept: Uint32Array) => Array.from(kept, (i) => column[i]!)
