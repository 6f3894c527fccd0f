import { present, presentGroup, shortText, unreadable } from './fields.ts'
import type { Importer } from './importer.ts'
import type { ImportedMeasurement, LatencySummary, Workload } from './measurement.ts'
import { detailValues, type LoadgenValues, loadgenFigure, summaryValues } from './mlperf-log.ts'
import { centre } from './spread.ts'
import { MS_PER_NANOSECOND, MS_PER_SECOND } from './units.ts'

type Figures = (key: string) => number | undefined

/** What a scenario measures: the key of its rate, and whether a latency is that of a batch (`query`), of a sample, or of no use. */
interface Scenario {
  readonly workload: Workload
  readonly rate?: string
  readonly latencyOf: 'sample' | 'query' | 'nothing'
}

const SCENARIOS: Readonly<Record<string, Scenario>> = {
  SingleStream: { workload: 'forward', rate: 'result_qps_without_loadgen_overhead', latencyOf: 'sample' },
  MultiStream: { workload: 'forward', latencyOf: 'query' },
  Server: { workload: 'serving', rate: 'result_completed_samples_per_sec', latencyOf: 'sample' },
  // All samples are sent at once: a latency says how long a sample waited for the others.
  Offline: { workload: 'offline', rate: 'result_samples_per_second', latencyOf: 'nothing' },
}

const PERCENTILES = { p50Ms: '50.00', p90Ms: '90.00', p95Ms: '95.00', p99Ms: '99.00', p999Ms: '99.90' } as const

/** Latencies of samples or, where the log tells them apart, of queries. */
function latencyOf(figure: Figures, of: Scenario['latencyOf']): LatencySummary | undefined {
  if (of === 'nothing') return undefined
  const query = of === 'query' && figure('result_mean_query_latency_ns') !== undefined
  const ms = (key: string) => scaledNs(figure(key))
  const percentiles = Object.entries(PERCENTILES).map(([name, p]) => [name, ms(`result_${p}_percentile_${query ? 'per_query_' : ''}latency_ns`)])
  const word = query ? 'query_latency' : 'latency'
  const ends = { meanMs: ms(`result_mean_${word}_ns`), minMs: ms(`result_min_${word}_ns`), maxMs: ms(`result_max_${word}_ns`) }
  return presentGroup({ samples: figure('result_query_count'), ...ends, ...(Object.fromEntries(percentiles) as LatencySummary) })
}

const scaledNs = (ns: number | undefined) => (ns === undefined ? undefined : ns * MS_PER_NANOSECOND)

/** Why LoadGen rejects a run, in its words; early stopping it does not put into words. */
function reasonOf(values: LoadgenValues): string {
  const reason = values.get('result_invalid_reason')
  if (typeof reason === 'string' && reason.trim() !== '') return `: ${reason.trim().replace(/\.$/, '').slice(0, 200)}`
  return values.get('early_stopping_met') === false ? ': early stopping not satisfied' : ''
}

function problemsOf(values: LoadgenValues, figure: Figures): string[] {
  const errors = figure('num_errors') ?? 0
  return [...(values.get('result_validity') === 'VALID' ? [] : [`LoadGen marks the run INVALID${reasonOf(values)}`]), ...(errors > 0 ? [`errors during the run: ${errors}`] : [])]
}

function measurementOf(values: LoadgenValues, file: string): ImportedMeasurement {
  const figure: Figures = (key) => loadgenFigure(values, key, file)
  // Old versions print a space: Single Stream.
  const name = textOf(values, 'effective_scenario')?.replace(' ', '') ?? ''
  const scenario = Object.hasOwn(SCENARIOS, name) ? SCENARIOS[name] : undefined
  if (scenario === undefined) throw unreadable(file, '', `names no scenario of ${Object.keys(SCENARIOS).join(', ')}`)
  const latency = latencyOf(figure, scenario.latencyOf)
  const batchSize = scenario.workload !== 'forward' ? undefined : scenario.latencyOf === 'query' ? figure('effective_samples_per_query') : 1
  const rate = scenario.rate === undefined ? undefined : figure(scenario.rate)
  const perQuery = batchSize === undefined || !latency?.meanMs ? undefined : (batchSize * MS_PER_SECOND) / latency.meanMs
  const throughputSamplesPerSecond = rate ?? perQuery
  if (throughputSamplesPerSecond === undefined && centre(latency) === undefined) throw unreadable(file, '', 'holds neither a rate nor a latency')
  const problems = problemsOf(values, figure)
  return present({
    name,
    workload: scenario.workload,
    mode: 'inference' as const,
    batchSize,
    throughputSamplesPerSecond,
    derived: rate === undefined ? (['throughputSamplesPerSecond'] as const) : undefined,
    latencyMs: centre(latency),
    latency,
    tokens: tokensOf(figure),
    valid: problems.length === 0,
    problems,
    details: present({ scenario: name, sutName: shortText(textOf(values, 'sut_name')), targetQps: figure('effective_target_qps') }),
  })
}

const tokensOf = (figure: Figures) =>
  presentGroup({
    outputTokensPerSecond: figure('result_completed_tokens_per_second') ?? figure('result_tokens_per_second'),
    timeToFirstToken: presentGroup({ meanMs: scaledNs(figure('result_first_token_mean_latency_ns')), p99Ms: scaledNs(figure('result_first_token_99.00_percentile_latency_ns')) }),
    timePerOutputToken: presentGroup({ meanMs: scaledNs(figure('result_time_to_output_token_mean')), p99Ms: scaledNs(figure('result_time_per_output_token_99.00_percentile_ns')) }),
  })

function textOf(values: LoadgenValues, key: string): string | undefined {
  const value = values.get(key)
  return typeof value === 'string' ? value : undefined
}

const isDetail = (text: string) => /^:::MLLOG /m.test(text)

export const mlperfLoadgen: Importer = {
  id: 'mlperf-loadgen',
  title: 'MLPerf LoadGen',
  files: ['mlperf_log_summary.txt', 'mlperf_log_detail.txt'],
  url: 'https://github.com/mlcommons/inference/tree/master/loadgen',
  takes:
    'SingleStream and MultiStream as forward passes (batch 1; samples per query), Server as serving, Offline as a rate alone. A run marked INVALID, or with errors, is an invalid measurement. The log names neither model nor device: give model_name and hardware_platform.',
  detect: ({ text, documents }) => documents.length === 0 && (/^MLPerf Results Summary/m.test(text) || /^:::MLLOG .*"(?:loadgen_version|effective_scenario|result_validity)"/m.test(text)),
  read({ name, text }) {
    const values = isDetail(text) ? detailValues(text, name) : summaryValues(text)
    if (/^accuracy/i.test(textOf(values, 'effective_test_mode') ?? '')) throw unreadable(name, '', 'is the log of an accuracy run, which measures no speed', 'Import the log of the performance run.')
    return present({ measurements: [measurementOf(values, name)], warnings: [], version: shortText(textOf(values, 'loadgen_version')?.split(' @ ')[0]) })
  },
}
