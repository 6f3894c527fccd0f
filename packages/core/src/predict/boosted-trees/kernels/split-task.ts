import type { BestSplit } from '../best-split.ts'
import { CATEGORY_TEST, SET_WORDS } from '../tree-ensemble.ts'
import { ANSWER_NUMBERS, type TreeAddresses } from './tree-memory.ts'

/** A leaf whose best split is wanted. */
export interface TaskLeaf {
  /** Number of its histogram. */
  readonly histogram: number
  /** Packed sum of its rows. */
  readonly total: number
  /** Bounds on outputs that monotone splits above have set. */
  readonly lower: number
  readonly upper: number
}

/** One step of a tree, for each block of columns: sum the histogram of a leaf, take it off its parent's, which becomes the sibling's, and search the leaves. */
export interface SplitTask {
  /** Histogram to sum, over rows[from, to). */
  readonly summed: number
  readonly from: number
  readonly to: number
  /** Histogram of the parent; -1 at the root. */
  readonly parent: number
  /** Least gain of a split and weight of 1, in scaled units. */
  readonly minGain: number
  readonly unit: number
  readonly leaves: readonly TaskLeaf[]
}

/** Writes a task to where threads read it. */
export function writeTask(numbers: Float64Array, { task }: TreeAddresses, { summed, from, to, parent, minGain, unit, leaves }: SplitTask): void {
  numbers.set([summed, from, to, parent, minGain, unit, leaves.length, ...leaves.flatMap(({ histogram, total, lower, upper }) => [histogram, total, lower, upper])], task / 8)
}

export function readTask(numbers: Float64Array, { task }: TreeAddresses): SplitTask {
  const number = (place: number) => numbers[task / 8 + place]!
  const leafAt = (place: number): TaskLeaf => ({ histogram: number(place), total: number(place + 1), lower: number(place + 2), upper: number(place + 3) })
  const leaves = number(6) === 2 ? [leafAt(7), leafAt(11)] : [leafAt(7)]
  return { summed: number(0), from: number(1), to: number(2), parent: number(3), minGain: number(4), unit: number(5), leaves }
}

const answerAt = ({ answers }: TreeAddresses, block: number, leaf: number): number => answers / 8 + (2 * block + leaf) * ANSWER_NUMBERS

/** Writes the best split of a block for leaf 0 or 1 of the task. */
export function writeAnswer(numbers: Float64Array, addresses: TreeAddresses, block: number, leaf: number, best: BestSplit): void {
  const at = answerAt(addresses, block, leaf)
  numbers[at] = best.gain
  numbers[at + 1] = best.column
  numbers[at + 2] = best.test
  numbers[at + 3] = best.threshold
  numbers[at + 4] = best.left
  numbers[at + 5] = best.leftOutput
  numbers[at + 6] = best.rightOutput
  if (best.categories !== undefined) numbers.set(best.categories, at + 7)
}

export function readAnswer(numbers: Float64Array, addresses: TreeAddresses, block: number, leaf: number): BestSplit {
  const at = answerAt(addresses, block, leaf)
  const number = (place: number) => numbers[at + place]!
  const categories = number(1) >= 0 && number(2) === CATEGORY_TEST ? Uint32Array.from(numbers.subarray(at + 7, at + 7 + SET_WORDS)) : undefined
  return { gain: number(0), column: number(1), test: number(2), threshold: number(3), categories, left: number(4), leftOutput: number(5), rightOutput: number(6) }
}
