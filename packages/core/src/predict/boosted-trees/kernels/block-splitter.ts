import { type BestSplit, noSplit, type SplitLimits } from '../best-split.ts'
import { searchCategorySplit } from '../category-split.ts'
import { keepFreeSplit, searchBoundedSplit, sendMissingToHeavier } from '../numeric-split.ts'
import { packedSlope, packedWeight } from '../packed-sums.ts'
import { BIN_BYTES, BLOCK_COLUMNS, type Kernels, PAIR_BYTES } from './kernels.ts'
import { type LeafLimits, limitsOf } from './leaf-limits.ts'
import type { SplitPlan } from './split-plan.ts'
import { readTask, type SplitTask, type TaskLeaf, writeAnswer } from './split-task.ts'
import { addressesOf, blockBins, blockColumns, blockHistogram, findsOf, type TreeAddresses } from './tree-memory.ts'

/** Does a task for one block of columns at a time. Any thread may do any block. */
export class BlockSplitter {
  readonly #plan: SplitPlan
  readonly #kernels: Kernels
  readonly #addresses: TreeAddresses
  readonly #numbers: Float64Array
  readonly #bytes: Uint8Array
  readonly #features: Int32Array
  readonly #finds: readonly [number, number]

  constructor(plan: SplitPlan, kernels: Kernels, buffer: ArrayBufferLike, thread: number) {
    this.#plan = plan
    this.#kernels = kernels
    this.#addresses = addressesOf(plan.shape)
    this.#numbers = new Float64Array(buffer)
    this.#bytes = new Uint8Array(buffer)
    this.#features = new Int32Array(buffer, this.#addresses.features, plan.shape.drawn)
    this.#finds = findsOf(this.#addresses, thread)
  }

  /** Does the task in the memory for a block and leaves the answers there. */
  run(block: number): void {
    const task = readTask(this.#numbers, this.#addresses)
    this.#sum(task, block)
    for (const [index, leaf] of task.leaves.entries()) writeAnswer(this.#numbers, this.#addresses, block, index, this.#search(task, leaf, block))
  }

  #sum({ summed, from, to, parent }: SplitTask, block: number): void {
    const { rows, packed } = this.#addresses
    const { shape } = this.#plan
    const columns = blockColumns(shape, block)
    const bytes = Math.ceil(columns / 2) * PAIR_BYTES
    const histogram = blockHistogram(this.#addresses, summed, block)
    this.#bytes.fill(0, histogram, histogram + bytes)
    this.#kernels.addRows(columns, histogram, blockBins(this.#addresses, shape, block), packed, rows + 4 * from, rows + 4 * to)
    if (parent >= 0) this.#kernels.subtract(blockHistogram(this.#addresses, parent, block), histogram, bytes)
  }

  #search(task: SplitTask, leaf: TaskLeaf, block: number): BestSplit {
    const limits = limitsOf(task, leaf, this.#plan.options)
    const histogram = blockHistogram(this.#addresses, leaf.histogram, block)
    const best = noSplit(task.minGain)
    const columns = blockColumns(this.#plan.shape, block)
    for (let at = 0; at < columns; at += 2) this.#searchPair(histogram + (at / 2) * PAIR_BYTES, block * BLOCK_COLUMNS + at, limits, best)
    return best
  }

  /** Searches the columns at places `first` and `first + 1` of the tree's, in this order. */
  #searchPair(pair: number, first: number, limits: LeafLimits, best: BestSplit): void {
    const last = Math.min(first + 1, this.#plan.shape.drawn - 1)
    let scannedTo = 0
    for (let column = first; column <= last; column++) {
      const feature = this.#features[column]!
      const { categorical, bins } = this.#plan.columns[feature]!
      const direction = this.#plan.options.monotone[feature] ?? 0
      if (categorical) searchCategorySplit(this.#sumsOf(pair, column - first, bins), column, limits.category, best)
      else if (direction !== 0 || !limits.isFree) searchBoundedSplit(this.#sumsOf(pair, column - first, bins), column, direction, limits.numeric, best)
      else {
        const hasMissing = this.#numbers[pair / 8 + column - first] !== 0
        // Past the last bin of a column with missing values, all others against the missing ones would be tried once more.
        const to = hasMissing ? bins - 1 : Math.max(bins - 1, scannedTo, this.#binsOf(last) - 1)
        if (to !== scannedTo) this.#scan(pair, to, limits.numeric, best)
        scannedTo = to
        this.#keepFound(pair, column, column - first, limits.numeric, best)
      }
    }
  }

  /** Scans thresholds of both columns of a pair, with missing values on the left into the first find, where there are any, and on the right into the second. */
  #scan(pair: number, end: number, limits: SplitLimits, best: BestSplit): void {
    const { total, own, lambda, minWeight } = limits
    const [weight, slope] = [packedWeight(total), packedSlope(total)]
    const hasMissing = this.#numbers[pair / 8] !== 0 || this.#numbers[pair / 8 + 1] !== 0
    for (const test of hasMissing ? [0, 1] : [1]) this.#kernels.scanPair(pair, test, end, weight, slope, lambda, minWeight, best.gain + own, this.#finds[test]!)
  }

  #keepFound(pair: number, column: number, lane: number, limits: SplitLimits, best: BestSplit): void {
    const hasMissing = this.#numbers[pair / 8 + lane] !== 0
    for (const test of hasMissing ? [0, 1] : [1]) {
      const find = this.#finds[test]! / 8 + lane
      const left = this.#numbers[find + 2]!
      if (left !== 0) keepFreeSplit(best, column, test, this.#numbers[find]!, left, limits)
    }
    if (!hasMissing) sendMissingToHeavier(column, limits, best)
  }

  #binsOf(column: number): number {
    return this.#plan.columns[this.#features[column]!]!.bins
  }

  /** The packed sums of one column's bins. */
  #sumsOf(pair: number, lane: number, bins: number): Float64Array {
    const sums = new Float64Array(bins)
    for (let bin = 0; bin < bins; bin++) sums[bin] = this.#numbers[(pair + bin * BIN_BYTES) / 8 + lane]!
    return sums
  }
}
