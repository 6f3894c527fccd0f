import type { HistoryRecord } from '@benchcast/core/api'
import type { Metric } from '@benchcast/core/metrics'
import { counted, visible } from '@benchcast/core/report'
import type { Ink } from './ink.ts'
import { sparkline } from './sparkline.ts'
import { renderTable } from './table.ts'

const MOST_BARS = 40

/** The metrics of a model over its runs: first, latest, best value and a line of bars for each. */
export function historyPage(model: string, history: readonly HistoryRecord[], metrics: readonly Metric[], width: number, ink: Ink): string {
  if (history.length === 0) return `${visible(model)} is in no stored run: benchcast evaluate FILE --save.`
  const rows = metrics.flatMap(({ id, title, better }) => {
    const values = history.map((record) => (typeof record[id] === 'number' ? record[id] : undefined))
    const known = values.filter((value) => value !== undefined)
    if (known.length === 0) return []
    const best = better === 'higher' ? Math.max(...known) : Math.min(...known)
    return [[{ text: `${title} ${better === 'higher' ? '↑' : '↓'}`, mark: 'head' as const }, short(known[0]!), short(known.at(-1)!), short(best), sparkline(values.slice(-MOST_BARS))]]
  })
  const columns = [
    { label: 'Metric', align: 'left' as const },
    ...['First', 'Latest', 'Best'].map((label) => ({ label, align: 'right' as const })),
    { label: 'Runs, oldest first', align: 'left' as const },
  ]
  const [first, last] = [history[0]!, history.at(-1)!]
  return [
    ink.strong(`${visible(model)} over ${counted(history.length, 'run')}`),
    ink.soft(`${first.timestamp.slice(0, 16).replace('T', ' ')} to ${last.timestamp.slice(0, 16).replace('T', ' ')} UTC; latest ${visible(last.benchmark_name)}, ${last.run_id}`),
    '',
    renderTable({ caption: '', columns, rows }, width, ink),
  ].join('\n')
}

const short = (value: number): string => String(Number(value.toPrecision(4)))
