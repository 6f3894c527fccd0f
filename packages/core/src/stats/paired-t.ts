import { mean, standardErrorOfMean } from './moments.ts'
import { normalCdf } from './normal.ts'
import { studentTCdf } from './student-t.ts'

/**
 * Student's t-test of paired differences against a mean of 0, two-sided. Constant differences have no error:
 * p is 1 when they are 0, else 0 with an infinite statistic. Fewer than two differences: NaN.
 *
 * @example pairedT(Float64Array.of(1, 2, 3)) // { statistic: 3.464..., pValue: 0.0741..., df: 2 }
 */
export function pairedT(differences: Float64Array): { statistic: number; pValue: number; df: number } {
  const df = differences.length - 1
  const statistic = ratio(mean(differences), standardErrorOfMean(differences))
  return { statistic, pValue: 2 * studentTCdf(-Math.abs(statistic), df), df }
}

/** Two-sided p-value of a difference whose standard error is known and whose distribution is normal. */
export function zTest(difference: number, standardError: number): number {
  return 2 * normalCdf(-Math.abs(ratio(difference, standardError)))
}

const ratio = (difference: number, error: number) => (difference === 0 && error === 0 ? 0 : difference / error)
