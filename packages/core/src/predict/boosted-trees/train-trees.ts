import { createRandom, type Random } from '../../stats/index.ts'
import { checkTrainingData } from './check-training-data.ts'
import { EarlyStopping, type Validation } from './early-stopping.ts'
import { EnsembleWriter } from './ensemble-writer.ts'
import { binColumn, chooseBins, type FeatureBins, MAX_BINS } from './feature-bins.ts'
import type { FeatureMatrix } from './feature-matrix.ts'
import { type GrownNode, TreeGrower } from './grow-tree.ts'
import { layOutBlocks } from './kernels/column-blocks.ts'
import { planOf, type SplitPlan } from './kernels/split-plan.ts'
import { helpersFor, type TreeHelpers } from './kernels/tree-helpers.ts'
import { openWorkshop, type TreeWorkshop } from './kernels/tree-workshop.ts'
import { type LeafValue, setLeafValues } from './leaf-values.ts'
import { type Loss, squaredLoss } from './losses.ts'
import { type PackedScales, packWeights, scaleFor } from './packed-sums.ts'
import { addTrees } from './predict-trees.ts'
import type { TreeEnsemble } from './tree-ensemble.ts'
import { DEFAULT_TREE_OPTIONS, type TreeOptions } from './tree-options.ts'

export interface TrainOptions extends TreeOptions {
  readonly loss: Loss
  readonly trees: number
  readonly learningRate: number
  /** Weights of the rows, all 1 by default. */
  readonly weights: Float64Array | undefined
  /** Bins of a column, the missing one included; 255 at most. */
  readonly maxBins: number
  /** Share of the rows drawn for each tree. */
  readonly rowFraction: number
  /** Share of the columns drawn for each tree. */
  readonly featureFraction: number
  readonly seed: number
  /** Rows that decide when to stop: after `patience` trees without a better mean loss on them, the best number of trees is kept. */
  readonly validation: Validation | undefined
  /** Threads that help, else those lent with `lendTreeHelpers`: the trees are the same to the bit, only sooner. */
  readonly helpers: TreeHelpers | undefined
}

const DEFAULTS: TrainOptions = {
  ...DEFAULT_TREE_OPTIONS,
  loss: squaredLoss,
  trees: 100,
  learningRate: 0.1,
  weights: undefined,
  maxBins: MAX_BINS,
  rowFraction: 1,
  featureFraction: 1,
  seed: 0,
  validation: undefined,
  helpers: undefined,
}

/**
 * Gradient-boosted trees over histograms (Friedman 2001; Ke et al. 2017), deterministic for a seed.
 *
 * @throws BenchcastError `length_mismatch` when columns, target or weights differ in length, `not_finite` for a target or weight that is no number.
 * @example trainTrees(matrix, target, { loss: huberLoss(0.2), trees: 600, maxLeaves: 63, learningRate: 0.05 })
 */
export function trainTrees(matrix: FeatureMatrix, target: Float64Array, options: Partial<TrainOptions> = {}): TreeEnsemble {
  const settings = { ...DEFAULTS, ...options }
  const weights = settings.weights ?? new Float64Array(target.length).fill(1)
  checkTrainingData(matrix, target, weights)
  return new Booster(matrix, target, weights, settings).train()
}

class Booster {
  readonly #options: TrainOptions
  readonly #matrix: FeatureMatrix
  readonly #weights: Float64Array
  readonly #bins: readonly FeatureBins[]
  readonly #plan: SplitPlan
  readonly #workshop: TreeWorkshop
  readonly #weightScale: number
  readonly #base: number
  readonly #residuals: Float64Array
  readonly #random: Random
  readonly #allRows: Int32Array
  readonly #writer = new EnsembleWriter()
  /** In the workshop's memory: slopes times weights by row, and the rows of a tree in the order of its leaves. */
  readonly #slopes: Float64Array
  readonly #rows: Int32Array
  /** The bins of all columns, row after row; empty when every tree sees every row. */
  readonly #binned: Uint8Array

