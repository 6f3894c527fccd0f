import { shortened, visible } from '../escape.ts'
import { fixed, formatShare } from '../format.ts'
import { GROUP_RATES, type GroupRates, groupsOf } from '../groups.ts'
import { type Markup, markup } from '../markup.ts'
import type { Figure } from '../section.ts'
import { groupsTable } from '../tables/groups.ts'
import { at, type ModelView, type View } from '../view.ts'
import { linearScale } from './scale.ts'
import { label, line, rect, svg, xAxis } from './svg.ts'

const ROW = 24
const LABELS = 190
const PANEL = 150
const GAP = 40
const TOP = 44

/** One model on one feature: groups in rows, rates side by side as bars from zero with their intervals. */
export function groupChart(view: View, feature: string, featureIndex: number, model: ModelView): Figure | undefined {
  const groups = groupsOf(view, model.id, feature)
  const rates = GROUP_RATES.filter(({ key }) => key !== 'precision' && groups.some(([, g]) => g[key] !== null))
  if (groups.length === 0 || rates.length === 0) return undefined
  const bottom = TOP + groups.length * ROW
  const panels = rates.map(({ key, title }, i) => panel(groups, key, title, LABELS + i * (PANEL + GAP), bottom))
  const names = groups.map(([group, { n }], i) => label(0, TOP + i * ROW + 16, `${shortened(visible(group), 20)}, n = ${fixed(n, 0)}`))
  const frame = {
    id: `group-${featureIndex}-${model.series}`,
    title: `${model.name}, by ${visible(feature)}`,
    description: `${rates.map(({ title }) => title).join(', ')} of each group. Selection rates: ${groups.map(([group, g]) => `${visible(group)} ${g.selection_rate === null ? 'unknown' : formatShare(g.selection_rate)}`).join(', ')}.`,
    width: LABELS + rates.length * (PANEL + GAP),
    height: bottom + 24,
  }
  return { svg: svg(frame, label(0, 14, shortened(frame.title, 60), 'strong'), names, panels), table: groupsTable(view, feature, [model]) }
}

function panel(groups: readonly [string, GroupRates][], key: (typeof GROUP_RATES)[number]['key'], title: string, left: number, bottom: number): Markup {
  const area = { left, right: left + PANEL, top: TOP, bottom }
  const x = linearScale([0, 1], [left, left + PANEL], 2)
  const bars = groups.map(([, rates], i) => bar(rates, key, x, TOP + i * ROW))
  return markup`${label(left, TOP - 10, title, 'axis')}${xAxis(x, area)}${bars}`
}

function bar(rates: GroupRates, key: (typeof GROUP_RATES)[number]['key'], x: (value: number) => number, top: number): Markup {
  const value = rates[key]
  if (value === null) return label(x(0) + 4, top + 16, 'not estimable', 'tick')
  const interval = at(rates.confidence_intervals, key)
  const middle = top + ROW / 2
  const whisker = interval && [
    line(x(interval.lower), middle, x(interval.upper), middle, 'whisker'),
    line(x(interval.lower), middle - 4, x(interval.lower), middle + 4, 'whisker'),
    line(x(interval.upper), middle - 4, x(interval.upper), middle + 4, 'whisker'),
  ]
  return markup`${rect(x(0), top + 5, x(value) - x(0), ROW - 10, 'fill s5')}${line(x(value), top + 5, x(value), top + ROW - 5, 'bar-end')}${whisker}`
}
