import { type Cell, type Table, visible } from '@benchcast/core/report'
import type { ResultOf } from '../api/result.ts'
import type { Page } from '../output/output.ts'
import { figure, percent } from './figure.ts'
import { barsOf } from './interval-bar.ts'
import { renderTable } from './table.ts'
import { bulleted, wrapped } from './text.ts'

type Predictions = ResultOf<'predictPerformance'>
type Prediction = Predictions['predictions'][string]

const left = (label: string) => ({ label, align: 'left' as const })
const right = (label: string) => ({ label, align: 'right' as const })

/** Predicted speed and memory on each platform, with intervals as figures and as bars, and how each number came about. */
export function predictionPage({ model_name, batch_size, precision, mode, predictions, unsupported }: Predictions, { width, ink }: Page): string {
  const all = Object.entries(predictions)
  const level = percent(all[0]?.[1].intervals.level ?? 0.9)
  const bars = barsOf(
    all
      .filter(([, { intervals }]) => intervals.throughput[0] > 0)
      .map(([hardware, { throughput, intervals }]) => ({ name: hardware, value: throughput, interval: { lower: intervals.throughput[0], upper: intervals.throughput[1] } })),
    { text: figure, isLogarithmic: true },
    width,
    ink,
  )
  const sentences = all.flatMap(([hardware, { explanation, warnings }]) => [`${hardware}: ${explanation}`, ...warnings.map((warning) => `${hardware}, look out: ${warning}`)])
  return [
    [ink.strong(visible(model_name)), ink.soft(`batch ${batch_size}, ${precision}, ${mode}; ${level} prediction intervals`)].join('\n'),
    all.length === 0 ? '' : renderTable(tableOf(all), width, ink),
    bars.length === 0 ? '' : [ink.strong('Items per second (logarithmic)'), ...bars].join('\n'),
    sentences.flatMap((sentence) => bulleted(sentence, width)).join('\n'),
    Object.entries(unsupported)
      .flatMap(([hardware, reason]) => wrapped(`Cannot run on ${hardware}: ${reason}`, width))
      .join('\n'),
    ink.soft(all.map(([hardware, { prediction_id }]) => `${prediction_id}  ${hardware}`).join('\n')),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

function tableOf(all: readonly (readonly [string, Prediction])[]): Table {
  const cell = (value: number, interval: readonly [number, number]): Cell => ({ text: figure(value), detail: interval.map(figure).join(' to ') })
  return {
    caption: 'Predictions',
    columns: [left('Hardware'), left('Device'), right('Items/s'), right('ms'), right('MB'), left('Known from')],
    rows: all.map(([hardware, { device, device_assumed, throughput, latency, memory_usage, intervals, provenance }]): Cell[] => [
      { text: hardware, mark: 'head' },
      { text: visible(device), detail: device_assumed ? 'assumed' : '' },
      cell(throughput, intervals.throughput),
      cell(latency, intervals.latency),
      cell(memory_usage, intervals.memory_usage),
      provenance,
    ]),
  }
}

/** One row for each platform, intervals in columns of their own. */
export const predictionRows = ({ model_name, batch_size, sequence_length, precision, mode, predictions }: Predictions) =>
  Object.entries(predictions).map(([hardware, { device, intervals, provenance, prediction_id, ...figures }]) => ({
    model_name,
    hardware,
    device,
    batch_size,
    sequence_length,
    precision,
    mode,
    ...bounded('throughput', figures.throughput, intervals.throughput),
    ...bounded('latency', figures.latency, intervals.latency),
    ...bounded('memory_usage', figures.memory_usage, intervals.memory_usage),
    provenance,
    prediction_id,
  }))

const bounded = (name: string, value: number, [lower, upper]: readonly [number, number]) => ({ [name]: value, [`${name}_lower`]: lower, [`${name}_upper`]: upper })
