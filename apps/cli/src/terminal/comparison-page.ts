import { METRIC_BY_ID } from '@benchcast/core/metrics'
import { visible } from '@benchcast/core/report'
import type { Ink } from './ink.ts'
import { renderTable } from './table.ts'
import { wrapped } from './text.ts'

interface Compared {
  readonly models: readonly string[]
  readonly missing_models: readonly string[]
  /** Metric id to model id to value. */
  readonly comparison_metrics: Readonly<Record<string, Readonly<Record<string, number>>>>
  readonly rankings: Readonly<Record<string, readonly { readonly model_id: string; readonly rank: number }[]>>
}

/** Models beside each other by their newest values, the best of each metric marked. */
export function comparisonPage({ comparison_metrics, rankings, models, missing_models }: Compared, width: number, ink: Ink): string {
  const known = models.filter((model) => !missing_models.includes(model))
  const rows = Object.entries(comparison_metrics).map(([metric, values]) => {
    const best = new Set(rankings[metric]?.filter(({ rank }) => rank === 1).map(({ model_id }) => model_id))
    const cells = known.map((model) =>
      values[model] === undefined ? '–' : { text: short(values[model]), ...(best.has(model) && best.size < Object.keys(values).length && { mark: 'best' as const }) },
    )
    return [{ text: titleOf(metric), mark: 'head' as const }, ...cells]
  })
  const columns = [{ label: 'Metric', align: 'left' as const }, ...known.map((model) => ({ label: visible(model), align: 'right' as const }))]
  const missing = missing_models.length === 0 ? [] : [`In no stored run: ${missing_models.map(visible).join(', ')}.`]
  const notes = ['* marks the best. Newest values of each model, of whatever data: benchcast report shows intervals and ties of one run.', ...missing]
  return [renderTable({ caption: '', columns, rows }, width, ink), ...notes.flatMap((note) => wrapped(note, width)).map(ink.soft)].join('\n')
}

function titleOf(id: string): string {
  const metric = METRIC_BY_ID.get(id)
  return metric === undefined ? visible(id) : `${metric.title} ${metric.better === 'higher' ? '↑' : '↓'}`
}

const short = (value: number): string => String(Number(value.toPrecision(4)))
