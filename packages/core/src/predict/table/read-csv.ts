/** One line of a table, by column name. A missing value is the empty string. */
export type TableRow = Readonly<Record<string, string>>

/**
 * Reads comma-separated text with a header line (RFC 4180: quotes, doubled quotes, line breaks inside quotes, CRLF or LF, a byte order mark).
 *
 * @example
 * readCsv('a,b\n1,"x, y"\n') // [{ a: '1', b: 'x, y' }]
 */
export function readCsv(text: string): TableRow[] {
  const [header = [], ...lines] = csvLines(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text)
  return lines.filter((cells) => cells.length > 1 || cells[0] !== '').map((cells) => Object.fromEntries(header.map((name, index) => [name, cells[index] ?? ''])))
}

function csvLines(text: string): string[][] {
  if (!text.includes('"')) return text.split(/\r?\n/).map((line) => line.split(','))
  const lines: string[][] = [[]]
  const cell = /("(?:[^"]|"")*"|[^,\r\n]*)(,|\r?\n|$)/gy
  for (let match = cell.exec(text); match !== null; match = cell.exec(text)) {
    const [, value = '', end] = match
    lines.at(-1)?.push(value.startsWith('"') ? value.slice(1, -1).replaceAll('""', '"') : value)
    if (end === '') break
    if (end !== ',') lines.push([])
  }
  return lines
}
