import { quantilesOf } from '../../stats/index.ts'
import type { Numbers } from '../inputs.ts'

const QUANTILES = [0, 5, 25, 50, 75, 95, 100] as const
const MAX_BINS = 40
const WORST_ROWS = 10

export interface ResidualSummary {
  /** p0, p5, p25, p50, p75, p95 and p100, type 7. */
  readonly quantiles: Record<string, number>
  /** Equal-width bins; edges has one more entry than counts. */
  readonly histogram: { readonly edges: number[]; readonly counts: number[] }
  /** Rows of the largest absolute residuals, worst first. */
  readonly worst: { readonly row: number; readonly truth: number; readonly predicted: number; readonly residual: number }[]
}

/**
 * How the residuals (true - predicted) are spread: quantiles, a histogram of at most 40 bins, the ten worst rows. Weights play no part.
 * Undefined when a residual is beyond the range of a double.
 *
 * @example residualSummary(input).quantiles.p50 // the median residual
 */
export function residualSummary({ truth, predicted }: Numbers): ResidualSummary | undefined {
  const residuals = finiteResiduals(truth, predicted)
  if (!residuals) return undefined
  const quantiles = quantilesOf(
    residuals,
    QUANTILES.map((p) => p / 100),
  )
  return {
    quantiles: Object.fromEntries(QUANTILES.map((p, i) => [`p${p}`, quantiles[i]!])),
    histogram: histogram(residuals, quantiles[0]!, quantiles[quantiles.length - 1]!),
    worst: worstRows(residuals).map((row) => ({ row, truth: truth[row]!, predicted: predicted[row]!, residual: residuals[row]! })),
  }
}

/** Rows looked at by one call: V8 optimises a function that is called often better than a loop that runs long. */
const BLOCK = 4096

function finiteResiduals(truth: Float64Array, predicted: Float64Array): Float64Array | undefined {
  const residuals = new Float64Array(truth.length)
  let zero = 0
  for (let i = 0; i < residuals.length; i++) {
    const residual = truth[i]! - predicted[i]!
    residuals[i] = residual
    zero += residual - residual // NaN for one that is infinite
  }
  return zero === 0 ? residuals : undefined
}

function histogram(residuals: Float64Array, low: number, high: number): { edges: number[]; counts: number[] } {
  const bins = low === high ? 1 : Math.min(MAX_BINS, Math.ceil(Math.sqrt(residuals.length)))
  const step = high / bins - low / bins // the range itself may exceed a double
  const edges = Float64Array.from({ length: bins + 1 }, (_, i) => (i === bins ? high : low + step * i))
  const counts = new Uint32Array(bins)
  for (let from = 0; from < residuals.length; from += BLOCK) countWithin(counts, edges, residuals.subarray(from, from + BLOCK))
  return { edges: Array.from(edges), counts: Array.from(counts) }
}

/** Adds how many values lie in each bin. The upper edge of the last one belongs to it. */
function countWithin(counts: Uint32Array, edges: Float64Array, values: Float64Array): void {
  const last = counts.length - 1
  const [low, high] = [edges[0]!, edges[last + 1]!]
  const perUnit = 1 / (high / counts.length - low / counts.length)
  const scale = Number.isFinite(perUnit) ? perUnit : 0
  const offset = low * scale
  const doubt = Math.abs(offset) < MOST_STEPS ? DOUBT : 1
  for (let i = 0; i < values.length; i++) {
    const steps = values[i]! * scale - offset
    const bin = steps | 0
    const isSure = steps - bin > doubt && steps - bin < 1 - doubt
    counts[isSure ? bin : settled(bin, values[i]!, edges)]!++
  }
}

/** How near to an edge, in bins, rounding may put a value on the wrong side of it, as long as all values are fewer than so many bins from 0. */
const DOUBT = 1e-6
const MOST_STEPS = 2 ** 29

/** The bin of a value near an edge, from a guess: the edges decide. */
function settled(guess: number, value: number, edges: Float64Array): number {
  const last = edges.length - 2
  let bin = Math.min(last, Math.max(0, guess))
  while (value < edges[bin]!) bin--
  while (bin < last && value >= edges[bin + 1]!) bin++
  return bin
}

/** The rows of the largest residuals, in order; the earlier row first where two are equal. Blocks that hold no such row are left soon. */
function worstRows(residuals: Float64Array): number[] {
  const worst: number[] = []
  let least = -1
  for (let from = 0; from < residuals.length; from += BLOCK) {
    const block = residuals.subarray(from, from + BLOCK)
    if (worst.length < WORST_ROWS || largestSize(block) > least) least = insertWorst(worst, residuals, from, from + block.length)
  }
  return worst
}

function largestSize(values: Float64Array): number {
  let largest = 0
  for (let i = 0; i < values.length; i++) {
    const size = Math.abs(values[i]!)
    if (size > largest) largest = size
  }
  return largest
}

/** Puts the rows from..to that belong there among the `worst`; gives the size of the last of these. */
function insertWorst(worst: number[], residuals: Float64Array, from: number, to: number): number {
  const sizeAt = (row: number) => Math.abs(residuals[row]!)
  for (let row = from; row < to; row++) {
    if (worst.length === WORST_ROWS && sizeAt(row) <= sizeAt(worst[WORST_ROWS - 1]!)) continue
    const at = worst.findIndex((other) => sizeAt(other) < sizeAt(row))
    worst.splice(at === -1 ? worst.length : at, 0, row)
    worst.length = Math.min(worst.length, WORST_ROWS)
  }
  return sizeAt(worst[worst.length - 1]!)
}
