import { decimalsFor, fixed } from '../format.ts'
import { type Markup, type MarkupPart, markup } from '../markup.ts'
import type { Scale } from './scale.ts'

export interface Frame {
  /** Unique within the page. */
  readonly id: string
  readonly title: string
  /** What the chart shows, for those who do not see it. */
  readonly description: string
  readonly width: number
  readonly height: number
}

/** Pixels of a chart's plotting area. */
export interface Area {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** The outermost element of a chart: an image with a name and a description. */
export function svg({ id, title, description, width, height }: Frame, ...body: readonly MarkupPart[]): Markup {
  return markup`<svg role="img" aria-labelledby="${id}-title" aria-describedby="${id}-about" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"><title id="${id}-title">${title}</title><desc id="${id}-about">${description}</desc>${body}</svg>`
}

/** A pixel coordinate: tenths are enough and keep files small. */
export const px = (value: number): string => String(Math.round(value * 10) / 10)

export const line = (x1: number, y1: number, x2: number, y2: number, className: string): Markup => markup`<line x1="${px(x1)}" y1="${px(y1)}" x2="${px(x2)}" y2="${px(y2)}" class="${className}"/>`
export const rect = (x: number, y: number, width: number, height: number, className: string): Markup =>
  markup`<rect x="${px(x)}" y="${px(y)}" width="${px(Math.max(0, width))}" height="${px(Math.max(0, height))}" class="${className}"/>`
export const path = (points: readonly (readonly [number, number])[], className: string, dash = ''): Markup =>
  markup`<path d="${points.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${px(x)} ${px(y)}`).join('')}" class="${className}"${dash === '' ? '' : markup` stroke-dasharray="${dash}"`}/>`
export const label = (x: number, y: number, text: string, className = '', anchor: 'start' | 'middle' | 'end' = 'start'): Markup =>
  markup`<text x="${px(x)}" y="${px(y)}" text-anchor="${anchor}" class="${className}">${text}</text>`

/** Ticks written with just the digits their spacing needs. */
export function tickLabels(ticks: readonly number[]): string[] {
  const step = ticks.length > 1 ? Math.min(...ticks.slice(1).map((tick, i) => tick - ticks[i]!)) : Math.abs(ticks[0] ?? 1)
  return ticks.map((tick) => (tick !== 0 && Math.abs(tick) < 1e-6 ? fixed(tick, 10) : fixed(tick, decimalsFor(step, 1))))
}

/** Vertical grid lines with their numbers below; `spread` marks a logarithmic axis, whose ticks need their own digits each. */
export function xAxis(scale: Scale, { top, bottom }: Area, spread: 'even' | 'log' = 'even'): Markup[] {
  const labels = spread === 'log' ? scale.ticks.map((tick) => fixed(tick, decimalsFor(tick, 1))) : tickLabels(scale.ticks)
  return scale.ticks.map((tick, i) => markup`${line(scale(tick), top, scale(tick), bottom, 'grid')}${label(scale(tick), bottom + 16, labels[i]!, 'tick', 'middle')}`)
}

/** Horizontal grid lines with their numbers at the left. */
export function yAxis(scale: Scale, { left, right }: Area): Markup[] {
  const labels = tickLabels(scale.ticks)
  return scale.ticks.map((tick, i) => markup`${line(left, scale(tick), right, scale(tick), 'grid')}${label(left - 6, scale(tick) + 4, labels[i]!, 'tick', 'end')}`)
}

/** Titles of both axes. */
export function axisTitles(x: string, y: string, { left, right, top, bottom }: Area): Markup {
  return markup`${label((left + right) / 2, bottom + 34, x, 'axis', 'middle')}<text transform="translate(14 ${px((top + bottom) / 2)}) rotate(-90)" text-anchor="middle" class="axis">${y}</text>`
}
