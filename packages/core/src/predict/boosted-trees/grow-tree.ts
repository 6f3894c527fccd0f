import { type BestSplit, noSplit } from './best-split.ts'
import { limitsOf } from './kernels/leaf-limits.ts'
import type { SplitPlan } from './kernels/split-plan.ts'
import { readAnswer, type SplitTask, type TaskLeaf, writeTask } from './kernels/split-task.ts'
import { blockCount, type TreeAddresses } from './kernels/tree-memory.ts'
import type { TreeWorkshop } from './kernels/tree-workshop.ts'
import { beatsFreely } from './numeric-split.ts'
import { type PackedScales, packedWeight } from './packed-sums.ts'
import { CATEGORY_TEST, SET_WORDS } from './tree-ensemble.ts'

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

/** A leaf; `histogram` is the number of its histogram, -1 when it has none. */
interface GrowingLeaf {
  readonly node: GrownNode
  readonly depth: number
  readonly total: number
  readonly lower: number
  readonly upper: number
  histogram: number
  best: BestSplit
}

/** Grows trees leaf by leaf, the most useful split first (Shi 2007), from histograms of packed sums in a workshop's memory. */
export class TreeGrower {
  readonly #plan: SplitPlan
  readonly #workshop: TreeWorkshop
  readonly #addresses: TreeAddresses
  readonly #numbers: Float64Array
  readonly #isLeft: Uint8Array
  readonly #packed: Float64Array
  readonly #features: Int32Array
  readonly #rows: Int32Array
  readonly #freeHistograms: number[]
  #scales!: PackedScales

  constructor(plan: SplitPlan, workshop: TreeWorkshop) {
    const { buffer, addresses } = workshop
    this.#plan = plan
    this.#workshop = workshop
    this.#addresses = addresses
    this.#numbers = new Float64Array(buffer)
    this.#isLeft = new Uint8Array(buffer, addresses.isLeft, 256)
    this.#packed = new Float64Array(buffer, addresses.packed, plan.shape.rows)
    this.#features = new Int32Array(buffer, addresses.features, plan.shape.drawn)
    this.#rows = new Int32Array(buffer, addresses.rows, plan.shape.rows)
    this.#freeHistograms = Array.from({ length: plan.shape.histograms }, (_, i) => i)
  }

  /** The tree for the packed slopes of the first `count` rows listed in the memory; they are put in the order of the tree's leaves. */
  grow(count: number, scales: PackedScales): GrownNode {
    this.#scales = scales
    let total = 0
    for (let i = 0; i < count; i++) total += this.#packed[this.#rows[i]!]!
    const root = this.#leaf({ from: 0, to: count }, 0, total, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY)
    if (this.#canSplit(root)) {
      root.histogram = this.#freeHistograms.pop()!
      this.#search(root, -1, [root])
    }
    this.#splitBest([root])
    return root.node
  }

  #splitBest(leaves: GrowingLeaf[]): void {
    while (leaves.length < this.#plan.options.maxLeaves) {
      let chosen = 0
      for (let i = 1; i < leaves.length; i++) if (leaves[i]!.best.gain > leaves[chosen]!.best.gain) chosen = i
      const leaf = leaves[chosen]!
      if (leaf.best.column < 0) break
      const isLast = leaves.length + 1 === this.#plan.options.maxLeaves
      leaves.splice(chosen, 1, ...this.#split(leaf, isLast))
    }
    for (const { histogram } of leaves) this.#release(histogram)
  }

  #split(leaf: GrowingLeaf, isLast: boolean): readonly [GrowingLeaf, GrowingLeaf] {
    const { node, best, depth, total } = leaf
    const feature = this.#features[best.column]!
    const middle = this.#partition(node, best, feature)
    const direction = this.#plan.options.monotone[feature] ?? 0
    const between = (best.leftOutput + best.rightOutput) / 2
    const left = this.#leaf({ from: node.from, to: middle }, depth + 1, best.left, direction < 0 ? between : leaf.lower, direction > 0 ? between : leaf.upper)
    const right = this.#leaf({ from: middle, to: node.to }, depth + 1, total - best.left, direction > 0 ? between : leaf.lower, direction < 0 ? between : leaf.upper)
    const gain = (best.gain * this.#scales.weight) / this.#scales.slope ** 2 / 2
    node.split = { feature, test: best.test, threshold: best.threshold, categories: best.categories, gain, left: left.node, right: right.node }
    if (isLast) this.#release(leaf.histogram)
    else this.#prepare(leaf.histogram, left, right)
    return [left, right]
  }

