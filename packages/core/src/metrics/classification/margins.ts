/** What the label metrics need of a confusion matrix of K classes: its diagonal and its two margins, each of length K. */
export interface Margins {
  /** Sum of all cells: the number (or weight) of rows. */
  readonly total: number
  /** Rows of the class that were predicted as it. */
  readonly hits: Float64Array
  /** Rows of the class. */
  readonly support: Float64Array
  /** Rows predicted as the class. */
  readonly predicted: Float64Array
}

/** Partial derivatives of a value with respect to each entry of {@link Margins}; `total` is the sum of `support`. */
export type MarginGradient = Omit<Margins, 'total'>

/** Margins of the row-major confusion matrix of `k` classes. */
export function marginsOf(matrix: Float64Array, k: number): Margins {
  const { hits, support, predicted } = zeroGradient(k)
  let total = 0
  for (let t = 0; t < k; t++) {
    hits[t] = matrix[t * k + t]!
    for (let p = 0; p < k; p++) {
      const cell = matrix[t * k + p]!
      support[t]! += cell
      predicted[p]! += cell
      total += cell
    }
  }
  return { total, hits, support, predicted }
}

export function zeroGradient(k: number): MarginGradient {
  return { hits: new Float64Array(k), support: new Float64Array(k), predicted: new Float64Array(k) }
}

/** How many entries are not zero: the classes that occur. */
export function occurring(margin: Float64Array): number {
  let count = 0
  for (const value of margin) if (value > 0) count++
  return count
}
