/** One line of a table, by column name. A missing value is the empty string. */
export type TableRow = Readonly<Record<string, string>>

/**
 * Reads comma-separated text with a header line (RFC 4180: quotes, doubled quotes, line breaks inside quotes, CRLF or LF, a byte order mark). A quote that is not closed at the end of its cell
 * stands for itself.
 *
 * @param warn gets a sentence with the lines of quotes that are not closed
 * @example
 * readCsv('a,b\n1,"x, y"\n') // [{ a: '1', b: 'x, y' }]
 */
export function readCsv(text: string, warn: (sentence: string) => void = () => {}): TableRow[] {
  const unclosed: number[] = []
  const [header = [], ...lines] = csvLines(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text, unclosed)
  if (unclosed.length > 0) warn(`A quote is not closed at the end of its cell and is taken as part of the text (line ${shownLines(unclosed)}): close it, or write "" for a quote within quotes.`)
  return lines.filter((cells) => cells.length > 1 || cells[0] !== '').map((cells) => Object.fromEntries(header.map((name, index) => [name, cells[index] ?? ''])))
}

function csvLines(text: string, unclosed: number[]): string[][] {
  if (!text.includes('"')) return text.split(/\r?\n/).map((line) => line.split(','))
  const lines: string[][] = [[]]
  const cell = /(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r?\n|$)/gy
  let line = 1
  for (let match = cell.exec(text); match !== null; match = cell.exec(text)) {
    const [, quoted, plain = '', end] = match
    if (quoted === undefined && plain.startsWith('"')) unclosed.push(line)
    line += (quoted?.split('\n').length ?? 1) - 1
    lines.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain)
    if (end === '') break
    if (end === ',') continue
    lines.push([])
    line += 1
  }
  return lines
}

const SHOWN_LINES = 3
const shownLines = (lines: readonly number[]): string => `${lines.slice(0, SHOWN_LINES).join(', ')}${lines.length > SHOWN_LINES ? ` and ${lines.length - SHOWN_LINES} more` : ''}`
