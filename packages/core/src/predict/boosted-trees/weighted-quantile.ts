/**
 * The smallest value whose cumulative weight reaches `level` of the total; where it is reached exactly, the middle between that value and the next. A weight of 2 is the value twice.
 *
 * @example weightedQuantile(Float64Array.of(3, 1, 2), Float64Array.of(1, 1, 1), 0.5) // 2
 */
export function weightedQuantile(values: Float64Array, weights: Float64Array, level: number): number {
  const order = Uint32Array.from(values.keys())
    .filter((i) => weights[i]! > 0)
    .sort((a, b) => values[a]! - values[b]!)
  let total = 0
  for (const weight of weights) total += weight
  const wanted = level * total
  const slack = total * 1e-12
  let reached = 0
  for (let i = 0; i < order.length; i++) {
    reached += weights[order[i]!]!
    if (reached < wanted - slack) continue
    const value = values[order[i]!]!
    const next = order[i + 1]
    return reached <= wanted + slack && next !== undefined ? (value + values[next]!) / 2 : value
  }
  return values[order.at(-1)!]!
}
