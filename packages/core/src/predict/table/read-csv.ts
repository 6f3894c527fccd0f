import { BenchcastError } from '../../errors.ts'

/** One line of a table, by column name. A missing value is the empty string. */
export type TableRow = Readonly<Record<string, string>>

/**
 * Reads comma-separated text with a header line (RFC 4180: quotes, doubled quotes, line breaks inside quotes, CRLF or LF, a byte order mark); separated by semicolons or tabs where the header line has
 * these and no comma. A quote that is not closed at the end of its cell stands for itself.
 *
 * @param warn gets a sentence with the lines of quotes that are not closed, and one with the rows that have more cells than the header line
 * @throws {BenchcastError} `invalid_data` when the header line names a column twice, or the text is not one that was decoded rightly
 * @example
 * readCsv('a,b\n1,"x, y"\n') // [{ a: '1', b: 'x, y' }]
 */
export function readCsv(text: string, warn: (sentence: string) => void = () => {}): TableRow[] {
  const unclosed: number[] = []
  const separator = separatorOf(text)
  const [header = [], ...lines] = csvLines(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text, separator, unclosed)
  if (unclosed.length > 0) warn(`A quote is not closed at the end of its cell and is taken as part of the text (line ${shownLines(unclosed)}): close it, or write "" for a quote within quotes.`)
  checkHeader(header)
  const rows = lines.filter((cells) => cells.length > 1 || cells[0] !== '')
  const surplus = rows.flatMap((cells, index) => (cells.length > header.length && cells.slice(header.length).some((cell) => cell.trim() !== '') ? [index + 1] : []))
  if (surplus.length > 0) warn(`More cells than the header line names are not looked at (row ${shownLines(surplus)}): quote a text that holds a ${SEPARATORS[separator]}.`)
  return rows.map((cells) => Object.fromEntries(header.map((name, index) => [name, cells[index] ?? ''])))
}

const SEPARATORS = { ',': 'comma', ';': 'semicolon', '\t': 'tab' } as const
type Separator = keyof typeof SEPARATORS

function separatorOf(text: string): Separator {
  const header = /^[^\r\n]*/.exec(text)?.[0] ?? ''
  return header.includes(',') ? ',' : header.includes(';') ? ';' : header.includes('\t') ? '\t' : ','
}

function checkHeader(header: readonly string[]): void {
  if (header.some((name) => name.includes('\0'))) throw new BenchcastError('invalid_data', 'The text is not UTF-8 (it looks like UTF-16): save it as CSV in UTF-8.')
  const twice = header.find((name, index) => name !== '' && header.indexOf(name) !== index)
  if (twice !== undefined) throw new BenchcastError('invalid_data', `The header line names the column ${twice} more than once: keep one of them.`)
}

function csvLines(text: string, separator: Separator, unclosed: number[]): string[][] {
  if (!text.includes('"')) return text.split(/\r?\n/).map((line) => line.split(separator))
  const lines: string[][] = [[]]
  const cell = new RegExp(`(?:"((?:[^"]|"")*)"|([^${separator}\\r\\n]*))(${separator}|\\r?\\n|$)`, 'gy')
  let line = 1
  for (let match = cell.exec(text); match !== null; match = cell.exec(text)) {
    const [, quoted, plain = '', end] = match
    if (quoted === undefined && plain.startsWith('"')) unclosed.push(line)
    line += (quoted?.split('\n').length ?? 1) - 1
    lines.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain)
    if (end === '') break
    if (end === separator) continue
    lines.push([])
    line += 1
  }
  return lines
}

const SHOWN_LINES = 3
const shownLines = (lines: readonly number[]): string => `${lines.slice(0, SHOWN_LINES).join(', ')}${lines.length > SHOWN_LINES ? ` and ${lines.length - SHOWN_LINES} more` : ''}`
