/** A source of random numbers that a seed decides: the same seed gives the same numbers everywhere. */
export interface Random {
  /** Uniform in [0, 1), 53 bits. */
  next(): number
  /** Uniform whole number in [0, n), 1 <= n <= 2^32, each exactly equally likely for n < 2^21. */
  integer(n: number): number
  /** 32 random bits as a whole number in [0, 2^32). */
  bits(): number
}

/**
 * xoshiro128** (Blackman and Vigna 2018), its state filled by splitmix32 from `seed` (taken modulo 2^32).
 * Whole numbers by Lemire's multiply-and-reject (2019). Not for secrets.
 *
 * @example createRandom(12345).integer(6)
 */
export function createRandom(seed: number): Random {
  const state = seededState(seed)
  const bits = (): number => {
    const s1 = state[1]!
    const product = Math.imul(s1, 5)
    const result = Math.imul((product << 7) | (product >>> 25), 9)
    const s2 = state[2]! ^ state[0]!
    const s3 = state[3]! ^ s1
    state[1] = s1 ^ s2
    state[0] = state[0]! ^ s3
    state[2] = s2 ^ (s1 << 9)
    state[3] = (s3 << 11) | (s3 >>> 21)
    return result >>> 0
  }
  const integer = (n: number): number => {
    let drawn = bits()
    let low = Math.imul(drawn, n) >>> 0
    if (low < n) {
      const reject = 2 ** 32 % n
      while (low < reject) {
        drawn = bits()
        low = Math.imul(drawn, n) >>> 0
      }
    }
    return Math.floor((drawn * n) / 2 ** 32)
  }
  return { next: () => ((bits() >>> 5) * 2 ** 26 + (bits() >>> 6)) / 2 ** 53, integer, bits }
}

function seededState(seed: number): Int32Array {
  let at = seed >>> 0
  return new Int32Array(4).map(() => {
    at = (at + 0x9e3779b9) | 0
    let mixed = Math.imul(at ^ (at >>> 16), 0x21f0aaad)
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97)
    return mixed ^ (mixed >>> 15)
  })
}
