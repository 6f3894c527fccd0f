/**
 * Inverse of a symmetric positive definite matrix (row-major, n x n) by Cholesky factorisation: K = L Lᵀ, K⁻¹ = L⁻ᵀ L⁻¹. Overwrites nothing.
 *
 * @throws {RangeError} when the matrix is not positive definite
 */
export function inverseOfPositiveDefinite(matrix: Float64Array, n: number): Float64Array {
  const lower = choleskyFactor(matrix, n)
  const inverse = inverseOfLower(lower, n)
  const result = new Float64Array(n * n)
  const columns = transposed(inverse, n)
  for (let row = 0; row < n; row++) {
    for (let column = 0; column <= row; column++) {
      const value = dot(columns, row * n, column * n, row, n)
      result[row * n + column] = value
      result[column * n + row] = value
    }
  }
  return result
}

function choleskyFactor(matrix: Float64Array, n: number): Float64Array {
  const lower = new Float64Array(n * n)
  for (let row = 0; row < n; row++) {
    for (let column = 0; column < row; column++) {
      lower[row * n + column] = ((matrix[row * n + column] as number) - dot(lower, row * n, column * n, 0, column)) / (lower[column * n + column] as number)
    }
    const pivot = (matrix[row * n + row] as number) - dot(lower, row * n, row * n, 0, row)
    if (!(pivot > 0)) throw new RangeError(`matrix is not positive definite at row ${row}`)
    lower[row * n + row] = Math.sqrt(pivot)
  }
  return lower
}

/** L⁻¹, computed by rows of its transpose so that every inner product runs over neighbours in memory. */
function inverseOfLower(lower: Float64Array, n: number): Float64Array {
  const columns = new Float64Array(n * n)
  for (let column = 0; column < n; column++) {
    const offset = column * n
    columns[offset + column] = 1 / (lower[offset + column] as number)
    for (let row = column + 1; row < n; row++) columns[offset + row] = -dotAcross(lower, row * n, columns, offset, column, row) / (lower[row * n + row] as number)
  }
  return transposed(columns, n)
}

function transposed(matrix: Float64Array, n: number): Float64Array {
  const result = new Float64Array(n * n)
  for (let row = 0; row < n; row++) for (let column = 0; column < n; column++) result[column * n + row] = matrix[row * n + column] as number
  return result
}

const dot = (values: Float64Array, a: number, b: number, from: number, to: number): number => dotAcross(values, a, values, b, from, to)

/** Inner product of two stretches; four sums at once keep the processor busy. */
function dotAcross(left: Float64Array, a: number, right: Float64Array, b: number, from: number, to: number): number {
  let [s0, s1, s2, s3, index] = [0, 0, 0, 0, from]
  for (; index + 3 < to; index += 4) {
    s0 += (left[a + index] as number) * (right[b + index] as number)
    s1 += (left[a + index + 1] as number) * (right[b + index + 1] as number)
    s2 += (left[a + index + 2] as number) * (right[b + index + 2] as number)
    s3 += (left[a + index + 3] as number) * (right[b + index + 3] as number)
  }
  for (; index < to; index++) s0 += (left[a + index] as number) * (right[b + index] as number)
  return s0 + s1 + s2 + s3
}
