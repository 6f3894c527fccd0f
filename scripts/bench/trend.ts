/** The value below which so large a share of them lies; NaN for none. */
export const percentileOf = (values: readonly number[], share: number): number => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(share * values.length))] ?? Number.NaN

/** Growth of y for each unit of x, by least squares. */
export function slopeOf(points: readonly (readonly [x: number, y: number])[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const [x, y] = [mean(points.map(([at]) => at)), mean(points.map(([, value]) => value))]
  const [over, under] = points.reduce(([up, down], [at, value]) => [up + (at - x) * (value - y), down + (at - x) ** 2] as const, [0, 0] as const)
  return under === 0 ? 0 : over / under
}
