import { type BestSplit, noSplit } from '../best-split.ts'
import { CATEGORY_TEST, SET_WORDS } from '../tree-ensemble.ts'
import { ANSWER_NUMBERS, TASK_NUMBERS, type TreeAddresses } from './tree-memory.ts'

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
  const [summed, from, to, parent, minGain, unit, count, ...rest] = numbers.subarray(task / 8, task / 8 + TASK_NUMBERS)
  const leaf = (at: number): TaskLeaf => ({ histogram: rest[at]!, total: rest[at + 1]!, lower: rest[at + 2]!, upper: rest[at + 3]! })
  return { summed: summed!, from: from!, to: to!, parent: parent!, minGain: minGain!, unit: unit!, leaves: Array.from({ length: count! }, (_, i) => leaf(4 * i)) }
}

const answerAt = ({ answers }: TreeAddresses, block: number, leaf: number): number => answers / 8 + (2 * block + leaf) * ANSWER_NUMBERS

/** Writes the best split of a block for leaf 0 or 1 of the task. */
export function writeAnswer(numbers: Float64Array, addresses: TreeAddresses, block: number, leaf: number, best: BestSplit): void {
  const { gain, column, test, threshold, left, leftOutput, rightOutput, categories } = best
  numbers.set([gain, column, test, threshold, left, leftOutput, rightOutput, ...(categories ?? [])], answerAt(addresses, block, leaf))
}

export function readAnswer(numbers: Float64Array, addresses: TreeAddresses, block: number, leaf: number): BestSplit {
  const at = answerAt(addresses, block, leaf)
  const [gain, column, test, threshold, left, leftOutput, rightOutput] = numbers.subarray(at, at + 7)
  if (column! < 0) return noSplit(gain!)
  const categories = test === CATEGORY_TEST ? Uint32Array.from(numbers.subarray(at + 7, at + 7 + SET_WORDS)) : undefined
  return { gain: gain!, column: column!, test: test!, threshold: threshold!, categories, left: left!, leftOutput: leftOutput!, rightOutput: rightOutput! }
}
