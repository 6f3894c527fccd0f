import { characters, shortened } from '../escape.ts'
import type { Markup } from '../markup.ts'
import type { Figure } from '../section.ts'
import { best, head, NONE, numberColumn, type Table, textColumn } from '../table.ts'
import { columnLabel } from '../tables/leaderboard.ts'
import type { MetricView, ModelView, View } from '../view.ts'
import { linearScale, logScale, padded } from './scale.ts'
import { mark, seriesClass } from './series.ts'
import { axisTitles, label, line, path, svg, xAxis, yAxis } from './svg.ts'

const AREA = { left: 70, right: 450, top: 14, bottom: 290 }
const WIDTH = 520
/** Values further apart than this factor get a logarithmic axis. */
const LOG_FROM = 20
const MOST_LABELS = 8

interface Point {
  readonly model: ModelView
  readonly cost: number
  readonly quality: number
  readonly onFront: boolean
}

/** Quality against one cost. The step line joins the models that none beats on both. */
export function paretoChart(view: View, quality: MetricView, cost: MetricView): Figure | undefined {
  const points = pointsOf(view, quality, cost)
  if (points.length < 2) return undefined
  const ends = points.flatMap(({ model, quality: q }) => [q, quality.interval(model.id)?.lower ?? q, quality.interval(model.id)?.upper ?? q])
  const costs = points.map((p) => p.cost)
  const isLog = Math.min(...costs) > 0 && Math.max(...costs) / Math.min(...costs) > LOG_FROM
  const x = isLog
    ? logScale([Math.min(...costs) / 1.5, Math.max(...costs) * 1.5], [AREA.left, AREA.right])
    : linearScale(padded([0, ...costs], 0.06, [0, Number.POSITIVE_INFINITY]), [AREA.left, AREA.right])
  const y = linearScale(padded(ends, 0.08, quality.range), [AREA.bottom, AREA.top])
  const front = points.filter((p) => p.onFront).sort((a, b) => a.cost - b.cost)
  const frame = {
    id: `pareto-${view.metrics.indexOf(cost)}`,
    title: `${quality.title} against ${cost.title}`,
    description: `On the front, beaten by none on both: ${front.map((p) => p.model.name).join(', ')}.`,
    width: WIDTH,
    height: 334,
  }
  const whisker = ({ model, cost: c }: Point) => {
    const interval = quality.interval(model.id)
    return interval && line(x(c), y(interval.lower), x(c), y(interval.upper), `bar thin ${seriesClass(model)}`)
  }
  const body = [
    xAxis(x, AREA, isLog ? 'log' : 'even'),
    yAxis(y, AREA),
    axisTitles(columnLabel(cost) + (isLog ? ', log scale' : ''), columnLabel(quality), AREA),
    path(steps(front, x, y), 'front'),
    points.map(whisker),
    points.map((p) => mark(p.model, x(p.cost), y(p.quality), 6)),
    labels(points, x, y),
  ]
  return { svg: svg(frame, body), table: paretoTable(quality, cost, points) }
}

function pointsOf(view: View, quality: MetricView, cost: MetricView): Point[] {
  const all = view.ordered.flatMap((model) => {
    const [q, c] = [quality, cost].map((metric) => metric.ranked.find((r) => r.model_id === model.id)?.value)
    return q === undefined || c === undefined ? [] : [{ model, quality: q, cost: c }]
  })
  const [signQ, signC] = [quality, cost].map((metric) => (metric.better === 'lower' ? -1 : 1)) as [number, number]
  const beats = (a: Omit<Point, 'onFront'>, b: Omit<Point, 'onFront'>) => {
    const [dq, dc] = [signQ * (a.quality - b.quality), signC * (a.cost - b.cost)]
    return dq >= 0 && dc >= 0 && dq + dc > 0
  }
  return all.map((p) => ({ ...p, onFront: !all.some((other) => beats(other, p)) }))
}

/** Along the front: across at the quality reached, then up or down to the next. */
function steps(front: readonly Point[], x: (v: number) => number, y: (v: number) => number): [number, number][] {
  return front.flatMap((p, i): [number, number][] =>
    i === 0
      ? [[x(p.cost), y(p.quality)]]
      : [
          [x(p.cost), y(front[i - 1]!.quality)],
          [x(p.cost), y(p.quality)],
        ],
  )
}

/** Names beside the points, pushed apart where they would touch; with many models only those on the front are named. */
function labels(points: readonly Point[], x: (v: number) => number, y: (v: number) => number): Markup[] {
  const named = points.length > MOST_LABELS ? points.filter((p) => p.onFront).slice(0, MOST_LABELS) : points
  const placed: Spot[] = []
  return named.map((p) => {
    const name = shortened(p.model.name, 24)
    const isLeft = x(p.cost) > (AREA.left + AREA.right) / 2
    const [near, width] = [x(p.cost) + (isLeft ? -11 : 11), characters(name).length * CHARACTER]
    const spot = { from: isLeft ? near - width : near, to: isLeft ? near : near + width, y: y(p.quality) - 6 }
    while (placed.some((other) => spot.from < other.to && other.from < spot.to && Math.abs(other.y - spot.y) < 14)) spot.y += 14
    placed.push(spot)
    return label(near, spot.y, name, p.onFront ? 'strong' : '', isLeft ? 'end' : 'start')
  })
}

/** Where a name stands. */
interface Spot {
  readonly from: number
  readonly to: number
  y: number
}
/** Mean width of a character in the charts' type. */
const CHARACTER = 7

function paretoTable(quality: MetricView, cost: MetricView, points: readonly Point[]): Table {
  return {
    caption: `${quality.title} against ${cost.title}`,
    columns: [textColumn('Model'), numberColumn(columnLabel(quality)), textColumn('Interval'), numberColumn(columnLabel(cost)), textColumn('On the front')],
    rows: points.map(({ model, quality: q, cost: c, onFront }) => {
      const interval = quality.interval(model.id)
      return [head(model.name), quality.text(q), interval ? quality.intervalText(interval) : NONE, cost.text(c), onFront ? best('yes') : 'no']
    }),
  }
}