  constructor(matrix: FeatureMatrix, target: Float64Array, weights: Float64Array, options: TrainOptions) {
    this.#options = options
    this.#matrix = matrix
    this.#weights = weights
    this.#bins = matrix.columns.map((column, i) => chooseBins(column, weights, matrix.categorical[i]!, options.maxBins))
    this.#base = options.loss.constant(target, weights)
    this.#residuals = target.map((value) => value - this.#base)
    const drawn = share(this.#bins.length, options.featureFraction)
    const helpers = helpersFor(target.length, drawn, options.helpers)
    this.#plan = planOf(this.#bins, target.length, drawn, 1 + (helpers?.count ?? 0), options)
    this.#workshop = openWorkshop(this.#plan, helpers)
    const { buffer, addresses } = this.#workshop
    const columns = matrix.columns.map((column, i) => binColumn(this.#bins[i]!, column, new Uint8Array(buffer, addresses.binned + i * target.length, target.length)))
    this.#binned = options.rowFraction < 1 ? interleaved(columns) : new Uint8Array(0)
    this.#weightScale = scaleFor(weights.reduce((sum, weight) => sum + Math.abs(weight), 0))
    new Float64Array(buffer, addresses.packedWeights, target.length).set(packWeights(weights, this.#weightScale))
    this.#slopes = new Float64Array(buffer, addresses.slopes, target.length)
    this.#rows = new Int32Array(buffer, addresses.rows, target.length)
    this.#allRows = Int32Array.from(target.keys())
    this.#random = createRandom(options.seed)
  }

  train(): TreeEnsemble {
    try {
      return this.#train()
    } finally {
      this.#workshop.team.end()
    }
  }

  #train(): TreeEnsemble {
    const { trees, featureFraction, rowFraction, validation, loss } = this.#options
    const grower = new TreeGrower(this.#plan, this.#workshop)
    const stopper = validation && new EarlyStopping(validation, loss, this.#base, this.#bins)
    const isDrawn = rowFraction < 1 || featureFraction < 1
    this.#layOut()
    while (this.#writer.trees < trees && !stopper?.isDone) {
      if (featureFraction < 1 && this.#writer.trees > 0) this.#layOut()
      const scales = this.#packSlopes()
      const rows = this.#drawRows()
      const root = grower.grow(rows.length, scales)
      if (root.split === undefined && !isDrawn) break
      const tree = this.#keep(root, rows)
      stopper?.add(tree)
    }
    return this.#writer.ensemble(this.#base, this.#matrix.names, this.#bins, stopper?.bestTrees)
  }

  #layOut(): void {
    layOutBlocks(this.#workshop.buffer, this.#plan.shape, this.#drawFeatures())
  }

  #packSlopes(): PackedScales {
    const { slope } = this.#options.loss
    let sum = 0
    for (let row = 0; row < this.#slopes.length; row++) {
      const value = slope(this.#residuals[row]!) * this.#weights[row]!
      this.#slopes[row] = value
      sum += Math.abs(value)
    }
    const scale = scaleFor(sum)
    const { kernels, addresses } = this.#workshop
    kernels.packSlopes(addresses.slopes, addresses.slopes + 8 * this.#slopes.length, scale, addresses.packedWeights, addresses.packed)
    return { slope: scale, weight: this.#weightScale }
  }

  /** Gives the leaves their values, keeps the tree and takes its predictions off the residuals. Returns the tree alone. */
  #keep(root: GrownNode, rows: Int32Array): TreeEnsemble {
    const leaves = new Map<GrownNode, LeafValue>()
    setLeafValues(root, { ...this.#options, rows, residuals: this.#residuals, slopes: this.#slopes, weights: this.#weights }, leaves)
    this.#writer.add(root, leaves)
    const alone = new EnsembleWriter()
    alone.add(root, leaves)
    const tree = alone.ensemble(0, this.#matrix.names, this.#bins)
    if (this.#options.rowFraction === 1) for (const [{ from, to }, { value }] of leaves) for (let i = from; i < to; i++) this.#residuals[rows[i]!]! -= value
    else {
      const steps = new Float64Array(this.#residuals.length)
      addTrees(tree, this.#binned, steps)
      for (let row = 0; row < steps.length; row++) this.#residuals[row]! -= steps[row]!
    }
    return tree
  }

  /** The rows of the next tree, in the workshop's memory. */
  #drawRows(): Int32Array {
    const drawn = this.#options.rowFraction < 1 ? this.#draw(this.#allRows, this.#options.rowFraction) : this.#allRows
    this.#rows.set(drawn)
    return this.#rows.subarray(0, drawn.length)
  }

  #drawFeatures(): Int32Array {
    const all = Int32Array.from(this.#matrix.names, (_, feature) => feature)
    return this.#options.featureFraction < 1 ? this.#draw(all, this.#options.featureFraction) : all
  }

  /** A share of the items, at least one, in their order (selection sampling: Knuth, Algorithm S). */
  #draw(items: Int32Array, fraction: number): Int32Array {
    const wanted = share(items.length, fraction)
    const drawn = new Int32Array(wanted)
    let taken = 0
    for (let i = 0; taken < wanted; i++) if (this.#random.next() * (items.length - i) < wanted - taken) drawn[taken++] = items[i]!
    return drawn
  }
}

/** How many of the items a fraction is: at least one, when there is one. */
const share = (items: number, fraction: number): number => (fraction < 1 ? Math.max(1, Math.round(items * fraction)) : items)

/** Columns as rows. */
function interleaved(columns: readonly Uint8Array[]): Uint8Array {
  const width = columns.length
  const rows = new Uint8Array(width * (columns[0]?.length ?? 0))
  columns.forEach((column, i) => {
    for (let row = 0, at = i; row < column.length; row++, at += width) rows[at] = column[row]!
  })
  return rows
}
