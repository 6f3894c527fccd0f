const TINY = 1e-300
const MAX_TERMS = 200_000

/**
 * The continued fraction first + n₁ / (d₁ + n₂ / (d₂ + …)) by the modified Lentz method.
 * `term(k)` writes the k-th numerator and denominator (k from 1) into `into`.
 */
export function continuedFraction(first: number, term: (k: number, into: { numerator: number; denominator: number }) => void): number {
  const into = { numerator: 0, denominator: 0 }
  let value = first === 0 ? TINY : first
  let c = value
  let d = 0
  for (let k = 1; k <= MAX_TERMS; k++) {
    term(k, into)
    d = nonZero(into.denominator + into.numerator * d)
    c = nonZero(into.denominator + into.numerator / c)
    d = 1 / d
    const factor = c * d
    value *= factor
    if (!(Math.abs(factor - 1) > 2 ** -52)) break
  }
  return value
}

const nonZero = (x: number) => (Math.abs(x) < TINY ? TINY : x)
