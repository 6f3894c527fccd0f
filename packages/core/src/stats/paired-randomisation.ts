import type { Random } from './random.ts'

/** Up to this many non-zero differences all 2^n sign patterns are tried. */
const EXACT_UP_TO = 12

export interface PairedRandomisation {
  readonly pValue: number
  readonly test: 'exact_randomisation' | 'approximate_randomisation'
}

/**
 * Randomisation test of the hypothesis that two models are exchangeable, on per-row differences of their scores: how often a random sign for
 * each row makes the mean at least as far from 0. Exact up to 12 non-zero differences, else drawn, with p = (hits + 1) / (resamples + 1).
 * Source: E. Edgington, Randomization Tests; E. Noreen 1989 for the drawn p-value.
 */
export function pairedRandomisation(differences: Float64Array, { resamples, random }: { readonly resamples: number; readonly random: Random }): PairedRandomisation {
  const sizes = differences.filter((d) => d !== 0).map(Math.abs)
  const total = sizes.reduce((a, b) => a + b, 0)
  const observed = Math.abs(differences.reduce((a, b) => a + b, 0)) - 1e-12 * total
  const sums = sizes.length <= EXACT_UP_TO ? subsetSums(sizes) : drawnSums(sizes, resamples, random)
  const hits = sums.reduce((count, sum) => count + (Math.abs(total - 2 * sum) >= observed ? 1 : 0), 0)
  return sizes.length <= EXACT_UP_TO ? { pValue: hits / sums.length, test: 'exact_randomisation' } : { pValue: (hits + 1) / (resamples + 1), test: 'approximate_randomisation' }
}

/** The sum of every subset of `values`; entry b is the subset whose members are the bits of b. */
function subsetSums(values: Float64Array): Float64Array {
  const sums = new Float64Array(2 ** values.length)
  values.forEach((value, i) => {
    const half = 1 << i
    for (let b = 0; b < half; b++) sums[half + b] = sums[b]! + value
  })
  return sums
}

/** Sums of random subsets, eight values at a time: one byte of randomness picks their subset's sum from a table. */
function drawnSums(values: Float64Array, resamples: number, random: Random): Float64Array {
  const sums = new Float64Array(resamples)
  for (let from = 0; from < values.length; from += 32) {
    const [a, b, c, d] = [0, 8, 16, 24].map((skip) => byteTable(values.subarray(from + skip, from + skip + 8))) as [Float64Array, Float64Array, Float64Array, Float64Array]
    for (let r = 0; r < resamples; r++) {
      const bits = random.bits()
      sums[r]! += a[bits & 255]! + b[(bits >>> 8) & 255]! + c[(bits >>> 16) & 255]! + d[bits >>> 24]!
    }
  }
  return sums
}

/** Subset sums of at most eight values, for any byte. */
function byteTable(values: Float64Array): Float64Array {
  const padded = new Float64Array(8)
  padded.set(values)
  return subsetSums(padded)
}
