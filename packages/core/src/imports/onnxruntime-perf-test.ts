import { isFigure, present, presentGroup, unreadable } from './fields.ts'
import type { Importer } from './importer.ts'
import type { Configuration, ImportedMeasurement, LatencySummary } from './measurement.ts'
import { centre } from './spread.ts'
import { BYTES_PER_MB, MS_PER_SECOND } from './units.ts'

const PERCENTILES = { minMs: 'Min', p50Ms: 'P50', p90Ms: 'P90', p95Ms: 'P95', p99Ms: 'P99', p999Ms: 'P999', maxMs: 'Max' } as const

/** The figure behind a label: `Label: 1.5 ms`, or, as older versions print, `Label is 1.5sec`. */
function figureOf(text: string, label: string, file: string): number | undefined {
  const found = new RegExp(`^${label}(?: is|:)[ \\t]*([^\\s]+)`, 'm').exec(text)
  if (found === null) return undefined
  const value = Number(/^[-+.\d]+(?:e[-+]?\d+)?/i.exec(found[1]!)?.[0] ?? Number.NaN)
  if (!isFigure(value)) throw unreadable(file, '', `has "${found[0].slice(0, 80)}", which must be a number from 0 up`)
  return value
}

/** One run's output. Latencies are printed in seconds, the average and the first run in milliseconds. */
function measurementOf(text: string, index: number, file: string, { batchSize }: Configuration): ImportedMeasurement {
  const figure = (label: string) => figureOf(text, label, file)
  const meanMs = figure('Average inference time cost(?: total)?')
  const perSecond = figure('Number of inferences per second')
  const bytes = figure('Peak working set size')
  const failures = text.match(/^.*(?:\bfailed\b|\[E:onnxruntime).*$/im)
  const percentiles = Object.entries(PERCENTILES).map(([name, label]) => [name, figure(`${label} Latency`)] as const)
  const known: LatencySummary = Object.fromEntries(percentiles.flatMap(([name, seconds]) => (seconds === undefined ? [] : [[name, seconds * MS_PER_SECOND]])))
  const latency: LatencySummary = { ...present({ samples: figure('Total inference requests'), meanMs }), ...known }
  return present({
    name: index === 0 ? 'perf_test' : `perf_test ${index + 1}`,
    workload: 'forward' as const,
    framework: 'onnxruntime',
    batchSize,
    latencyMs: centre(latency),
    throughputSamplesPerSecond: perSecond === undefined ? undefined : perSecond * (batchSize ?? 1),
    memoryMb: bytes === undefined || bytes === 0 ? undefined : bytes / BYTES_PER_MB,
    latency,
    valid: failures === null,
    problems: failures === null ? [] : [`the output reports a failure: ${failures[0].trim().slice(0, 200)}`],
    details: presentGroup({ firstRunMs: figure('First inference time cost'), sessionCreationMs: toMs(figure('Session creation time cost')) }),
  })
}

const toMs = (seconds: number | undefined) => (seconds === undefined ? undefined : seconds * MS_PER_SECOND)

export const onnxruntimePerfTest: Importer = {
  id: 'onnxruntime-perf-test',
  title: 'ONNX Runtime perf_test',
  files: ['output of onnxruntime_perf_test, redirected to a file'],
  url: 'https://github.com/microsoft/onnxruntime/blob/main/onnxruntime/test/perftest/README.md',
  takes: 'Percentiles and mean of a forward pass, inferences per second, peak working set. The output names neither model nor device nor batch size: give them.',
  detect: ({ text, documents }) => documents.length === 0 && /^Average inference time cost/m.test(text) && /^(?:Number of inferences per second|P50 Latency)/m.test(text),
  read({ name, text }, defaults) {
    const lines = text.replaceAll('\r\n', '\n')
    const runs = lines.split(/^(?=Session creation time cost)/m).filter((part) => /^Average inference time cost/m.test(part))
    if (runs.length === 0) throw unreadable(name, '', 'has no line "Average inference time cost"')
    return { measurements: runs.map((run, i) => measurementOf(run, i, name, defaults)), warnings: [] }
  },
}
