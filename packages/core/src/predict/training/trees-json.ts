import type { TreeEnsemble } from '../boosted-trees/index.ts'
import { CATEGORY_TEST, isLeaf, LEAF, SET_WORDS } from '../boosted-trees/tree-ensemble.ts'

/** A leaf: [value, weight of its training rows]. */
type LeafJson = readonly [value: number, weight: number]
/**
 * An inner node. A number: [feature, bin, missing]: left when the value's bin is at most `bin`; a missing value goes left for 0, right for 1. A word: [feature, [bins], 2]: left when
 * the word's bin (its code + 1, 0 for none) is listed.
 */
type SplitJson = readonly [feature: number, test: number | readonly number[], kind: number]
/** A tree: its nodes in preorder, the left child right after its parent. */
export type TreeJson = readonly (LeafJson | SplitJson)[]

/** Boosted trees as JSON: prediction = base + the value of one leaf of each tree. */
export interface TreesJson {
  readonly base: number
  /** By feature, ascending. A value x of a number is in bin j >= 1 when cuts[j - 2] < x <= cuts[j - 1]. For words: the codes, whose bins are 1, 2 ... */
  readonly cuts: readonly (readonly number[])[]
  readonly trees: readonly TreeJson[]
  /** Loss reduction by feature; empty when unknown. */
  readonly gain: readonly number[]
}

/** Writes an ensemble. The values are 32-bit floats, which nine digits tell apart. */
export const treesToJson = (ensemble: TreeEnsemble): TreesJson => ({
  base: ensemble.base,
  cuts: ensemble.bins.map(({ cuts }) => [...cuts]),
  trees: Array.from(ensemble.roots, (root, tree) => treeToJson(ensemble, root, ensemble.roots[tree + 1] ?? ensemble.feature.length)),
  gain: [...ensemble.gain],
})

const nineDigits = (value: number): number => Number(value.toPrecision(9))

function treeToJson(ensemble: TreeEnsemble, from: number, to: number): TreeJson {
  return Array.from({ length: to - from }, (_, i) => {
    const node = from + i
    if (isLeaf(ensemble, node)) return [nineDigits(ensemble.value[node]!), nineDigits(ensemble.weight[node]!)]
    const test = ensemble.test[node]!
    return [ensemble.feature[node]!, test === CATEGORY_TEST ? binsOfSet(ensemble, ensemble.threshold[node]!) : ensemble.threshold[node]!, test]
  })
}

function binsOfSet({ categorySets }: TreeEnsemble, set: number): number[] {
  return Array.from({ length: SET_WORDS * 32 }, (_, bin) => bin).filter((bin) => (categorySets[set * SET_WORDS + (bin >>> 5)]! >>> (bin & 31)) & 1)
}

/** The ensemble of trees that have been checked (see `checkTrees`). */
export function treesFromJson({ base, cuts, trees, gain }: TreesJson, featureNames: readonly string[], categorical: readonly boolean[]): TreeEnsemble {
  const nodes = trees.flat()
  const sets: number[] = []
  const shapes = trees.map(shapeOf)
  let nodesBefore = 0
  return {
    featureNames,
    bins: cuts.map((values, i) => ({ categorical: categorical[i]!, cuts: Float64Array.from(values) })),
    base,
    roots: Int32Array.from(trees, ({ length }) => {
      nodesBefore += length
      return nodesBefore - length
    }),
    depths: Uint8Array.from(shapes, ({ depth }) => depth),
    feature: Uint16Array.from(nodes, (node) => (isSplit(node) ? node[0] : 0)),
    test: Uint8Array.from(nodes, (node) => (isSplit(node) ? node[2] : 0)),
    threshold: Int32Array.from(nodes, (node) => thresholdOf(node, sets)),
    skip: Int32Array.from(shapes.flatMap(({ skip }) => skip)),
    value: Float32Array.from(nodes, (node) => (isSplit(node) ? 0 : node[0])),
    weight: Float32Array.from(nodes, (node) => (isSplit(node) ? 0 : node[1])),
    categorySets: Uint32Array.from(sets),
    gain: Float64Array.from(featureNames, (_, i) => gain[i] ?? 0),
  }
}

export const isSplit = (node: LeafJson | SplitJson): node is SplitJson => node.length === 3

function thresholdOf(node: LeafJson | SplitJson, sets: number[]): number {
  if (!isSplit(node)) return LEAF
  const [, test] = node
  if (typeof test === 'number') return test
  const words = new Uint32Array(SET_WORDS)
  for (const bin of test) words[bin >>> 5]! |= 1 << (bin & 31)
  sets.push(...words)
  return sets.length / SET_WORDS - 1
}

/** Nodes of each left side and the depth of a tree, read from its end: what stands on the stack are finished subtrees, the left one on top. Undefined when the nodes are no single tree. */
export function treeShape(tree: TreeJson): { readonly skip: readonly number[]; readonly depth: number } | undefined {
  const skip = new Array<number>(tree.length).fill(LEAF)
  const finished: { readonly nodes: number; readonly depth: number }[] = []
  for (let at = tree.length - 1; at >= 0; at--) {
    if (!isSplit(tree[at]!)) {
      finished.push({ nodes: 1, depth: 0 })
      continue
    }
    const [left, right] = [finished.pop(), finished.pop()]
    if (left === undefined || right === undefined) return undefined
    skip[at] = left.nodes
    finished.push({ nodes: 1 + left.nodes + right.nodes, depth: 1 + Math.max(left.depth, right.depth) })
  }
  return finished.length === 1 ? { skip, depth: finished[0]!.depth } : undefined
}

const shapeOf = (tree: TreeJson) => treeShape(tree) ?? { skip: tree.map(() => LEAF), depth: 0 }
