import { type FeatureMatrix, type Loss, squaredLoss, type TrainOptions, takeRows } from '../boosted-trees/index.ts'
import { predictResidual, trainResidual } from '../residual/learner.ts'

/** Folds of the out-of-fold errors that intervals are made of. */
const FOLDS = 3

/** A quicker way of learning for out-of-fold errors, which are about as large. */
export const quick = (learning: Partial<TrainOptions>): Partial<TrainOptions> => ({ ...learning, trees: 120, learningRate: 0.13 })

/** Rows that some fold judges, and predictions of them by a learner that did not see the fold. */
export interface OutOfFold {
  readonly judged: readonly number[]
  readonly predictions: Float64Array
}

/** What is left out: a fold judges rows that are in it by every key, and trains on rows that are in it by none. */
export interface Exam {
  readonly folds: readonly Int32Array[]
  /** How many folds there are; absent: 3. */
  readonly count?: number
  /** Rows that may be judged; absent: every row. */
  readonly isJudged?: (row: number) => boolean
}

/** Predictions of all rows that the exams judge, exam by exam. */
export function outOfFold(matrix: FeatureMatrix, target: Float64Array, weights: Float64Array, exams: readonly Exam[], learning: Partial<TrainOptions>, loss: Loss = squaredLoss): OutOfFold {
  const all = [...target.keys()]
  const parts = exams.flatMap(({ folds, count = FOLDS, isJudged = () => true }) =>
    Array.from({ length: count }, (_, fold) => {
      const inside = all.filter((row) => isJudged(row) && folds.every((own) => own[row] === fold))
      const outside = all.filter((row) => folds.every((own) => own[row] !== fold))
      const [known, weight] = [target, weights].map((values) => Float64Array.from(outside, (row) => values[row]!)) as [Float64Array, Float64Array]
      const learner = trainResidual(takeRows(matrix, outside), known, weight, learning, [loss])
      return { inside, predicted: predictResidual(learner, takeRows(matrix, inside)) }
    }),
  )
  return { judged: parts.flatMap(({ inside }) => inside), predictions: Float64Array.from(parts.flatMap(({ predicted }) => [...predicted])) }
}

/** Predictions of rows in the given order. */
export function inOrderOf(rows: readonly number[], { judged, predictions }: OutOfFold): Float64Array {
  const places = new Map(judged.map((row, place) => [row, place]))
  return Float64Array.from(rows, (row) => predictions[places.get(row)!]!)
}

/** Keys dealt to folds in the order of a hash, so that neighbours in name part. */
export function foldsOf(keys: readonly string[], folds = FOLDS): Int32Array {
  const order = [...new Set(keys)].sort((a, b) => hash(a) - hash(b) || (a < b ? -1 : 1))
  const foldOf = new Map(order.map((key, place) => [key, place % folds]))
  return Int32Array.from(keys, (key) => foldOf.get(key)!)
}

/** FNV-1a, finished so that the high bits depend on all letters. */
export function hash(text: string): number {
  let value = 2166136261
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 16777619)
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d)
  return (value ^ (value >>> 12)) >>> 0
}
