import { type Cell, type Table, visible } from '@benchcast/core/report'
import { figure } from './figure.ts'
import type { Ink } from './ink.ts'
import { renderTable } from './table.ts'
import { displayWidth, padEnd, wrapped } from './text.ts'

/** A predicted speed beside a measured one, items per second. */
export interface SpeedRow {
  readonly title: string
  readonly device: string
  /** Precision and batch: `fp16, batch 8`. */
  readonly configuration: string
  readonly predicted: number
  readonly lower: number
  readonly upper: number
  readonly measured: number
  readonly provenance: string
}

const TITLE = 'Speed, predicted and measured'
const WIDEST_PLOT = 72

/** Predictions with their intervals beside real measurements, as a table and as bars on one logarithmic scale each. */
export function speedPage(rows: readonly SpeedRow[], level: number, width: number, ink: Ink): string {
  const inside = rows.filter(isInside).length
  const about = `Items per second, ${Math.round(level * 100)} % prediction intervals. These models were never measured on these devices in what the predictor learnt from.`
  const verdict = `${inside} of ${rows.length} measurements lie inside their intervals.`
  return [
    [ink.soft('━'.repeat(width)), ink.strong(TITLE), ...wrapped(about, width).map(ink.soft)].join('\n'),
    renderTable(speedTable(rows), width, ink),
    [...wrapped('Interval ├─●─┤ and measurement ×, each on its own logarithmic scale', width).map(ink.strong), ...bars(rows, width, ink)].join('\n'),
    verdict,
  ].join('\n\n')
}

const isInside = ({ lower, upper, measured }: SpeedRow): boolean => measured >= lower && measured <= upper

/** @example '+12 %' */
function offBy({ predicted, measured }: SpeedRow): string {
  const percent = Math.round((predicted / measured - 1) * 100)
  return `${percent > 0 ? '+' : percent < 0 ? '−' : ''}${Math.abs(percent)} %`
}

function speedTable(rows: readonly SpeedRow[]): Table {
  const left = (label: string) => ({ label, align: 'left' as const })
  const right = (label: string) => ({ label, align: 'right' as const })
  return {
    caption: TITLE,
    columns: [left('Model'), left('On'), right('Predicted'), right('Measured'), right('Off by'), left('Inside')],
    rows: rows.map((row): Cell[] => [
      { text: visible(row.title), mark: 'head' },
      { text: visible(row.device), detail: visible(row.configuration) },
      { text: figure(row.predicted), detail: `${figure(row.lower)} to ${figure(row.upper)}` },
      figure(row.measured),
      offBy(row),
      isInside(row) ? 'yes' : 'no',
    ]),
  }
}

function bars(rows: readonly SpeedRow[], width: number, ink: Ink): string[] {
  const nameWidth = Math.max(...rows.map(({ title }) => displayWidth(title)))
  const plot = Math.min(WIDEST_PLOT, width - nameWidth - 2)
  return rows.map((row) => `${ink.strong(padEnd(row.title, nameWidth))}  ${barOf(row, plot)}`)
}

/** The interval takes the middle of the line; a measurement outside it still finds its place. */
function barOf({ lower, predicted, upper, measured }: SpeedRow, width: number): string {
  const [from, to] = [Math.min(lower, measured), Math.max(upper, measured)].map(Math.log) as [number, number]
  const column = (x: number) => Math.round(((Math.log(x) - from) / Math.max(to - from, Number.EPSILON)) * (width - 1))
  const characters: string[] = Array.from({ length: width }, (_, i) => (i > column(lower) && i < column(upper) ? '─' : ' '))
  for (const [mark, x] of [
    ['├', lower],
    ['┤', upper],
    ['●', predicted],
    ['×', measured],
  ] as const)
    characters[column(x)] = mark
  return characters.join('').trimEnd()
}
