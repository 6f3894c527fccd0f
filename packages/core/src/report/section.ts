import type { Markup } from './markup.ts'
import type { Table } from './table.ts'

/** A chart as inline SVG and the same figures as a table. */
export interface Figure {
  readonly svg: Markup
  readonly table: Table
}

/** One chapter of a report. Renderers print what they can: Markdown has no charts, so it prints `tables` and leaves out the twins of charts. */
export interface Section {
  readonly id: string
  readonly title: string
  readonly text: readonly string[]
  readonly tables: readonly Table[]
  readonly figures: readonly Figure[]
}

/** Figures beyond this many are folded away. */
export const OPEN_FIGURES = 6
