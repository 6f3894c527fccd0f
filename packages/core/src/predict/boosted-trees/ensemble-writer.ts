import type { FeatureBins } from './feature-bins.ts'
import type { GrownNode, GrownSplit } from './grow-tree.ts'
import type { LeafValue } from './leaf-values.ts'
import { CATEGORY_TEST, LEAF, SET_WORDS, type TreeEnsemble } from './tree-ensemble.ts'

/** Collects grown trees and makes the flat arrays of an ensemble. */
export class EnsembleWriter {
  readonly #roots: number[] = []
  readonly #depths: number[] = []
  readonly #feature: number[] = []
  readonly #test: number[] = []
  readonly #threshold: number[] = []
  readonly #skip: number[] = []
  readonly #value: number[] = []
  readonly #weight: number[] = []
  readonly #sets: number[] = []
  readonly #gains: { readonly tree: number; readonly feature: number; readonly gain: number }[] = []

  get trees(): number {
    return this.#roots.length
  }

  /** Adds a tree, each leaf with its value and the weight of its rows. */
  add(root: GrownNode, leaves: ReadonlyMap<GrownNode, LeafValue>): void {
    this.#roots.push(this.#feature.length)
    this.#depths.push(this.#write(root, leaves))
  }

  /** Writes a node and what is below it. Returns its depth. */
  #write(node: GrownNode, leaves: ReadonlyMap<GrownNode, LeafValue>): number {
    const { split } = node
    const at = this.#feature.push(split?.feature ?? 0) - 1
    this.#test.push(split?.test ?? 0)
    this.#threshold.push(split === undefined ? LEAF : this.#thresholdOf(split))
    this.#skip.push(LEAF)
    this.#value.push(leaves.get(node)?.value ?? 0)
    this.#weight.push(leaves.get(node)?.weight ?? 0)
    if (split === undefined) return 0
    this.#gains.push({ tree: this.#roots.length - 1, feature: split.feature, gain: split.gain })
    const left = this.#write(split.left, leaves)
    this.#skip[at] = this.#feature.length - at - 1
    return 1 + Math.max(left, this.#write(split.right, leaves))
  }

  #thresholdOf({ test, threshold, categories }: GrownSplit): number {
    if (test !== CATEGORY_TEST) return threshold
    this.#sets.push(...categories!)
    return this.#sets.length / SET_WORDS - 1
  }

  /** The ensemble of the first `trees` trees. */
  ensemble(base: number, featureNames: readonly string[], bins: readonly FeatureBins[], trees = this.trees): TreeEnsemble {
    const end = this.#roots[trees] ?? this.#feature.length
    const gain = new Float64Array(featureNames.length)
    for (const split of this.#gains) if (split.tree < trees) gain[split.feature]! += split.gain
    return {
      featureNames,
      bins,
      base,
      roots: Int32Array.from(this.#roots.slice(0, trees)),
      depths: Uint8Array.from(this.#depths.slice(0, trees)),
      feature: Uint16Array.from(this.#feature.slice(0, end)),
      test: Uint8Array.from(this.#test.slice(0, end)),
      threshold: Int32Array.from(this.#threshold.slice(0, end)),
      skip: Int32Array.from(this.#skip.slice(0, end)),
      value: Float32Array.from(this.#value.slice(0, end)),
      weight: Float32Array.from(this.#weight.slice(0, end)),
      categorySets: Uint32Array.from(this.#sets),
      gain,
    }
  }
}
