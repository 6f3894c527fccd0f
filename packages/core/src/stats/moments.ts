/** Arithmetic mean; NaN for no values. Two passes, so that a large common offset costs no digits. */
export function mean(values: ArrayLike<number>): number {
  const first = sum(values, 0) / values.length
  return first + sum(values, first) / values.length
}

/** Sum of squared distances from the mean over n - ddof; NaN for n <= ddof. */
export function variance(values: ArrayLike<number>, ddof = 1): number {
  if (values.length <= ddof) return Number.NaN
  const centre = mean(values)
  let squares = 0
  for (let i = 0; i < values.length; i++) squares += (values[i]! - centre) ** 2
  return squares / (values.length - ddof)
}

/** Sum of squared distances of a[i] - b[i] from their mean over n - 1, without a list of them; NaN for fewer than two. */
export function varianceOfDifference(a: Float64Array, b: Float64Array): number {
  const n = a.length
  if (n < 2) return Number.NaN
  let sum = 0
  for (let i = 0; i < n; i++) sum += a[i]! - b[i]!
  const centre = sum / n
  let rest = 0
  let squares = 0
  for (let i = 0; i < n; i++) {
    const distance = a[i]! - b[i]! - centre
    rest += distance
    squares += distance * distance
  }
  // What rounding left of the mean of the distances is taken off again.
  return Math.max(0, squares - rest * (rest / n)) / (n - 1)
}

/** Standard error of the mean of independent values: sqrt(variance / n). */
export const standardErrorOfMean = (values: ArrayLike<number>): number => Math.sqrt(variance(values) / values.length)

function sum(values: ArrayLike<number>, offset: number): number {
  let total = 0
  for (let i = 0; i < values.length; i++) total += values[i]! - offset
  return total
}
