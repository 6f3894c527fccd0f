import { type BestSplit, noSplit, type SplitLimits } from './best-split.ts'
import { searchCategorySplit } from './category-split.ts'
import { binCount, type FeatureBins } from './feature-bins.ts'
import { addToHistogram, type HistogramLayout, subtractHistogram } from './histogram.ts'
import { searchNumericSplit } from './numeric-split.ts'
import { type PackedScales, packedSlope, packedWeight } from './packed-sums.ts'
import { CATEGORY_TEST, SET_WORDS } from './tree-ensemble.ts'
import type { TreeOptions } from './tree-options.ts'

/** A gain, in scaled units, that is rounding and nothing else: gains are differences of numbers up to 2^26. */
const ROUNDING_GAIN = 1e-6

/** A node of a tree that grows: its rows are rows[from, to) of the grower, its children's rows are the two parts of them. */
export interface GrownNode {
  readonly from: number
  readonly to: number
  split?: GrownSplit
}

export interface GrownSplit {
  readonly feature: number
  readonly test: number
  readonly threshold: number
  readonly categories: Uint32Array | undefined
  /** Loss reduction, in the loss's own unit. */
  readonly gain: number
  readonly left: GrownNode
  readonly right: GrownNode
}

interface GrowingLeaf {
  readonly node: GrownNode
  readonly depth: number
  readonly total: number
  readonly lower: number
  readonly upper: number
  histogram: Float64Array | undefined
  best: BestSplit
}

/** What all trees of an ensemble share. */
export interface GrowerData {
  readonly bins: readonly FeatureBins[]
  readonly columns: readonly Uint8Array[]
  readonly options: TreeOptions
}

/** Grows trees leaf by leaf, the most useful split first (Shi 2007), from histograms of packed sums. Keeps its buffers from tree to tree. */
export class TreeGrower {
  readonly #data: GrowerData
  readonly #pool: Float64Array[] = []
  readonly #isLeft = new Uint8Array(256)
  readonly #moved: Int32Array
  #layout!: HistogramLayout
  #packed!: Float64Array
  #rows!: Int32Array
  #scales!: PackedScales

  constructor(data: GrowerData) {
    this.#data = data
    this.#moved = new Int32Array(data.columns[0]?.length ?? 0)
  }

  /** The tree for packed slopes of rows[0, rows.length); `rows` is put in the order of the tree's leaves. */
  grow(layout: HistogramLayout, packed: Float64Array, scales: PackedScales, rows: Int32Array): GrownNode {
    if (this.#layout?.size !== layout.size) this.#pool.length = 0
    this.#layout = layout
    this.#packed = packed
    this.#scales = scales
    this.#rows = rows
    let total = 0
    for (let i = 0; i < rows.length; i++) total += packed[rows[i]!]!
    const root = this.#leaf({ from: 0, to: rows.length }, 0, total, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY)
    if (this.#canSplit(root)) {
      root.histogram = this.#histogramOf(root.node)
      this.#search(root)
    }
    this.#splitBest([root])
    return root.node
  }

  #splitBest(leaves: GrowingLeaf[]): void {
    while (leaves.length < this.#data.options.maxLeaves) {
      let chosen = 0
      for (let i = 1; i < leaves.length; i++) if (leaves[i]!.best.gain > leaves[chosen]!.best.gain) chosen = i
      const leaf = leaves[chosen]!
      if (leaf.best.column < 0) break
      const isLast = leaves.length + 1 === this.#data.options.maxLeaves
      leaves.splice(chosen, 1, ...this.#split(leaf, isLast))
    }
    for (const { histogram } of leaves) this.#release(histogram)
  }

  #split(leaf: GrowingLeaf, isLast: boolean): readonly [GrowingLeaf, GrowingLeaf] {
    const { node, best, depth, total } = leaf
    const feature = this.#layout.features[best.column]!
    const middle = this.#partition(node, best, this.#data.columns[feature]!)
    const direction = this.#data.options.monotone[feature] ?? 0
    const between = (best.leftOutput + best.rightOutput) / 2
    const left = this.#leaf({ from: node.from, to: middle }, depth + 1, best.left, direction < 0 ? between : leaf.lower, direction > 0 ? between : leaf.upper)
    const right = this.#leaf({ from: middle, to: node.to }, depth + 1, total - best.left, direction > 0 ? between : leaf.lower, direction < 0 ? between : leaf.upper)
    const gain = (best.gain * this.#scales.weight) / this.#scales.slope ** 2 / 2
    node.split = { feature, test: best.test, threshold: best.threshold, categories: best.categories, gain, left: left.node, right: right.node }
    if (isLast) this.#release(leaf.histogram)
    else this.#prepare(leaf.histogram!, left, right)
    return [left, right]
  }

  /** Histograms and best splits of two children: the one with fewer rows is summed, the other is the parent's less that. */
  #prepare(parent: Float64Array, left: GrowingLeaf, right: GrowingLeaf): void {
    if (!this.#canSplit(left) && !this.#canSplit(right)) {
      this.#release(parent)
      return
    }
    const [small, large] = left.node.to - left.node.from <= right.node.to - right.node.from ? [left, right] : [right, left]
    small.histogram = this.#histogramOf(small.node)
    subtractHistogram(parent, small.histogram)
    large.histogram = parent
    for (const leaf of [left, right]) if (this.#canSplit(leaf)) this.#search(leaf)
  }

  #search(leaf: GrowingLeaf): void {
    const { bins, options } = this.#data
    const { features, offsets } = this.#layout
    const { weight: unit } = this.#scales
    const limits = this.#limits(leaf, options.lambda * unit)
    const categoryLimits = {
      ...this.#limits(leaf, (options.lambda + options.categoryLambda) * unit),
      own: limits.own,
      smoothing: options.categorySmoothing * unit,
      minCategoryWeight: options.minCategoryWeight * unit,
      minGroupWeight: options.minGroupWeight * unit,
      maxCategories: options.maxCategories,
    }
    for (let column = 0; column < features.length; column++) {
      const feature = features[column]!
      const from = offsets[column]!
      const to = from + binCount(bins[feature]!)
      if (bins[feature]!.categorical) searchCategorySplit(leaf.histogram!, from, to, column, categoryLimits, leaf.best)
      else searchNumericSplit(leaf.histogram!, from, to, column, options.monotone[feature] ?? 0, limits, leaf.best)
    }
  }

