import type { Markup } from '../markup.ts'
import { OPEN_FIGURES } from '../section.ts'
import type { ModelView } from '../view.ts'
import { linearScale } from './scale.ts'
import { dashOf, legend, legendHeight, mark, seriesClass } from './series.ts'
import { axisTitles, label, line, path, svg, xAxis, yAxis } from './svg.ts'

const AREA = { left: 50, right: 330, top: 28, bottom: 308 }
const WIDTH = 340
const LEGEND_TOP = AREA.bottom + 58

export interface Curve {
  readonly model: ModelView
  readonly points: readonly (readonly [x: number, y: number])[]
  /** How many samples stand behind each point: drawn as marks whose area follows it. */
  readonly counts?: readonly number[]
}

export interface CurveFrame {
  readonly id: string
  readonly title: string
  readonly description: string
  readonly xTitle: string
  readonly yTitle: string
  /** A line from (0, 0) to (1, 1) and what it stands for. */
  readonly diagonal?: string
}

/** Curves in the unit square: the first few models in colour with their own dashes, the others behind them in grey. */
export function curvesChart({ id, title, description, xTitle, yTitle, diagonal }: CurveFrame, curves: readonly Curve[]): Markup {
  const x = linearScale([0, 1], [AREA.left, AREA.right])
  const y = linearScale([0, 1], [AREA.bottom, AREA.top])
  const at = ([px, py]: readonly [number, number]) => [x(px), y(py)] as const
  const [shown, behind] = [curves.slice(0, OPEN_FIGURES), curves.slice(OPEN_FIGURES)]
  const largest = Math.max(1, ...curves.flatMap(({ counts = [] }) => counts))
  const marks = ({ model, points, counts = [] }: Curve) => counts.map((count, i) => mark(model, x(points[i]![0]), y(points[i]![1]), 2 + 5 * Math.sqrt(count / largest)))
  return svg(
    { id, title, description, width: WIDTH, height: LEGEND_TOP + legendHeight(shown.length, behind.length) },
    label(0, 14, title, 'strong'),
    [...xAxis(x, AREA), ...yAxis(y, AREA), axisTitles(xTitle, yTitle, AREA)],
    diagonal !== undefined && [line(x(0), y(0), x(1), y(1), 'reference'), label(x(0.97), y(0.9), diagonal, 'tick', 'end')],
    behind.map(({ points }) => path(points.map(at), 'other')),
    shown.map((curve) => [path(curve.points.map(at), `line ${seriesClass(curve.model)}`, dashOf(curve.model)), ...marks(curve)]).toReversed(),
    legend(
      shown.map(({ model }) => model),
      behind.length,
      AREA.left,
      LEGEND_TOP,
    ),
  )
}
