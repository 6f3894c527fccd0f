import type { MetricView, View } from '@benchcast/core/report'
import type { Ink } from './ink.ts'
import { displayWidth, fitted, padEnd, padStart } from './text.ts'

const NAME_WIDTH = 28
const WIDEST_PLOT = 72

/** One metric as text: a line per model from the lower to the upper bound of its interval, a dot at its value, one scale for all. */
export function intervalBars(view: View, metric: MetricView, width: number, ink: Ink): string[] {
  const rows = metric.ranked.flatMap(({ model_id, value, rank }) => {
    const interval = metric.interval(model_id)
    return interval === undefined ? [] : [{ name: fitted(view.model(model_id).name, NAME_WIDTH), value, rank, interval }]
  })
  if (rows.length === 0) return []
  const [low, high] = [Math.min(...rows.map(({ interval }) => interval.lower)), Math.max(...rows.map(({ interval }) => interval.upper))]
  const values = rows.map(({ value }) => metric.text(value))
  const [nameWidth, valueWidth] = [rows.map(({ name }) => name), values].map((texts) => Math.max(...texts.map(displayWidth))) as [number, number]
  const plot = Math.min(WIDEST_PLOT, width - nameWidth - valueWidth - 4)
  const column = (x: number) => (high > low ? Math.round(((x - low) / (high - low)) * (plot - 1)) : 0)
  const lines = rows.map(({ name, value, rank, interval }, i) => {
    const bar = barOf(column(interval.lower), column(value), column(interval.upper), plot)
    return `${ink.strong(padEnd(name, nameWidth))}  ${rank === 1 ? ink.accent(bar) : bar}  ${padStart(values[i]!, valueWidth)}`
  })
  const [from, to] = [metric.text(low), metric.text(high)]
  return [...lines, ink.soft(`${' '.repeat(nameWidth + 2)}${padEnd(from, plot - displayWidth(to))}${to}`)]
}

/** @example barOf(1, 3, 6, 8) // ' ├─●──┤ ' */
function barOf(lower: number, value: number, upper: number, width: number): string {
  const characters: string[] = Array.from({ length: width }, (_, i) => (i > lower && i < upper ? '─' : ' '))
  characters[lower] = '├'
  characters[upper] = '┤'
  characters[Math.min(width - 1, Math.max(0, value))] = '●'
  return characters.join('')
}