  #limits({ total, lower, upper }: GrowingLeaf, lambda: number): SplitLimits {
    const weight = packedWeight(total) + lambda
    const slope = packedSlope(total)
    const output = Math.max(lower, Math.min(upper, slope / weight))
    return { total, own: output * (2 * slope - weight * output), lambda, minWeight: Math.max(1, this.#data.options.minLeafWeight * this.#scales.weight), lower, upper }
  }

  /** Puts the rows that go left first, both parts in their old order. Returns where the right part starts. */
  #partition({ from, to }: GrownNode, best: BestSplit, column: Uint8Array): number {
    const isLeft = this.#fillIsLeft(best)
    const rows = this.#rows
    const moved = this.#moved
    let left = from
    let right = 0
    for (let i = from; i < to; i++) {
      const row = rows[i]!
      const goes = isLeft[column[row]!]!
      rows[left] = row
      moved[right] = row
      left += goes
      right += 1 - goes
    }
    rows.set(moved.subarray(0, right), left)
    return left
  }

  #fillIsLeft({ test, threshold, categories }: BestSplit): Uint8Array {
    if (test === CATEGORY_TEST) {
      for (let bin = 0; bin < SET_WORDS * 32; bin++) this.#isLeft[bin] = (categories![bin >>> 5]! >>> (bin & 31)) & 1
      return this.#isLeft
    }
    return this.#isLeft.fill(0).fill(1, test, threshold + 1)
  }

  #canSplit({ total, depth }: GrowingLeaf): boolean {
    return depth < this.#data.options.maxDepth && packedWeight(total) >= 2 * this.#data.options.minLeafWeight * this.#scales.weight
  }

  #leaf(node: GrownNode, depth: number, total: number, lower: number, upper: number): GrowingLeaf {
    const minGain = Math.max((2 * this.#data.options.minGain * this.#scales.slope ** 2) / this.#scales.weight, ROUNDING_GAIN)
    return { node, depth, total, lower, upper, histogram: undefined, best: noSplit(minGain) }
  }

  #histogramOf({ from, to }: GrownNode): Float64Array {
    const histogram = this.#pool.pop()?.fill(0) ?? new Float64Array(this.#layout.size)
    addToHistogram(histogram, this.#layout, this.#packed, this.#rows, from, to)
    return histogram
  }

  #release(histogram: Float64Array | undefined): void {
    if (histogram !== undefined) this.#pool.push(histogram)
  }
}
