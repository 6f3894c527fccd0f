import type { z } from 'zod'
import type { SpeedBenchmarkResults } from '../api/index.ts'
import { csvCell, escapeMarkdown, visible } from './escape.ts'

type Results = z.output<typeof SpeedBenchmarkResults>
type Batch = Results['results'][string][string]['batches'][number]

/** Columns of the table of a benchmark run, one line per configuration. */
export const SPEED_COLUMNS = [
  'model_name',
  'hardware',
  'batch_size',
  'status',
  'throughput_items_per_second',
  'latency_ms',
  'latency_lower_ms',
  'latency_upper_ms',
  'memory_peak_mb',
  'predicted_latency_ms',
  'flags',
  'error',
] as const

interface Line {
  readonly model: string
  readonly hardware: string
  readonly batch: Batch
}

const linesOf = ({ results }: Results): readonly Line[] =>
  Object.entries(results).flatMap(([model, platforms]) => Object.entries(platforms).flatMap(([hardware, { batches }]) => batches.map((batch) => ({ model, hardware, batch }))))

const intervalOf = ({ statistics }: Batch): readonly [number, number] | undefined => statistics?.median_interval_ms as [number, number] | undefined
const predictedOf = ({ prediction }: Batch): number | undefined => prediction?.latency as number | undefined

/** Every configuration of a run in full precision; lines end in CRLF (RFC 4180). */
export function speedReportCsv(results: Results): string {
  const rows = linesOf(results).map(({ model, hardware, batch }) => {
    const [lower = '', upper = ''] = intervalOf(batch) ?? []
    const { throughput_items_per_second: throughput, average_latency_ms: latency, memory_peak_mb: memory } = batch
    const flags = (batch.flags ?? []).map(({ code }) => code).join(' ')
    return [model, hardware, batch.batch_size, batch.status, throughput ?? '', latency ?? '', lower, upper, memory ?? '', predictedOf(batch) ?? '', flags, batch.error ?? '']
  })
  return [SPEED_COLUMNS, ...rows].map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')
}

/** A run as a page to read: what was measured on what, a table, and what to know about the figures. */
export function speedReportMarkdown(results: Results): string {
  const { run_id, method, machine, completion_time, warnings } = results
  const lines = linesOf(results)
  const flags = lines.flatMap(({ model, hardware, batch }) => (batch.flags ?? []).map(({ message }) => `${text(model)} on ${hardware} at batch size ${batch.batch_size}: ${text(message)}`))
  return [
    `# Benchmark ${text(run_id)}`,
    `Measured on ${text(String(machine.processor))} with ${text(String(machine.runtime))}, completed ${completion_time}. ${text(String(method.reason))}`,
    ['| Model | Hardware | Batch | Samples/s | Median (ms) | Peak (MB) | Predicted (ms) |', '|---|---|---:|---:|---:|---:|---:|', ...lines.map(tableLine)].join('\n'),
    ...section('What was not done as asked', warnings.map(text)),
    ...section('What may be wrong with the figures', flags),
  ].join('\n\n')
}

const section = (title: string, items: readonly string[]): readonly string[] => (items.length === 0 ? [] : [`## ${title}`, items.map((item) => `- ${item}`).join('\n')])

const text = (value: string): string => escapeMarkdown(visible(value))

function tableLine({ model, hardware, batch }: Line): string {
  const cells = [text(model), hardware, String(batch.batch_size), shown(batch.throughput_items_per_second), medianText(batch), shown(batch.memory_peak_mb), shown(predictedOf(batch))]
  return `| ${cells.join(' | ')} |`
}

function medianText(batch: Batch): string {
  const interval = intervalOf(batch)
  return interval === undefined ? shown(batch.average_latency_ms) : `${shown(batch.average_latency_ms)} (${shown(interval[0])} to ${shown(interval[1])})`
}

/** Three significant digits, whole from 100 on; a dash for nothing. */
const shown = (value: number | null | undefined): string => (value == null ? '–' : Math.abs(value) >= 100 ? value.toFixed(0) : value.toPrecision(3))
