import { visible } from '../escape.ts'
import { type Cell, head, NONE, numberColumn, type Table, textColumn } from '../table.ts'
import type { MetricView, ModelView, View } from '../view.ts'

/** Models in rows, best first; the headline metrics with intervals and tie letters, then speed and size. */
export function leaderboardTable(view: View): Table {
  const system = view.metrics.filter((metric) => metric.category === 'system')
  const shown = [...view.headline, ...system]
  return {
    caption: 'Leaderboard',
    columns: [numberColumn('Rank'), textColumn('Model'), ...shown.map((metric) => numberColumn(columnLabel(metric)))],
    rows: view.ordered.map((model) => [rankCell(view, model), head(model.name), ...shown.map((metric) => valueCell(metric, model.id))]),
    notes: leaderboardNotes(view, shown),
  }
}

/** @example 'Latency (ms) ↓' */
export function columnLabel(metric: MetricView): string {
  const arrow = { higher: ' ↑', lower: ' ↓', none: '' }[metric.better ?? 'none']
  return `${metric.title}${metric.unit === '' || metric.title.includes(metric.unit) ? '' : ` (${metric.unit})`}${arrow}`
}

/** @example { text: '0.965 ab', detail: '0.937 to 0.981' } */
export function valueCell(metric: MetricView, modelId: string): Cell {
  const ranked = metric.ranked.find((r) => r.model_id === modelId)
  if (ranked === undefined) return NONE
  const interval = metric.interval(modelId)
  const text = metric.text(ranked.value) + (ranked.tie_group ? ` ${visible(ranked.tie_group)}` : '')
  return { text, detail: interval && metric.intervalText(interval), mark: ranked.rank === 1 && metric.ranked.length > 1 ? 'best' : undefined }
}

function rankCell(view: View, model: ModelView): Cell {
  const rank = view.quality?.ranked.find((r) => r.model_id === model.id)?.rank
  return rank === undefined ? NONE : String(rank)
}

function leaderboardNotes(view: View, shown: readonly MetricView[]): string[] {
  const interval = shown.flatMap((metric) => view.models.flatMap((model) => metric.interval(model.id) ?? []))[0]
  const letters = shown.some((metric) => metric.ranked.some((r) => r.tie_group))
  return [
    ...(view.quality ? [`Ranked by ${view.quality.title}; ↑ higher is better, ↓ lower is better.`] : []),
    ...(interval ? [`With each value its ${Math.round(100 * interval.level)} % confidence interval.`] : []),
    ...(letters ? ['Models that share a letter in a column are not significantly different.'] : []),
  ]
}
