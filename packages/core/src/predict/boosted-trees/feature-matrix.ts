import { rememberPairs } from '../remember-pairs.ts'

/**
 * Rows of features by column. A missing value is NaN. A categorical column holds whole codes >= 0 whose order means nothing.
 *
 * @example { names: ['batch', 'platform'], columns: [Float64Array.of(1, 8), Float64Array.of(0, 3)], categorical: [false, true] }
 */
export interface FeatureMatrix {
  readonly names: readonly string[]
  readonly columns: readonly Float64Array[]
  readonly categorical: readonly boolean[]
}

/** Rows of a matrix. */
export const rowCount = (matrix: FeatureMatrix): number => matrix.columns[0]?.length ?? 0

/** The columns of rows. */
export function columnsOf(rows: readonly (readonly number[])[], width: number): Float64Array[] {
  const columns: Float64Array[] = []
  for (let at = 0; at < width; at++) {
    const column = new Float64Array(rows.length)
    for (let row = 0; row < rows.length; row++) column[row] = rows[row]![at]!
    columns.push(column)
  }
  return columns
}

/** The given rows of a matrix, in the given order; a row may come more than once. */
export function takeRows(matrix: FeatureMatrix, rows: ArrayLike<number>): FeatureMatrix {
  return { ...matrix, columns: matrix.columns.map((column) => Float64Array.from({ length: rows.length }, (_, i) => column[rows[i]!]!)) }
}

/** Columns by name, in the order of the names. */
export function selectColumns(matrix: FeatureMatrix, names: readonly string[]): FeatureMatrix {
  const places = placesOf(names, matrix.names)
  return { names, columns: places.map((place) => matrix.columns[place]!), categorical: places.map((place) => matrix.categorical[place]!) }
}

/** Where names stand among others: every prediction asks for the same. */
const placesOf = rememberPairs((names: readonly string[], among: readonly string[]): readonly number[] => names.map((name) => among.indexOf(name)))
