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
  const residuals = new Float64Array(truth.length)
  for (let i = 0; i < residuals.length; i++) residuals[i] = truth[i]! - predicted[i]!
  if (!residuals.every(Number.isFinite)) return undefined
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

function histogram(residuals: Float64Array, low: number, high: number): { edges: number[]; counts: number[] } {
  const bins = low === high ? 1 : Math.min(MAX_BINS, Math.ceil(Math.sqrt(residuals.length)))
  const step = high / bins - low / bins // the range itself may exceed a double
  const edges = Array.from({ length: bins + 1 }, (_, i) => (i === bins ? high : low + step * i))
  const counts = new Array<number>(bins).fill(0)
  for (let i = 0; i < residuals.length; i++) {
    const value = residuals[i]!
    let bin = Math.min(bins - 1, step === 0 ? 0 : Math.floor(value / step - low / step))
    // Rounding may be off by one edge; the edges decide.
    if (value < edges[bin]!) bin--
    else if (bin < bins - 1 && value >= edges[bin + 1]!) bin++
    counts[bin]!++
  }
  return { edges, counts }
}

/** One pass that keeps the ten largest found so far, in order; the earlier row first where two are equal. */
function worstRows(residuals: Float64Array): number[] {
  const worst: number[] = []
  let least = -1
  for (let row = 0; row < residuals.length; row++) {
    const size = Math.abs(residuals[row]!)
    if (worst.length === WORST_ROWS && size <= least) continue
    const at = worst.findIndex((other) => Math.abs(residuals[other]!) < size)
    worst.splice(at === -1 ? worst.length : at, 0, row)
    worst.length = Math.min(worst.length, WORST_ROWS)
    least = Math.abs(residuals[worst[worst.length - 1]!]!)
  }
  return worst
}
