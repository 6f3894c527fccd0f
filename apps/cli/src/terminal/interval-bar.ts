import type { Ink } from './ink.ts'
import { displayWidth, fitted, padEnd, padStart } from './text.ts'

const NAME_WIDTH = 28
const WIDEST_PLOT = 72

/** A value with its interval, and how it is written. */
export interface Ranged {
  readonly name: string
  readonly value: number
  readonly interval: { readonly lower: number; readonly upper: number }
  readonly isBest?: boolean
}

interface Scale {
  readonly text: (value: number) => string
  /** Values of very different size; all above 0. */
  readonly isLogarithmic?: boolean
}

/** A line per value from the lower to the upper bound of its interval, a dot at the value, one scale for all, which is written below. */
export function barsOf(all: readonly Ranged[], { text, isLogarithmic = false }: Scale, width: number, ink: Ink): string[] {
  if (all.length === 0) return []
  const rows = all.map((row) => ({ ...row, name: fitted(row.name, NAME_WIDTH) }))
  const [low, high] = [Math.min(...rows.map(({ interval }) => interval.lower)), Math.max(...rows.map(({ interval }) => interval.upper))]
  const values = rows.map(({ value }) => text(value))
  const [nameWidth, valueWidth] = [rows.map(({ name }) => name), values].map((texts) => Math.max(...texts.map(displayWidth))) as [number, number]
  const plot = Math.min(WIDEST_PLOT, width - nameWidth - valueWidth - 4)
  const at = isLogarithmic ? Math.log : (x: number) => x
  const column = (x: number) => (high > low ? Math.round(((at(x) - at(low)) / (at(high) - at(low))) * (plot - 1)) : 0)
  const lines = rows.map(({ name, value, interval, isBest }, i) => {
    const bar = barOf(column(interval.lower), column(value), column(interval.upper), plot)
    return `${ink.strong(padEnd(name, nameWidth))}  ${isBest ? ink.accent(bar) : bar}  ${padStart(values[i]!, valueWidth)}`
  })
  return [...lines, ink.soft(`${' '.repeat(nameWidth + 2)}${padEnd(text(low), plot - displayWidth(text(high)))}${text(high)}`)]
}

/** @example barOf(1, 3, 6, 8) // ' ├─●──┤ ' */
function barOf(lower: number, value: number, upper: number, width: number): string {
  const characters: string[] = Array.from({ length: width }, (_, i) => (i > lower && i < upper ? '─' : ' '))
  characters[lower] = '├'
  characters[upper] = '┤'
  characters[Math.min(width - 1, Math.max(0, value))] = '●'
  return characters.join('')
}
