import { binomialCdf } from './binomial-test.ts'
import { chiSquareSurvival } from './chi-square.ts'

/** Below this many discordant pairs the exact test is used. */
const EXACT_BELOW = 25

export interface McNemar {
  readonly pValue: number
  readonly test: 'mcnemar_exact' | 'mcnemar_continuity'
}

/**
 * McNemar's test of two classifiers on the same rows: `b` rows only the first got right, `c` only the second.
 * Exact (two-sided binomial) below 25 discordant rows, else chi-square with continuity correction. b = c gives 1.
 * Source: Q. McNemar, 1947; A. L. Edwards, 1948 for the correction.
 *
 * @example mcnemar(5, 15) // { pValue: 0.04138946533203125, test: 'mcnemar_exact' }
 */
export function mcnemar(b: number, c: number): McNemar {
  const discordant = b + c
  if (discordant < EXACT_BELOW) return { pValue: discordant === 0 ? 1 : Math.min(1, 2 * binomialCdf(Math.min(b, c), discordant, 0.5)), test: 'mcnemar_exact' }
  const distance = Math.max(0, Math.abs(b - c) - 1)
  return { pValue: chiSquareSurvival(distance ** 2 / discordant, 1), test: 'mcnemar_continuity' }
}
