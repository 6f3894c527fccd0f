/**
 * A slope and a weight as whole numbers in one double: weight * 2^27 + slope. Sums of packed pairs are sums of both, exact in any order, so that a histogram needs one addition a row,
 * a sibling's histogram is an exact difference, and the trees are the same on every machine. The mean slope and weight get some 2^26 / rows steps each (671 for 100,000 rows).
 */
const SLOPE_RANGE = 2 ** 27
const SUM_BITS = 26
/** Undoes SLOPE_RANGE. */
export const WEIGHT_STEP = 2 ** -27

/** Powers of two by which slopes and weights are multiplied before rounding. */
export interface PackedScales {
  readonly slope: number
  readonly weight: number
}

/** The largest power of two by which values can be multiplied so that their sums over any rows keep within 26 bits; `sum` is that of their absolute values. */
export const scaleFor = (sum: number): number => (sum === 0 ? 1 : 2 ** Math.floor(SUM_BITS - 0.01 - Math.log2(sum)))

/** Weights as they are in packed pairs. */
export const packWeights = (weights: Float64Array, scale: number): Float64Array => weights.map((weight) => Math.round(weight * scale) * SLOPE_RANGE)

/** The weight of a packed sum, in scaled units. */
export const packedWeight = (packed: number): number => Math.floor(packed * WEIGHT_STEP + 0.5)

/** The slope of a packed sum, in scaled units. */
export const packedSlope = (packed: number): number => packed - packedWeight(packed) * SLOPE_RANGE