  /** Histograms and best splits of two children: the one with fewer rows is summed, the other is the parent's less that. */
  #prepare(parent: number, left: GrowingLeaf, right: GrowingLeaf): void {
    const searched = [left, right].filter((leaf) => this.#canSplit(leaf))
    if (searched.length === 0) {
      this.#release(parent)
      return
    }
    const [small, large] = left.node.to - left.node.from <= right.node.to - right.node.from ? [left, right] : [right, left]
    small.histogram = this.#freeHistograms.pop()!
    large.histogram = parent
    this.#search(small, parent, searched)
  }

  /** Has the histogram of `summed` summed, taken off its parent's, and the best splits of the leaves found. */
  #search(summed: GrowingLeaf, parent: number, leaves: readonly GrowingLeaf[]): void {
    const { from, to } = summed.node
    const task: SplitTask = { summed: summed.histogram, from, to, parent, minGain: this.#minGain(), unit: this.#scales.weight, leaves }
    writeTask(this.#numbers, this.#addresses, task)
    this.#workshop.team.run()
    leaves.forEach((leaf, index) => {
      leaf.best = this.#bestOf(task, leaf, index)
    })
  }

  /** The best of the blocks' answers; of equal ones the first. */
  #bestOf(task: SplitTask, leaf: TaskLeaf, index: number): BestSplit {
    const { numeric, isFree } = limitsOf(task, leaf, this.#plan.options)
    let best = noSplit(task.minGain)
    for (let block = 0; block < blockCount(this.#plan.shape); block++) {
      const other = readAnswer(this.#numbers, this.#addresses, block, index)
      if (other.column < 0) continue
      const isScanned = isFree && other.test !== CATEGORY_TEST && (this.#plan.options.monotone[this.#features[other.column]!] ?? 0) === 0
      if (isScanned ? beatsFreely(other.left, best, numeric) : other.gain > best.gain) best = other
    }
    return best
  }

  /** Puts the rows that go left first, both parts in their old order. Returns where the right part starts. */
  #partition({ from, to }: GrownNode, best: BestSplit, feature: number): number {
    const { rows, moved, binned, isLeft } = this.#addresses
    this.#fillIsLeft(best)
    return (this.#workshop.kernels.partition(rows + 4 * from, rows + 4 * to, binned + feature * this.#plan.shape.rows, isLeft, moved) - rows) / 4
  }

  #fillIsLeft({ test, threshold, categories }: BestSplit): void {
    if (test !== CATEGORY_TEST) this.#isLeft.fill(0).fill(1, test, threshold + 1)
    else for (let bin = 0; bin < SET_WORDS * 32; bin++) this.#isLeft[bin] = (categories![bin >>> 5]! >>> (bin & 31)) & 1
  }

  #canSplit({ total, depth }: GrowingLeaf): boolean {
    return depth < this.#plan.options.maxDepth && packedWeight(total) >= 2 * this.#plan.options.minLeafWeight * this.#scales.weight
  }

  #leaf(node: GrownNode, depth: number, total: number, lower: number, upper: number): GrowingLeaf {
    return { node, depth, total, lower, upper, histogram: -1, best: noSplit(this.#minGain()) }
  }

  #minGain(): number {
    return Math.max((2 * this.#plan.options.minGain * this.#scales.slope ** 2) / this.#scales.weight, ROUNDING_GAIN)
  }

  #release(histogram: number): void {
    if (histogram >= 0) this.#freeHistograms.push(histogram)
  }
}
