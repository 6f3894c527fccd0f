import { head, numberColumn, type Table, textColumn } from '../table.ts'
import type { View } from '../view.ts'
import { columnLabel, valueCell } from './leaderboard.ts'

/** Every metric in rows, models in columns. */
export function allMetricsTable(view: View): Table {
  return {
    caption: 'All metrics',
    columns: [textColumn('Metric'), ...view.ordered.map((model) => numberColumn(model.name))],
    rows: view.metrics.map((metric) => [head(columnLabel(metric)), ...view.ordered.map((model) => valueCell(metric, model.id))]),
  }
}
