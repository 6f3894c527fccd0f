import { METRICS, type Metric } from '@benchcast/core/metrics'
import { code, table } from './markdown.ts'

/** Every metric with its facts, by family. */
export function metricsPage(): string {
  const families = [...Map.groupBy(METRICS, ({ category }) => category)]
  const sections = families.map(
    ([category, metrics]) => `## ${category[0]!.toUpperCase()}${category.slice(1)}\n\n${table(['Id', 'Name', 'Better', 'Range', 'Unit', 'Definition', 'Checked against'], metrics.map(row))}\n`,
  )
  return `# Metrics\n\n${METRICS.length} metrics. \`GET /api/v1/model-performance/performance-metrics\` serves the same facts.\n\n${sections.join('\n')}`
}

const bound = (value: number): string => (Number.isFinite(value) ? String(value) : value > 0 ? '∞' : '−∞')

function row({ id, title, better, range, unit, definition, reference }: Metric): string[] {
  return [code(id), title, better, `${bound(range[0])} … ${bound(range[1])}`, unit, definition, reference]
}
