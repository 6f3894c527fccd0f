import { shortened } from '../escape.ts'
import { type Markup, markup } from '../markup.ts'
import type { Figure } from '../section.ts'
import { columnLabel } from '../tables/leaderboard.ts'
import { metricTable } from '../tables/metric.ts'
import type { MetricView, View } from '../view.ts'
import { linearScale, padded, type Scale } from './scale.ts'
import { mark, seriesClass } from './series.ts'
import { label, line, svg, xAxis } from './svg.ts'

const ROW = 24
const TOP = 26
const WIDTH = 460

/** One metric, best model on top: a mark at the value, a line over the interval, the number and the tie letters beside it. */
export function intervalPlot(view: View, metric: MetricView): Figure {
  const area = { left: 166, right: WIDTH - 110, top: TOP, bottom: TOP + 4 + metric.ranked.length * ROW }
  const ends = metric.ranked.flatMap(({ model_id, value }) => [value, metric.interval(model_id)?.lower ?? value, metric.interval(model_id)?.upper ?? value])
  const x = linearScale(padded(ends, 0.06, metric.range), [area.left, area.right], 3)
  const rows = metric.ranked.map((_, i) => row(view, metric, i, x))
  const frame = { id: `metric-${view.metrics.indexOf(metric)}`, title: columnLabel(metric), description: describe(view, metric), width: WIDTH, height: area.bottom + 24 }
  return { svg: svg(frame, label(0, 14, shortened(frame.title, 60), 'strong'), xAxis(x, area), rows), table: metricTable(view, metric) }
}

function row(view: View, metric: MetricView, index: number, x: Scale): Markup {
  const { model_id, value, rank, tie_group } = metric.ranked[index]!
  const model = view.model(model_id)
  const y = TOP + 14 + index * ROW
  const interval = metric.interval(model_id)
  const strength = rank === 1 ? 'strong' : ''
  const bar = interval && markup`${line(x(interval.lower), y, x(interval.upper), y, `bar ${seriesClass(model)}`)}`
  const text = metric.text(value) + (tie_group ? ` ${tie_group}` : '')
  return markup`${label(0, y + 4, shortened(model.name, 23), strength)}${bar}${mark(model, x(value), y)}${label(WIDTH - 98, y + 4, shortened(text, 15), strength)}`
}

function describe(view: View, metric: MetricView): string {
  const values = metric.ranked.slice(0, 20).map(({ model_id, value }) => `${view.model(model_id).name} ${metric.text(value)}`)
  return `Values with confidence intervals, best first: ${values.join(', ')}.`
}
