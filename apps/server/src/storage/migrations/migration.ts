/** One step from a version of the schema to the next. Once released it never changes: the tables as they are now are in `../tables`. */
export interface Migration {
  readonly version: number
  readonly name: string
  /** Statements in the portable subset; all of them and the version row are one transaction. */
  readonly statements: readonly string[]
}
