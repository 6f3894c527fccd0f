import type { FeatureBins } from './feature-bins.ts'

/** `skip` of a leaf: with `threshold` -1, the way from a leaf is to the leaf itself. */
export const LEAF = -1
/** `test` of a node whose left side is a set of categories. */
export const CATEGORY_TEST = 2
/** 32-bit words of one category set, a bit for each bin. */
export const SET_WORDS = 8

/**
 * Boosted trees as flat arrays over the nodes of all trees, each tree in preorder: the left child of node i is i + 1.
 * Prediction = base + the value of one leaf of each tree.
 */
export interface TreeEnsemble {
  readonly featureNames: readonly string[]
  readonly bins: readonly FeatureBins[]
  readonly base: number
  /** First node of each tree. */
  readonly roots: Int32Array
  /** Splits on the longest way through each tree. */
  readonly depths: Uint8Array
  /** Column that the node asks; 0 at a leaf. */
  readonly feature: Uint16Array
  /** 0: left when bin <= threshold, missing values go left; 1: the same, missing values go right; 2 (CATEGORY_TEST): left when the bin is in set number `threshold`. */
  readonly test: Uint8Array
  readonly threshold: Int32Array
  /** Nodes of the left side: the right child of node i is i + 1 + skip[i]. LEAF at a leaf. */
  readonly skip: Int32Array
  /** Value of a leaf. */
  readonly value: Float32Array
  /** Weight of the training rows in a leaf. */
  readonly weight: Float32Array
  /** SET_WORDS words a set. */
  readonly categorySets: Uint32Array
  /** Loss reduction by the splits of each column. */
  readonly gain: Float64Array
}

export const isLeaf = ({ skip }: TreeEnsemble, node: number): boolean => skip[node] === LEAF

/** True when a row whose column `feature[node]` is in `bin` goes left at an inner node. */
export function goesLeft({ test, threshold, categorySets }: TreeEnsemble, node: number, bin: number): boolean {
  const side = test[node]!
  if (side !== CATEGORY_TEST) return bin >= side && bin <= threshold[node]!
  return ((categorySets[threshold[node]! * SET_WORDS + (bin >>> 5)]! >>> (bin & 31)) & 1) === 1
}
