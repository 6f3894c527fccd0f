import { normalCdf } from './normal.ts'
import { rankWithTies } from './ranks.ts'

/** scipy's limits: exact up to 50 differences without ties or zeros; with them all sign patterns up to 13. */
const EXACT_UP_TO = 50
const EXACT_WITH_TIES_UP_TO = 13

/**
 * Wilcoxon's signed-rank test, two-sided, zeros left out; `statistic` is the smaller of the two rank sums. Exact or normal (no continuity
 * correction) by the same rule as scipy.stats.wilcoxon(zero_method='wilcox', method='auto'). No non-zero difference: p = 1.
 *
 * @example wilcoxonSignedRank(Float64Array.of(1, 2, 3, 4, -5)) // { statistic: 5, pValue: 0.625 }
 */
export function wilcoxonSignedRank(differences: Float64Array): { statistic: number; pValue: number } {
  const nonZero = differences.filter((d) => d !== 0)
  const n = nonZero.length
  if (n === 0) return { statistic: 0, pValue: 1 }
  const { ranks, tieTerm } = rankWithTies(nonZero.map(Math.abs))
  const plus = ranks.reduce((sum, rank, i) => sum + (nonZero[i]! > 0 ? rank : 0), 0)
  const statistic = Math.min(plus, (n * (n + 1)) / 2 - plus)
  const uneven = tieTerm > 0 || n < differences.length
  const exact = differences.length <= (uneven ? EXACT_WITH_TIES_UP_TO : EXACT_UP_TO)
  return { statistic, pValue: exact ? exactP(ranks, statistic) : normalP(n, tieTerm, statistic) }
}

function normalP(n: number, tieTerm: number, statistic: number): number {
  const sd = Math.sqrt((n * (n + 1) * (2 * n + 1) - tieTerm / 2) / 24)
  return 2 * normalCdf((statistic - (n * (n + 1)) / 4) / sd)
}

/** Counts the sign patterns of each rank sum (in halves, as midranks are) by adding one rank after the other. */
function exactP(ranks: Float64Array, statistic: number): number {
  const ways = new Float64Array(ranks.length * (ranks.length + 1) + 1)
  ways[0] = 1
  let reach = 0
  for (const rank of ranks) {
    reach += 2 * rank
    for (let sum = reach; sum >= 2 * rank; sum--) ways[sum]! += ways[sum - 2 * rank]!
  }
  const tail = ways.subarray(0, 2 * statistic + 1).reduce((a, b) => a + b, 0)
  return Math.min(1, (2 * tail) / 2 ** ranks.length)
}
