import { csvCell } from '@benchcast/core/report'

/** One object a row; nested objects become columns with dots in their names. */
export type Row = Readonly<Record<string, unknown>>

/**
 * Rows as CSV (RFC 4180) with a header: every column that any row has, in the order of their first appearance. Lists are joined by
 * semicolons; what is absent or null is an empty cell.
 *
 * @example asCsv([{ a: 1, b: { c: 'x' } }]) // 'a,b.c\n1,x\n'
 */
export function asCsv(rows: readonly Row[]): string {
  const flat = rows.map((row) => new Map(cells(row)))
  const columns = [...new Set(flat.flatMap((row) => [...row.keys()]))]
  const lines = [columns, ...flat.map((row) => columns.map((column) => row.get(column) ?? ''))]
  return lines.map((line) => `${line.map(csvCell).join(',')}\n`).join('')
}

function cells(value: Row, prefix = ''): [string, string | number][] {
  return Object.entries(value).flatMap(([key, inner]): [string, string | number][] => {
    const name = `${prefix}${key}`
    if (inner === null || inner === undefined) return [[name, '']]
    if (Array.isArray(inner)) return [[name, inner.map((item) => (typeof item === 'object' ? JSON.stringify(item) : String(item))).join(';')]]
    if (typeof inner === 'object') return cells(inner as Row, `${name}.`)
    return [[name, typeof inner === 'number' ? inner : String(inner)]]
  })
}
