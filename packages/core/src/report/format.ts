import type { Interval } from '../api/index.ts'

/** A typographic minus, so that -0.1 lines up with 0.1 in tabular figures. */
const MINUS = '−'
const MAX_DECIMALS = 10

/**
 * A number with `decimals` digits after the point, thousands grouped from 10,000 on, exponent form where digits would not help.
 *
 * @example fixed(1234567.891, 1) // '1,234,567.9'
 */
export function fixed(value: number, decimals: number): string {
  const size = Math.abs(value)
  if (size >= 1e15 || (size > 0 && size < 10 ** -MAX_DECIMALS)) return value.toExponential(2).replaceAll('-', MINUS)
  const digits = size.toFixed(Math.min(MAX_DECIMALS, Math.max(0, decimals)))
  const [whole, fraction] = digits.split('.') as [string, string?]
  const grouped = size >= 10_000 ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole
  const sign = value < 0 && Number(digits) !== 0 ? MINUS : ''
  return sign + grouped + (fraction === undefined ? '' : `.${fraction}`)
}

/** Digits after the point that show `figures` significant figures of `size`. 0.044 with 2 figures needs 3. */
export function decimalsFor(size: number, figures: number): number {
  if (!(size > 0) || !Number.isFinite(size)) return figures
  return Math.max(0, figures - 1 - Math.floor(Math.log10(size)))
}

type Bounds = Pick<Interval, 'lower' | 'upper'>

/** Digits after the point that an interval of this width supports: two significant figures of half of it. */
const decimalsOfWidth = (width: number): number => decimalsFor(width / 2, 2)

/** Digits after the point that a value deserves: what its interval supports, else three significant figures. */
export function decimalsOf(value: number, interval?: Bounds): number {
  const width = interval ? interval.upper - interval.lower : 0
  return width > 0 ? decimalsOfWidth(width) : decimalsFor(Math.abs(value), 3)
}

/** Writes values with the digits that the typical one of these intervals supports, so that a column lines up; with three figures each where none has a width. */
export function alike(intervals: readonly Bounds[]): (value: number) => string {
  const widths = intervals.map(({ lower, upper }) => upper - lower).filter((width) => width > 0)
  if (widths.length === 0) return (value) => formatValue(value)
  const decimals = decimalsOfWidth(widths.sort((a, b) => a - b)[Math.floor(widths.length / 2)]!)
  return (value) => fixed(value, decimals)
}

/** @example formatValue(0.96491, { lower: 0.9366, upper: 0.9808 }, 'ms') // '0.965 ms' */
export function formatValue(value: number, interval?: Bounds, unit = ''): string {
  return fixed(value, decimalsOf(value, interval)) + (unit === '' ? '' : ` ${unit}`)
}

/** @example formatInterval({ lower: 0.9366, upper: 0.9808 }) // '0.937 to 0.981' */
export function formatInterval(interval: Bounds): string {
  const decimals = decimalsOf(interval.lower, interval)
  return `${fixed(interval.lower, decimals)} to ${fixed(interval.upper, decimals)}`
}

/** @example formatShare(0.5806) // '58 %' */
export const formatShare = (share: number): string => `${fixed(100 * share, 0)} %`

/** @example formatP(0.0004) // '< 0.001' */
export const formatP = (p: number): string => (p < 0.001 ? '< 0.001' : fixed(p, p < 0.1 ? decimalsFor(p, 2) : 2))

/** How often the larger holds the smaller, for people: '38 times', '1.4 times'. */
export const formatTimes = (ratio: number): string => `${fixed(ratio, ratio < 10 ? 1 : 0)} times`

/** @example listed(['a', 'b', 'c']) // 'a, b and c' */
export function listed(items: readonly string[], atMost = 6): string {
  if (items.length > atMost) return `${items.slice(0, atMost - 1).join(', ')} and ${items.length - atMost + 1} more`
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`
}

/** @example counted(1, 'sample') // '1 sample' */
export const counted = (count: number, noun: string): string => `${fixed(count, 0)} ${noun}${count === 1 ? '' : 's'}`
