import { intervalPlot } from '../charts/interval-plot.ts'
import type { Section } from '../section.ts'
import { allMetricsTable } from '../tables/all-metrics.ts'
import type { View } from '../view.ts'

/** Every metric: the headline ones and whatever else has an interval as plots, all of them as a table. */
export function metricsSection(view: View): Section {
  const plotted = [...new Set([...view.headline, ...view.metrics.filter((metric) => metric.category !== 'fairness')])]
  return {
    id: 'metrics',
    title: 'Metrics',
    text: ['Each mark is a value, each line its confidence interval; the best model stands on top. Overlapping lines do not say that two models are tied: the paired tests below do.'],
    tables: [{ ...allMetricsTable(view), folded: true }],
    figures: plotted.map((metric) => intervalPlot(view, metric)),
  }
}
