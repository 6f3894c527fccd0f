import { type BestSplit, binSet, type SplitLimits } from './best-split.ts'
import { packedSlope, packedWeight } from './packed-sums.ts'
import { CATEGORY_TEST } from './tree-ensemble.ts'

/** Categories up to which each is tried alone against the rest. */
const MAX_ONE_AGAINST_REST = 4

/** The category options of a tree in scaled units. */
export interface CategoryLimits extends SplitLimits {
  readonly smoothing: number
  readonly minCategoryWeight: number
  readonly minGroupWeight: number
  readonly maxCategories: number
}

/**
 * Tries sets of categories, given the packed sums of a column's bins, and keeps the best in `best`: categories in the order of their smoothed mean slope, where the best set is a prefix (Fisher 1958), taken from either end,
 * so that the smaller side is the listed set and whatever is new goes with the majority.
 */
export function searchCategorySplit(sums: Float64Array, column: number, limits: CategoryLimits, best: BestSplit): void {
  const used: number[] = []
  for (let place = 0; place < sums.length; place++) if (packedWeight(sums[place]!) >= Math.max(1, limits.minCategoryWeight)) used.push(place)
  if (used.length === 0) return
  if (used.length <= MAX_ONE_AGAINST_REST) {
    for (const place of used) tryPrefixes(sums, [place], column, { ...limits, minGroupWeight: 0 }, best)
    if (used.length < MAX_ONE_AGAINST_REST) return
  }
  const rank = (place: number) => packedSlope(sums[place]!) / (packedWeight(sums[place]!) + limits.smoothing)
  used.sort((a, b) => rank(a) - rank(b) || a - b)
  const most = Math.min(limits.maxCategories, used.length)
  tryPrefixes(sums, used.slice(0, most), column, limits, best)
  tryPrefixes(sums, used.reverse().slice(0, most), column, limits, best)
}

function tryPrefixes(sums: Float64Array, places: readonly number[], column: number, limits: CategoryLimits, best: BestSplit): void {
  let left = 0
  let group = 0
  for (let taken = 0; taken < places.length; taken++) {
    left += sums[places[taken]!]!
    group += packedWeight(sums[places[taken]!]!)
    if (packedWeight(left) < limits.minWeight || group < limits.minGroupWeight) continue
    if (packedWeight(limits.total - left) < Math.max(limits.minWeight, limits.minGroupWeight)) return
    group = 0
    const side = sideOf(left, limits)
    const other = sideOf(limits.total - left, limits)
    const gain = side.gain + other.gain - limits.own
    if (gain <= best.gain) continue
    const categories = binSet(places.slice(0, taken + 1))
    Object.assign(best, { gain, column, test: CATEGORY_TEST, threshold: 0, categories, left, leftOutput: side.output, rightOutput: other.output })
  }
}

function sideOf(packed: number, { lambda, lower, upper }: SplitLimits): { readonly output: number; readonly gain: number } {
  const weight = packedWeight(packed) + lambda
  const slope = packedSlope(packed)
  const output = Math.max(lower, Math.min(upper, slope / weight))
  return { output, gain: output * (2 * slope - weight * output) }
}
