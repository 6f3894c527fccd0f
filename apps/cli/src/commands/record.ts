import type { Command } from 'commander'
import type { ResultOf } from '../api/result.ts'
import { addTaskCommand } from '../api/task-command.ts'
import type { Page } from '../output/output.ts'
import { figure, percent } from '../terminal/figure.ts'

/** `benchcast record`: a measurement of your own, which later predictions learn from. */
export function recordCommand(program: Command): void {
  addTaskCommand(program, {
    name: 'record',
    aliases: ['record-measurement'],
    summary: 'Record a measurement, and see how good its prediction was',
    endpoint: 'recordMeasurement',
    positional: 'model_name',
    examples: [
      'record bert-base-uncased --hardware cuda --batch 8 --precision fp16 --throughput 1234 --latency 6.5 --memory-usage 1024',
      'record microsoft/resnet-50 --hardware cpu --latency 41 --metadata run=17,host=ci-3',
      'record bert-base-uncased --hardware cuda --throughput 1234 --prediction-id pred-0199...',
    ],
    note: 'Throughput is items per second, latency milliseconds of one batch, memory megabytes; one of them is enough.',
    start: ({ client, signal }, request) => client.measurements.record(request, { signal }),
    answer: (result) => ({ data: result, ids: () => [result.measurement_id], rows: () => [result.measurement], page: (page) => recordedPage(result, page) }),
  })
}

function recordedPage({ measurement_id, measurement, prediction_id, errors = [], accuracy, warnings = [] }: ResultOf<'recordMeasurement'>, { ink }: Page): string {
  const recorded = [`${ink.strong('Recorded')} ${measurement.model_name} on ${measurement.hardware_platform} as ${measurement_id}.`, ...warnings].join('\n')
  if (prediction_id === null) return `${recorded}\nIt was not predicted before, so there is nothing to compare it with.`
  const lines = errors.map(({ metric, predicted_value, actual_value, relative_error }) => {
    const off = relative_error === null ? '' : `, off by ${percent(relative_error)}`
    return `  ${metric.padEnd(12)}  predicted ${figure(predicted_value)}, measured ${figure(actual_value)}${off}`
  })
  const verdict = accuracy === undefined ? '' : ` Accuracy ${figure(accuracy)} of 100.`
  return [recorded, `Compared with ${prediction_id}.${verdict}`, ...lines].join('\n')
}
