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

/** Standard error of the mean of independent values: sqrt(variance / n). */
export const standardErrorOfMean = (values: ArrayLike<number>): number => Math.sqrt(variance(values) / values.length)

function sum(values: ArrayLike<number>, offset: number): number {
  let total = 0
  for (let i = 0; i < values.length; i++) total += values[i]! - offset
  return total
}
