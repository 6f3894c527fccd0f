import type { DuckDBVector } from '@duckdb/node-api'

type Numbers = Uint8Array | Uint16Array | Float64Array

/**
 * The numbers of a vector as one array, ten times faster than item by item. What stands in place of a null is anybody's guess: select
 * with coalesce. DuckDB's vectors of numbers keep them so, though their types do not say it; item by item should that change.
 */
export function numbersOf<T extends Numbers>(vector: DuckDBVector, rows: number, kind: new (length: number) => T): T {
  const { items } = vector as unknown as { readonly items?: unknown }
  if (items instanceof kind && items.length >= rows) return items.subarray(0, rows) as T
  const copied = new kind(rows)
  for (let i = 0; i < rows; i++) copied[i] = Number(vector.getItem(i))
  return copied
}
