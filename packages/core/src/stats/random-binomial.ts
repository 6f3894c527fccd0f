import { logFactorial } from './log-factorial.ts'
import type { Random } from './random.ts'

/**
 * A number of successes in n trials of probability p. Inversion where few successes are expected, else Hörmann's transformed
 * rejection (BTRS, 1993), whose cost does not grow with n.
 */
export function randomBinomial(n: number, p: number, random: Random): number {
  if (n === 0 || p <= 0) return 0
  if (p >= 1) return n
  if (p > 0.5) return n - randomBinomial(n, 1 - p, random)
  return n * p < 10 ? byInversion(n, p, random) : byRejection(n, p, random)
}

function byInversion(n: number, p: number, random: Random): number {
  const odds = p / (1 - p)
  const none = Math.exp(n * Math.log1p(-p))
  let mass = none
  let left = random.next()
  for (let k = 0; k < n; k++) {
    if (left < mass) return k
    left -= mass
    mass *= (odds * (n - k)) / (k + 1)
    if (mass === 0) return k
  }
  return n
}

function byRejection(n: number, p: number, random: Random): number {
  const sd = Math.sqrt(n * p * (1 - p))
  const b = 1.15 + 2.53 * sd
  const a = -0.0873 + 0.0248 * b + 0.01 * p
  const centre = n * p + 0.5
  const sure = 0.92 - 4.2 / b
  for (;;) {
    const u = random.next() - 0.5
    const v = random.next()
    const us = 0.5 - Math.abs(u)
    const k = Math.floor(((2 * a) / us + b) * u + centre)
    if (us >= 0.07 && v <= sure) return k
    if (k < 0 || k > n) continue
    const height = (v * (2.83 + 5.1 / b) * sd) / (a / (us * us) + b)
    if (Math.log(height) <= logMassRatio(k, n, p)) return k
  }
}

/** ln of P(k) over P(mode). */
function logMassRatio(k: number, n: number, p: number): number {
  const mode = Math.floor((n + 1) * p)
  return logFactorial(mode) + logFactorial(n - mode) - logFactorial(k) - logFactorial(n - k) + (k - mode) * Math.log(p / (1 - p))
}
