/** Rows of features by column, as learners read them. NaN is a missing value, also in categorical columns. */
export interface FeatureMatrix {
  readonly rows: number
  /** One column a feature, each of `rows` numbers. */
  readonly columns: readonly Float64Array[]
  readonly names: readonly string[]
  /** True where a column holds category codes: whole numbers from 0. A code never seen in training counts as missing. */
  readonly categorical: readonly boolean[]
}
