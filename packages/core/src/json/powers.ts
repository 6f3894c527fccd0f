/** 10^0 ... 10^22: the powers of ten that a double holds exactly. */
export const EXACT_POWERS: Float64Array = Float64Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`))

/** Exponents of ten with an entry in {@link POWERS}; beyond them products come near overflow or lose low bits. */
export const WIDEST_EXPONENT = 280

/** Doubles per entry of {@link POWERS}. */
const PIECES = 3

/**
 * 10^e to some 105 bits as the sum of three doubles, from `powerEntry(e)` on, the first two of at most 26 bits: their products with
 * integers below 2^27 are exact. Entries are 0 until {@link powerEntry} fills them: data uses few exponents.
 */
export const POWERS: Float64Array = new Float64Array(PIECES * (2 * WIDEST_EXPONENT + 1))

/** Index in {@link POWERS} of 10^exponent, |exponent| <= WIDEST_EXPONENT. */
export function powerEntry(exponent: number): number {
  const entry = PIECES * (exponent + WIDEST_EXPONENT)
  if (POWERS[entry] === 0) loadPower(exponent, entry)
  return entry
}

function loadPower(exponent: number, entry: number): void {
  POWERS.set(piecesOfPower(exponent), entry)
}

function piecesOfPower(exponent: number): number[] {
  const nearest = Number(`1e${exponent}`)
  // Veltkamp's split of a double into halves of 26 bits.
  const split = nearest * (2 ** 27 + 1)
  const top = split - (split - nearest)
  return [top, nearest - top, exponent >= 0 ? Number(10n ** BigInt(exponent) - BigInt(nearest)) : missingOfNegative(exponent, nearest)]
}

/** 10^e - nearest = (2^s - M 10^-e) / (2^s 10^-e), where nearest = M / 2^s with a whole M: exact up to the last division. */
function missingOfNegative(exponent: number, nearest: number): number {
  const shift = 53 - Math.floor(Math.log2(nearest))
  const half = Math.floor(shift / 2)
  const whole = BigInt(nearest * 2 ** half * 2 ** (shift - half))
  const rest = (1n << BigInt(shift)) - whole * 10n ** BigInt(-exponent)
  return (Number(rest) / 2 ** half / 2 ** (shift - half)) * nearest
}
