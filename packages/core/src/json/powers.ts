/** 10^0 ... 10^22: the powers of ten that a double holds exactly. */
export const EXACT_POWERS: Float64Array = Float64Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`))

/** Exponents of ten with an entry in {@link POWERS}; beyond them products come near overflow or lose low bits. */
export const WIDEST_EXPONENT = 290

/** 2^27 + 1: `x * SPLITTER` cuts a double into two halves of 26 bits (Veltkamp). */
export const SPLITTER = 134_217_729

/**
 * 10^e to 106 bits: four doubles from `4 * (e + WIDEST_EXPONENT)` on, the nearest double, its upper and its lower half, and what is
 * missing to the power. Entries are 0 until {@link loadPower} fills them: data uses few exponents.
 */
export const POWERS: Float64Array = new Float64Array(4 * (2 * WIDEST_EXPONENT + 1))

/** Fills the entry of 10^exponent. */
export function loadPower(exponent: number): void {
  const nearest = Number(`1e${exponent}`)
  const split = nearest * SPLITTER
  const top = split - (split - nearest)
  const missing = exponent >= 0 ? Number(10n ** BigInt(exponent) - BigInt(nearest)) : missingOfNegative(exponent, nearest)
  POWERS.set([nearest, top, nearest - top, missing], 4 * (exponent + WIDEST_EXPONENT))
}

/** 10^e - nearest = (2^s - M 10^-e) / (2^s 10^-e), where nearest = M / 2^s with a whole M: exact up to the last division. */
function missingOfNegative(exponent: number, nearest: number): number {
  const shift = 53 - Math.floor(Math.log2(nearest))
  const half = Math.floor(shift / 2)
  const whole = BigInt(nearest * 2 ** half * 2 ** (shift - half))
  const rest = (1n << BigInt(shift)) - whole * 10n ** BigInt(-exponent)
  return (Number(rest) / 2 ** half / 2 ** (shift - half)) * nearest
}
