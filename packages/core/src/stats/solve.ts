/**
 * The root of an increasing function by Newton's method, kept inside a shrinking bracket: a step that leaves it is replaced by bisection.
 * `evaluate` returns the value (may be ±Infinity) and the slope at x.
 */
export function solveIncreasing(evaluate: (x: number) => readonly [value: number, slope: number], bracket: readonly [number, number], start: number): number {
  let [lower, upper] = bracket
  let x = Math.min(Math.max(start, lower), upper)
  for (let step = 0; step < 200; step++) {
    const [value, slope] = evaluate(x)
    if (value === 0) return x
    if (value < 0) lower = x
    else upper = x
    const newton = x - value / slope
    const next = newton > lower && newton < upper ? newton : (lower + upper) / 2
    if (Math.abs(next - x) <= 2 ** -52 * Math.abs(x) || next === lower || next === upper) return next
    x = next
  }
  return x
}
