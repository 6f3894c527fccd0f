import { paretoChart } from '../charts/pareto.ts'
import type { Section } from '../section.ts'
import type { View } from '../view.ts'

/** Quality against each cost that is known. */
export function tradeoffsSection(view: View): Section {
  const axes = (view.document.comparison_results.pareto?.axes ?? []).flatMap((id) => view.metrics.find((metric) => metric.id === id) ?? [])
  const quality = axes.find((metric) => metric.category !== 'system')
  const costs = axes.filter((metric) => metric.category === 'system')
  return {
    id: 'trade-offs',
    title: 'Trade-offs',
    text: ['The step line joins the models that no other beats on both axes; anything off the line costs more for less, by the figures as they stand.'],
    tables: [],
    figures: quality === undefined ? [] : costs.flatMap((cost) => paretoChart(view, quality, cost) ?? []),
  }
}
