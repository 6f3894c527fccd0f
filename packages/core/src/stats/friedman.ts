import { chiSquareSurvival } from './chi-square.ts'
import { rankWithTies } from './ranks.ts'
import { studentisedRangeQuantile } from './studentised-range.ts'

/**
 * Friedman's test that several models score alike over the same data sets, corrected for ties. `scores[m][d]` is model m on data set d.
 * Higher scores are better: rank 1 goes to the highest of a data set. All ranks tied: statistic 0, p = 1.
 * Agrees with scipy.stats.friedmanchisquare.
 */
export function friedman(scores: readonly Float64Array[]): { statistic: number; pValue: number; averageRanks: number[] } {
  const k = scores.length
  const n = scores[0]?.length ?? 0
  const sums = new Array<number>(k).fill(0)
  let tieTerm = 0
  for (let d = 0; d < n; d++) {
    const ranked = rankWithTies(Float64Array.from(scores, (of) => -of[d]!))
    tieTerm += ranked.tieTerm
    for (let m = 0; m < k; m++) sums[m]! += ranked.ranks[m]!
  }
  const statistic = friedmanStatistic(sums, n, tieTerm)
  return { statistic, pValue: chiSquareSurvival(statistic, k - 1), averageRanks: sums.map((sum) => sum / n) }
}

function friedmanStatistic(rankSums: readonly number[], n: number, tieTerm: number): number {
  const k = rankSums.length
  const centre = (n * (k + 1)) / 2
  const spread = rankSums.reduce((sum, value) => sum + (value - centre) ** 2, 0)
  const correction = 1 - tieTerm / (n * k * (k * k - 1))
  return spread === 0 ? 0 : (12 * spread) / (n * k * (k + 1)) / correction
}

/**
 * Nemenyi's critical difference of average ranks after a Friedman test: models further apart than this differ at 1 - level.
 * null for fewer than two models or no data set. Source: J. Demšar, JMLR 2006.
 *
 * @example nemenyiCriticalDifference(5, 30, 0.95) // 1.1136...
 */
export function nemenyiCriticalDifference(models: number, n: number, level: number): number | null {
  if (models < 2 || n < 1) return null
  return (studentisedRangeQuantile(level, models) / Math.SQRT2) * Math.sqrt((models * (models + 1)) / (6 * n))
}
