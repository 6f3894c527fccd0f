const STEPS = '▁▂▃▄▅▆▇█'

/**
 * A row of values as small bars, lowest to highest; a gap where a value is absent.
 *
 * @example sparkline([1, 2, 3]) // '▁▅█'
 */
export function sparkline(values: readonly (number | null | undefined)[]): string {
  const known = values.filter((value) => value != null)
  const [low, high] = [Math.min(...known), Math.max(...known)]
  const step = (value: number) => (high > low ? Math.round(((value - low) / (high - low)) * (STEPS.length - 1)) : Math.floor(STEPS.length / 2))
  return values.map((value) => (value == null ? ' ' : STEPS[step(value)]!)).join('')
}
