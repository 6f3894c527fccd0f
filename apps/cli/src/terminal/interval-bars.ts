import type { MetricView, View } from '@benchcast/core/report'
import type { Ink } from './ink.ts'
import { barsOf } from './interval-bar.ts'

/** One metric of a run as text: a line per model from the lower to the upper bound of its interval, a dot at its value, one scale for all. */
export function intervalBars(view: View, metric: MetricView, width: number, ink: Ink): string[] {
  const rows = metric.ranked.flatMap(({ model_id, value, rank }) => {
    const interval = metric.interval(model_id)
    return interval === undefined ? [] : [{ name: view.model(model_id).name, value, interval, isBest: rank === 1 }]
  })
  return barsOf(rows, { text: (value) => metric.text(value) }, width, ink)
}
