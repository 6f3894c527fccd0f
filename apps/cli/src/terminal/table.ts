import { type Cell, cellDetail, cellMark, cellText, type Table } from '@benchcast/core/report'
import type { Ink } from './ink.ts'
import { displayWidth, fitted, padEnd, padStart, wrapped } from './text.ts'

const GAP = '  '
const WIDEST_CELL = 34
/** A space that no line ends at: the arrow of a heading stays with its last word. */
const TIED = '\u00a0'

/** A column with everything known to print it. */
interface Laid {
  readonly header: readonly string[]
  readonly align: 'left' | 'right'
  readonly cells: readonly Printed[]
  readonly width: number
}

interface Printed {
  readonly text: string
  readonly detail: string
  readonly mark: ReturnType<typeof cellMark>
}

/**
 * A table as lines of at most `width` columns. Details (intervals) go below their values. Where the columns do not fit beside each
 * other, the table continues below, with the columns that name the rows repeated. Cells wider than `widestCell` are cut.
 */
export function renderTable(table: Table, width: number, ink: Ink, widestCell = WIDEST_CELL): string {
  const columns = table.columns.map((column, i) => layOut(column.label, column.align, columnCells(table, i), widestCell))
  const naming =
    1 +
    table.rows.reduce(
      (last, row) =>
        Math.max(
          last,
          row.findLastIndex((cell) => cellMark(cell) === 'head'),
        ),
      0,
    )
  const keys = columns.slice(0, naming)
  return blocks(keys, columns.slice(naming), width)
    .map((block) => renderBlock([...keys, ...block], ink))
    .join('\n\n')
}

function layOut(label: string, align: 'left' | 'right', cells: readonly Cell[], widest: number): Laid {
  const printed = align === 'right' ? alignedValues(cells, widest) : cells.map((cell) => printedCell(cell, widest))
  const inner = Math.max(1, ...printed.flatMap(({ text, detail }) => [displayWidth(text), displayWidth(detail)]))
  const kept = label.replace(/ ([↑↓])$/, `${TIED}$1`)
  const longestWord = Math.max(...kept.split(' ').map(displayWidth))
  const width = Math.max(inner, Math.min(longestWord, widest))
  return { header: wrapped(kept, width).map((line) => line.replaceAll(TIED, ' ')), align, cells: printed, width }
}

function printedCell(cell: Cell, widest: number): Printed {
  return { text: fitted(cellText(cell), widest), detail: fitted(cellDetail(cell) ?? '', widest), mark: cellMark(cell) }
}

/** The cells of one column; in the first one a name that repeats the row above is left out. */
function columnCells({ rows }: Table, column: number): Cell[] {
  const cells = rows.map((row) => row[column] ?? '')
  return cells.map((cell, i) => (column === 0 && i > 0 && cellMark(cell) === 'head' && cellText(cell) === cellText(cells[i - 1]!) ? { text: '', mark: 'head' } : cell))
}

/** Numbers end at one column, what follows them (tie letters) starts at one column, the best carry a star. */
function alignedValues(cells: readonly Cell[], widest: number): Printed[] {
  const starred = cells.some((cell) => cellMark(cell) === 'best')
  const tails = cells.map((cell) => cellText(cell).split(' ').slice(1).join(' '))
  const tailWidth = Math.max(0, ...tails.map(displayWidth))
  return cells.map((cell, i) => {
    const value = (starred && cellMark(cell) === 'best' ? '*' : '') + cellText(cell).split(' ')[0]!
    return { ...printedCell(cell, widest), text: fitted(tailWidth === 0 ? value : `${value} ${padEnd(tails[i]!, tailWidth)}`, widest) }
  })
}

/** Columns in groups that fit beside the naming ones; a group has at least one. */
function blocks(keys: readonly Laid[], columns: readonly Laid[], width: number): Laid[][] {
  const room = width - keys.reduce((sum, column) => sum + column.width + GAP.length, 0)
  const groups: Laid[][] = [[]]
  let used = 0
  for (const column of columns) {
    const needed = column.width + (used === 0 ? 0 : GAP.length)
    if (used > 0 && used + needed > room) {
      groups.push([])
      used = 0
    }
    groups.at(-1)!.push(column)
    used += column.width + (used === 0 ? 0 : GAP.length)
  }
  return groups
}

function renderBlock(columns: readonly Laid[], ink: Ink): string {
  const height = Math.max(...columns.map(({ header }) => header.length))
  const header = Array.from({ length: height }, (_, i) => ink.soft(joined(columns.map((column) => pad(column, column.header[i - height + column.header.length] ?? '')))))
  const rule = ink.soft(columns.map(({ width }) => '─'.repeat(width)).join(GAP))
  const rows = columns[0]!.cells.flatMap((_, i) => renderRow(columns, i, ink))
  return [...header, rule, ...rows].join('\n')
}

function renderRow(columns: readonly Laid[], row: number, ink: Ink): string[] {
  const main = columns.map((column) => emphasised(pad(column, column.cells[row]!.text), column.cells[row]!.mark, ink))
  const details = columns.map((column) => pad(column, column.cells[row]!.detail))
  return [joined(main), ...(details.some((detail) => detail.trim() !== '') ? [ink.soft(joined(details))] : [])]
}

const pad = ({ align, width }: Laid, text: string) => (align === 'right' ? padStart(text, width) : padEnd(text, width))
const joined = (cells: readonly string[]) => cells.join(GAP).trimEnd()

function emphasised(text: string, mark: Printed['mark'], ink: Ink): string {
  if (mark === 'best') return ink.accent(text)
  if (mark === 'head') return ink.strong(text)
  return mark === 'weak' ? ink.soft(text) : text
}
