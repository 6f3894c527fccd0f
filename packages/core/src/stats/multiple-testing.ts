/**
 * Holm's step-down adjusted p-values, in the order given: p_adjusted <= alpha rejects with family-wise error <= alpha.
 * Source: S. Holm, 1979.
 *
 * @example holm([0.01, 0.04, 0.03]) // [0.03, 0.06, 0.06]
 */
export function holm(p: readonly number[]): number[] {
  let floor = 0
  return inOrder(p, byValue(p), (value, position) => {
    floor = Math.max(floor, Math.min(1, value * (p.length - position)))
    return floor
  })
}

/**
 * Benjamini and Hochberg's adjusted p-values, in the order given: p_adjusted <= q keeps the false discovery rate <= q.
 * Source: Y. Benjamini, Y. Hochberg, 1995.
 *
 * @example benjaminiHochberg([0.01, 0.04, 0.03]) // [0.03, 0.04, 0.04]
 */
export function benjaminiHochberg(p: readonly number[]): number[] {
  let ceiling = 1
  return inOrder(p, byValue(p).reverse(), (value, position) => {
    ceiling = Math.min(ceiling, value * (p.length / (p.length - position)))
    return ceiling
  })
}

const byValue = (p: readonly number[]) => p.map((_, i) => i).sort((a, b) => p[a]! - p[b]!)

function inOrder(p: readonly number[], order: readonly number[], adjust: (value: number, position: number) => number): number[] {
  const adjusted = new Array<number>(p.length)
  order.forEach((index, position) => {
    adjusted[index] = adjust(p[index]!, position)
  })
  return adjusted
}
