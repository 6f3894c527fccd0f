import { stirlingError } from './stirling.ts'

const HALF_LOG_TWO_PI = 0.9189385332046728
const SMALL = 64
const table = new Float64Array(SMALL)
for (let k = 2; k < SMALL; k++) table[k] = table[k - 1]! + Math.log(k)

/** ln k! for a whole number k >= 0. */
export function logFactorial(k: number): number {
  return k < SMALL ? table[k]! : (k + 0.5) * Math.log(k) - k + HALF_LOG_TWO_PI + stirlingError(k)
}
