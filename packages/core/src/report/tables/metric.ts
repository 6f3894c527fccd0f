import { visible } from '../escape.ts'
import { procedure } from '../phrases.ts'
import { best, head, NONE, numberColumn, type Table, textColumn } from '../table.ts'
import type { MetricView, View } from '../view.ts'
import { columnLabel } from './leaderboard.ts'

/** One metric, best model first: the twin of its interval plot. */
export function metricTable(view: View, metric: MetricView): Table {
  return {
    caption: columnLabel(metric),
    columns: [numberColumn('Rank'), textColumn('Model'), numberColumn('Value'), textColumn('Interval'), textColumn('Method'), textColumn('Ties')],
    rows: metric.ranked.map(({ model_id, value, rank, tie_group }) => {
      const interval = metric.interval(model_id)
      const method = interval ? procedure(interval.method) : metric.source(model_id) === 'reported' ? 'reported' : NONE
      return [String(rank), head(view.model(model_id).name), best(metric.text(value), rank === 1), interval ? metric.intervalText(interval) : NONE, method, tie_group ? visible(tie_group) : NONE]
    }),
  }
}
