/**
 * Values made of numbers uniform in [0, 1), the same for the same seed.
 *
 * Source: the linear congruential generator of Numerical Recipes (third edition, section 7.1), upper 24 bits.
 *
 * @example uniformValues(3, 7, (uniform) => 2 * uniform - 1) // three numbers in [-1, 1)
 */
export function uniformValues(count: number, seed: number, toValue: (uniform: number) => number): Float32Array {
  const values = new Float32Array(count)
  let state = seed
  for (let i = 0; i < count; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    values[i] = toValue((state >>> 8) / 2 ** 24)
  }
  return values
}
