import { csvCell } from '@benchcast/core/report'

/**
 * Rows as CSV (RFC 4180) with a header: every column that any row has, in the order of their first appearance; nested objects become columns with dots in their names. Lists are joined by
 * semicolons; what is absent or null is an empty cell.
 *
 * @example asCsv([{ a: 1, b: { c: 'x' } }]) // 'a,b.c\n1,x\n'
 */
export function asCsv(rows: readonly object[]): string {
  const flat = rows.map((row) => new Map(cells(row)))
  const columns = [...new Set(flat.flatMap((row) => [...row.keys()]))]
  const lines = [columns, ...flat.map((row) => columns.map((column) => row.get(column) ?? ''))]
  return lines.map((line) => `${line.map(csvCell).join(',')}\n`).join('')
}

function cells(value: object, prefix = ''): [string, string | number][] {
  return Object.entries(value as Record<string, unknown>).flatMap(([key, inner]): [string, string | number][] => {
    const name = `${prefix}${key}`
    if (inner === null || inner === undefined) return [[name, '']]
    if (Array.isArray(inner)) return [[name, inner.map((item) => (typeof item === 'object' ? JSON.stringify(item) : String(item))).join(';')]]
    if (typeof inner === 'object') return cells(inner, `${name}.`)
    return [[name, typeof inner === 'number' ? inner : String(inner as string | boolean)]]
  })
}
