/**
 * Inverse of a symmetric positive definite matrix (row-major, n x n) by Cholesky factorisation: K = L Lᵀ, K⁻¹ = L⁻ᵀ L⁻¹. The matrix is left as it is.
 * Inner products are computed four at a time: a number once loaded is used four times.
 *
 * @throws {RangeError} when the matrix is not positive definite
 */
export function inverseOfPositiveDefinite(matrix: Float64Array, n: number): Float64Array {
  const lower = choleskyFactor(matrix, n)
  const columns = columnsOfInverse(lower, n)
  const result = new Float64Array(n * n)
  for (let row = 0; row < n; row++) {
    fourDots(columns, row * n, columns, n, row + 1, row, n, result, row * n)
    for (let column = 0; column < row; column++) result[column * n + row] = result[row * n + column]!
  }
  return result
}

/** L of matrix = L Lᵀ, row-major. */
export function choleskyFactor(matrix: Float64Array, n: number): Float64Array {
  const lower = new Float64Array(n * n)
  const products = new Float64Array(n)
  for (let row = 0; row < n; row++) {
    const start = row * n
    for (let block = 0; block < row; block += BLOCK) {
      const end = Math.min(row, block + BLOCK)
      fourDots(lower, start, lower, n, end, 0, block, products, 0, block)
      for (let column = block; column < end; column++) {
        const inside = dot(lower, start, lower, column * n, block, column)
        lower[start + column] = (matrix[start + column]! - products[column]! - inside) / lower[column * n + column]!
      }
    }
    const pivot = matrix[start + row]! - dot(lower, start, lower, start, 0, row)
    if (!(pivot > 0)) throw new RangeError(`matrix is not positive definite at row ${row}`)
    lower[start + row] = Math.sqrt(pivot)
  }
  return lower
}

/** x of L x = b; the first `zeros` of b are 0. */
export function solveLower(lower: Float64Array, b: Float64Array, zeros = 0): Float64Array {
  const n = b.length
  const x = b.slice()
  for (let row = zeros; row < n; row++) {
    let sum = x[row]!
    for (let column = zeros; column < row; column++) sum -= lower[row * n + column]! * x[column]!
    x[row] = sum / lower[row * n + row]!
  }
  return x
}

/** x of Lᵀ x = b. */
export function solveUpper(lower: Float64Array, b: Float64Array): Float64Array {
  const n = b.length
  const x = b.slice()
  for (let row = n - 1; row >= 0; row--) {
    let sum = x[row]!
    for (let below = row + 1; below < n; below++) sum -= lower[below * n + row]! * x[below]!
    x[row] = sum / lower[row * n + row]!
  }
  return x
}

/** Columns that are solved together before the next ones need them. */
const BLOCK = 32

/** L⁻¹ by columns: row c of the result is column c, zero before c. Four columns at once. */
function columnsOfInverse(lower: Float64Array, n: number): Float64Array {
  const columns = new Float64Array(n * n)
  const products = new Float64Array(n)
  for (let row = 0; row < n; row++) {
    fourDots(lower, row * n, columns, n, row, 0, row, products, 0)
    const pivot = lower[row * n + row]!
    for (let column = 0; column < row; column++) columns[column * n + row] = -products[column]! / pivot
    columns[row * n + row] = 1 / pivot
  }
  return columns
}

/** out[at + j] = Σ left[a + k] right[j n + k] for j in [first, count) and k in [from, to). */
function fourDots(left: Float64Array, a: number, right: Float64Array, n: number, count: number, from: number, to: number, out: Float64Array, at: number, first = 0): void {
  let j = first
  for (; j + 3 < count; j += 4) {
    let s0 = 0
    let s1 = 0
    let s2 = 0
    let s3 = 0
    const b = j * n
    for (let k = from; k < to; k++) {
      const x = left[a + k]!
      s0 += x * right[b + k]!
      s1 += x * right[b + n + k]!
      s2 += x * right[b + 2 * n + k]!
      s3 += x * right[b + 3 * n + k]!
    }
    out[at + j] = s0
    out[at + j + 1] = s1
    out[at + j + 2] = s2
    out[at + j + 3] = s3
  }
  for (; j < count; j++) out[at + j] = dot(left, a, right, j * n, from, to)
}

function dot(left: Float64Array, a: number, right: Float64Array, b: number, from: number, to: number): number {
  let sum = 0
  for (let k = from; k < to; k++) sum += left[a + k]! * right[b + k]!
  return sum
}
