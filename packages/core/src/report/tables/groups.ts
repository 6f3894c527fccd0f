import { visible } from '../escape.ts'
import { alike, fixed, formatValue } from '../format.ts'
import { GROUP_RATES, type GroupRates, groupsOf } from '../groups.ts'
import { type Cell, head, NONE, numberColumn, type Table, textColumn } from '../table.ts'
import { at, type ModelView, type View } from '../view.ts'

/** Columns a by-group table can have beside the rates; those without a value in any row are left out. */
const EXTRA = [
  { key: 'mean_prediction', title: 'Mean prediction' },
  { key: 'mean_absolute_error', title: 'Mean absolute error' },
] as const

/** One feature: models and their groups in rows, rates with intervals in columns. */
export function groupsTable(view: View, feature: string, models: readonly ModelView[] = view.ordered): Table {
  const rows = models.flatMap((model) => groupsOf(view, model.id, feature).map(([group, rates]) => ({ model: model.name, group, rates })))
  const present = [...GROUP_RATES, ...EXTRA].filter(({ key }) => rows.some(({ rates }) => typeof rates[key] === 'number'))
  const shown = present.map(({ key, title }) => ({ key, title, text: alike(rows.flatMap(({ rates }) => at(rates.confidence_intervals, key) ?? [])) }))
  return {
    caption: `By ${visible(feature)}`,
    columns: [textColumn('Model'), textColumn('Group'), numberColumn('n'), ...shown.map(({ title }) => numberColumn(title))],
    rows: rows.map(({ model, group, rates }) => [head(model), head(visible(group)), fixed(rates.n, 0), ...shown.map((column) => rateCell(rates, column))]),
  }
}

interface RateColumn {
  readonly key: (typeof GROUP_RATES)[number]['key'] | (typeof EXTRA)[number]['key']
  readonly text: (value: number) => string
}

function rateCell(rates: GroupRates, { key, text }: RateColumn): Cell {
  const value = rates[key]
  if (typeof value !== 'number') return NONE
  const interval = at(rates.confidence_intervals, key)
  return { text: text(value), detail: interval && `${text(interval.lower)} to ${text(interval.upper)}` }
}

/** Fairness metrics of every feature and intersection alone. */
export function fairnessTable(view: View): Table | undefined {
  const rows = view.ordered.flatMap((model) => Object.entries(model.details.fairness ?? {}).map(([feature, values]) => ({ model: model.name, feature, values })))
  const ids = [...new Set(rows.flatMap(({ values }) => Object.keys(values)))]
  if (ids.length === 0) return undefined
  const title = (id: string) => view.metrics.find((metric) => metric.id === id)?.title ?? visible(id)
  return {
    caption: 'Fairness metrics by feature',
    columns: [textColumn('Model'), textColumn('Feature'), ...ids.map((id) => numberColumn(title(id)))],
    rows: rows.map(({ model, feature, values }) => [head(model), visible(feature), ...ids.map((id) => (at(values, id) === undefined ? NONE : formatValue(values[id]!)))]),
    folded: true,
  }
}
