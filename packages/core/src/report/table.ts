/** A table said once and printed by every renderer: HTML, Markdown, the terminal. */
export interface Table {
  readonly caption: string
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly Cell[])[]
  /** Sentences below the table. */
  readonly notes?: readonly string[]
  /** Detail that a reader opens only when wanted. */
  readonly folded?: boolean
}

/** Longer tables are folded away. */
export const MOST_OPEN_ROWS = 24

export interface Column {
  readonly label: string
  readonly align: 'left' | 'right'
}

/** Plain text, or text with a mark (`best` values stand out, `weak` ones step back, a `head` names its row) and a detail that is printed smaller: an interval. */
export type Cell = string | { readonly text: string; readonly mark?: Mark | undefined; readonly detail?: string | undefined }
export type Mark = 'best' | 'weak' | 'head'

export const textColumn = (label: string): Column => ({ label, align: 'left' })
export const numberColumn = (label: string): Column => ({ label, align: 'right' })
export const head = (text: string): Cell => ({ text, mark: 'head' })
export const best = (text: string, isBest = true): Cell => (isBest ? { text, mark: 'best' } : text)
const weak = (text: string): Cell => ({ text, mark: 'weak' })
export const cellText = (cell: Cell): string => (typeof cell === 'string' ? cell : cell.text)
/** @example '0.965 (0.937 to 0.981)' */
export const cellLine = (cell: Cell): string => (cellDetail(cell) === undefined ? cellText(cell) : `${cellText(cell)} (${cellDetail(cell)})`)
export const cellDetail = (cell: Cell): string | undefined => (typeof cell === 'string' ? undefined : cell.detail)
export const cellMark = (cell: Cell): Mark | undefined => (typeof cell === 'string' ? undefined : cell.mark)

/** What an absent value looks like. */
export const NONE: Cell = weak('–')
