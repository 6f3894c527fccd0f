import type { Answer } from '../output/output.ts'
import { rowsTable } from '../terminal/rows-table.ts'
import { renderTable } from '../terminal/table.ts'
import { wrapped } from '../terminal/text.ts'

/** Ids are there to be copied: a prefix and a UUID. */
const WIDEST_ID = 52

interface RowsFacts {
  /** Columns of the page; `--json` and CSV have all of them. */
  readonly columns: readonly string[]
  /** Column that `-q` prints. */
  readonly id: string
  /** What to say where there is nothing. */
  readonly none: string
  /** Printed below. */
  readonly foot?: string
}

/** A list as an answer: a table for people, every column for the others. */
export function rowsAnswer(data: unknown, rows: readonly object[], { columns, id, none, foot }: RowsFacts): Answer {
  return {
    data,
    rows: () => rows,
    ids: () => rows.map((row) => String((row as Record<string, unknown>)[id])),
    page: ({ width, ink }) => {
      if (rows.length === 0) return none
      return [renderTable(rowsTable('', columns, rows), width, ink, WIDEST_ID), ...(foot === undefined ? [] : wrapped(foot, width).map(ink.soft))].join('\n')
    },
  }
}
