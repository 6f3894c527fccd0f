import { BenchcastError } from '../../errors.ts'
import { type FeatureMatrix, rowCount } from './feature-matrix.ts'

/**
 * Sees to it that columns, target and weights fit together.
 *
 * @throws BenchcastError `length_mismatch` when they differ in length, `not_finite` for a target or weight that is no number.
 */
export function checkTrainingData(matrix: FeatureMatrix, target: Float64Array, weights: Float64Array): void {
  const rows = rowCount(matrix)
  for (const [what, values] of [
    ['target', target],
    ['weights', weights],
  ] as const) {
    if (values.length !== rows) throw new BenchcastError('length_mismatch', `${what} has ${values.length} values, the columns have ${rows}: give one for each row.`)
    const at = values.findIndex((value) => !Number.isFinite(value))
    if (at >= 0) throw new BenchcastError('not_finite', `${what}[${at}] is ${values[at]}: leave the row out or give a number.`)
  }
  matrix.columns.forEach((column, i) => {
    if (column.length !== rows) throw new BenchcastError('length_mismatch', `Column ${matrix.names[i]} has ${column.length} values, ${matrix.names[0]} has ${rows}.`)
  })
}
