/** Columns whose histograms are filled together: as many as fit the first-level cache, an even number. */
export const BLOCK_COLUMNS = 12
/** Bytes from one bin to the next in the histogram of a pair of columns: a sum of each, so that two columns are searched at once. */
export const BIN_BYTES = 16
/** Bytes of the histogram of a pair of columns. */
export const PAIR_BYTES = 256 * BIN_BYTES
/** Bytes of what scanPair finds. */
export const FOUND_BYTES = 32

/**
 * The inner loops of training on one flat memory; all positions are byte addresses in it. `packed` are packed sums by row (doubles, see packed-sums.ts), rows are 32-bit row numbers, bins are bytes.
 * Sums are whole numbers, exact in any order: every implementation answers the same to the last bit.
 */
export interface Kernels {
  /** Packs the slopes at [slope, end), times `scale` and rounded, with the packed weights at `weight` into `packed`, doubles. May go on for one more. */
  packSlopes(slope: number, end: number, scale: number, weight: number, packed: number): void
  /** Adds the sums of the rows listed at [row, end) to the histogram of a block of `columns` columns, whose bins lie row by row from `bins` on. */
  addRows(columns: number, histogram: number, bins: number, packed: number, row: number, end: number): void
  /** whole -= part, doubles. */
  subtract(whole: number, part: number, bytes: number): void
  /**
   * Tries the thresholds first ... end - 1 of both columns of a pair and writes the best threshold of each to `out`, then the left sum of each, as doubles; sum 0 where none beats `minGain`.
   * The gain of a side with slope g and weight h is g^2 / (h + lambda); fractions are compared without dividing.
   *
   * @returns 1 when there is one, else 0.
   */
  scanPair(pair: number, first: number, end: number, totalWeight: number, totalSlope: number, lambda: number, minWeight: number, minGain: number, out: number): number
  /** Puts the rows at [row, end) whose bin in `column` has a 1 in the table `isLeft` first, both parts in their old order; `moved` has room for all. Returns where the right part starts. */
  partition(row: number, end: number, column: number, isLeft: number, moved: number): number
}
