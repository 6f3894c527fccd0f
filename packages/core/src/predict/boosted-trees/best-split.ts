import { SET_WORDS } from './tree-ensemble.ts'

/** The best split of a leaf found so far; all in scaled units (see packed-sums.ts). */
export interface BestSplit {
  gain: number
  /** Place of the column in the layout; -1 when the leaf cannot be split. */
  column: number
  test: number
  threshold: number
  categories: Uint32Array | undefined
  /** Packed sum of the left side. */
  left: number
  leftOutput: number
  rightOutput: number
}

export const noSplit = (minGain: number): BestSplit => ({ gain: minGain, column: -1, test: 0, threshold: 0, categories: undefined, left: 0, leftOutput: 0, rightOutput: 0 })

/** What the search must know about the leaf and the options, in scaled units. */
export interface SplitLimits {
  /** Packed sum of the leaf. */
  readonly total: number
  /** Loss reduction the leaf already has as a whole. */
  readonly own: number
  readonly lambda: number
  readonly minWeight: number
  /** Bounds on outputs that monotone splits above have set. */
  readonly lower: number
  readonly upper: number
}

/** A set of bins, a bit each. */
export function binSet(bins: Iterable<number>): Uint32Array {
  const set = new Uint32Array(SET_WORDS)
  for (const bin of bins) set[bin >>> 5]! |= 1 << (bin & 31)
  return set
}
