import type { GrownNode } from './grow-tree.ts'
import type { Loss } from './losses.ts'

/** What a leaf adds to a prediction, and the weight of its training rows. */
export interface LeafValue {
  readonly value: number
  readonly weight: number
}

/** What leaf values are made from: residuals, slopes (times weight) and weights by row, and the rows in the order of the tree. */
export interface LeafData {
  readonly loss: Loss
  readonly lambda: number
  readonly learningRate: number
  readonly monotone: readonly number[]
  readonly rows: Int32Array
  readonly residuals: Float64Array
  readonly slopes: Float64Array
  readonly weights: Float64Array
}

/** Gives each leaf of a tree its value: a Newton step, or the loss's best constant where it asks for that, kept between the values of the monotone splits above it. */
export function setLeafValues(root: GrownNode, data: LeafData, leaves: Map<GrownNode, LeafValue>): void {
  const visit = (node: GrownNode, lower: number, upper: number): void => {
    if (node.split === undefined) return void leaves.set(node, { value: Math.fround(data.learningRate * clamp(stepOf(node, data), lower, upper)), weight: weightOf(node, data) })
    const { feature, left, right } = node.split
    const direction = data.monotone[feature] ?? 0
    const between = direction === 0 ? 0 : (clamp(stepOf(left, data), lower, upper) + clamp(stepOf(right, data), lower, upper)) / 2
    visit(left, direction < 0 ? between : lower, direction > 0 ? between : upper)
    visit(right, direction > 0 ? between : lower, direction < 0 ? between : upper)
  }
  visit(root, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY)
}

const clamp = (value: number, lower: number, upper: number): number => Math.max(lower, Math.min(upper, value))

function stepOf({ from, to }: GrownNode, { loss, lambda, rows, residuals, slopes, weights }: LeafData): number {
  if (loss.refitsLeaves) {
    const of = (values: Float64Array) => Float64Array.from(rows.subarray(from, to), (row) => values[row]!)
    return loss.constant(of(residuals), of(weights))
  }
  let slope = 0
  for (let i = from; i < to; i++) slope += slopes[rows[i]!]!
  return slope / (weightOf({ from, to }, { rows, weights }) + lambda)
}

function weightOf({ from, to }: GrownNode, { rows, weights }: Pick<LeafData, 'rows' | 'weights'>): number {
  let weight = 0
  for (let i = from; i < to; i++) weight += weights[rows[i]!]!
  return weight
}
