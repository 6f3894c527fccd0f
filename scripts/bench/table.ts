import type { Line } from './benchmark.ts'

const HEADINGS = ['', 'Benchcast', 'other', 'ratio', 'target', '']

const cells = ({ what, ours, other, ratio, target, ok }: Line): string[] => [what, ours, other, ratio === undefined ? '' : `${ratio.toFixed(ratio < 10 ? 2 : 1)}x`, target, ok ? 'ok' : 'missed']

/** The lines as a text table: words to the left, figures to the right. */
export function table(lines: readonly Line[]): string {
  const rows = [HEADINGS, ...lines.map(cells)]
  const widths = HEADINGS.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)))
  const text = rows.map((row) => row.map((cell, column) => (column === 0 || column === 5 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!))).join('  '))
  return [text[0], '-'.repeat(text[0]!.length), ...text.slice(1)].join('\n')
}
