import { Fields, member, present, presentGroup, shortText, unknownVersion } from './fields.ts'
import type { Importer } from './importer.ts'
import type { ImportedMeasurement, LatencySummary } from './measurement.ts'
import { platformOfGpu } from './naming.ts'
import { centre, sampleDeviation, scaled, summaryFrom } from './spread.ts'
import { millisecondsPer } from './units.ts'

const NAMES = { meanMs: 'avg', minMs: 'min', p50Ms: 'p50', p90Ms: 'p90', p95Ms: 'p95', p99Ms: 'p99', maxMs: 'max' } as const
/** Names of early versions for the same metric. */
const ALIASES: Readonly<Record<string, readonly string[]>> = { time_to_first_token: ['ttft'], inter_token_latency: ['itl'], request_latency: ['latency'] }
const KNOWN_MAJOR = '1'

/** Metrics stand at the top, or, in early AIPerf, under `records`. */
const metricsIn = (document: unknown): unknown => member(document, 'records') ?? document

class Metrics {
  private readonly fields: Fields
  constructor(fields: Fields) {
    this.fields = fields
  }

  metric(name: string): Fields | undefined {
    const key = [name, ...(ALIASES[name] ?? [])].find((one) => this.fields.has(one))
    return key === undefined ? undefined : this.fields.child(key)
  }

  average(name: string): number | undefined {
    return this.metric(name)?.figure('avg')
  }

  duration(name: string, n: number | undefined): LatencySummary | undefined {
    const metric = this.metric(name)
    if (metric === undefined) return undefined
    const unit = metric.text('unit') ?? 'ms'
    const toMs = millisecondsPer(unit) ?? metric.refuse('unit', `is ${unit}, which is no unit of time`)
    return summaryFrom(metric, NAMES, toMs, present({ samples: n, standardDeviationMs: scaled(sampleDeviation(metric.figure('std'), n), toMs) }))
  }
}

/** The graphics card that telemetry names first. */
function gpuName(root: Fields): string | undefined {
  const endpoints = root.child('telemetry_data')?.child('endpoints')
  const gpus = endpoints?.keys.map((endpoint) => endpoints.child(endpoint)?.child('gpus'))
  return gpus?.flatMap((group) => group?.keys.map((id) => group.child(id)?.text('gpu_name')) ?? []).find((name) => name !== undefined)
}

const first = (value: unknown): unknown => (Array.isArray(value) || ArrayBuffer.isView(value) ? (value as ArrayLike<unknown>)[0] : value)

/** The first of several places that holds a value of the type; lists stand for their first item. */
function firstOf<T>(config: unknown, paths: readonly string[], is: (value: unknown) => value is T): T | undefined {
  const at = (path: string) => path.split('/').reduce((value, key) => first(member(value, key)), config)
  return paths.map(at).find(is)
}

/** Where versions of the two tools put the name of the model and the number of requests in flight. */
const MODEL_PATHS = ['endpoint/model_names', 'models/items/name', 'models/name', 'models', 'model_names', 'model', 'formatted_model_name'] as const
const CONCURRENCY_PATHS = ['loadgen/concurrency', 'perf_analyzer/stimulus/concurrency', 'concurrency'] as const

/** Newer AIPerf runs in phases, of which the last, or the one of that name, is measured. */
function concurrencyOf(config: unknown): number | undefined {
  const phases = member(config, 'phases')
  const measured = Array.isArray(phases) ? (phases.find((phase) => member(phase, 'name') === 'profiling') ?? phases.at(-1)) : undefined
  return firstOf(measured, ['concurrency'], isCount) ?? firstOf(config, CONCURRENCY_PATHS, isCount)
}
const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) > 0

function measurementOf(root: Fields, metrics: Metrics): ImportedMeasurement {
  const config = root.raw('input_config')
  const completed = metrics.average('request_count')
  const failed = metrics.average('error_request_count') ?? errorsIn(root)
  const latency = metrics.duration('request_latency', completed)
  const device = gpuName(root)
  const problems = problemsOf(root, completed, failed)
  return present({
    name: 'profile',
    workload: 'serving' as const,
    modelName: shortText(firstOf(config, MODEL_PATHS, isText)),
    hardwarePlatform: platformOfGpu(device),
    device,
    mode: 'inference' as const,
    throughputSamplesPerSecond: metrics.average('request_throughput'),
    latencyMs: centre(latency),
    latency,
    concurrency: concurrencyOf(config),
    requests: present({ completed, failed }),
    tokens: presentGroup({
      outputTokensPerSecond: metrics.average('output_token_throughput'),
      totalTokensPerSecond: metrics.average('total_token_throughput'),
      meanInputTokens: metrics.average('input_sequence_length'),
      meanOutputTokens: metrics.average('output_sequence_length'),
      timeToFirstToken: metrics.duration('time_to_first_token', completed),
      interTokenLatency: metrics.duration('inter_token_latency', completed),
    }),
    valid: problems.length === 0,
    problems,
    details: presentGroup({ benchmarkId: root.text('benchmark_id'), startTime: root.text('start_time') }),
  })
}

function problemsOf(root: Fields, completed: number | undefined, failed: number): string[] {
  const incomplete = root.flag('is_complete') === false
  return [
    ...(root.flag('was_cancelled') ? ['the run was cancelled'] : []),
    ...(incomplete ? [`the run is not complete${root.has('incomplete_reason') ? `: ${root.text('incomplete_reason')}` : ''}`] : []),
    ...(failed > 0 ? [`failed requests: ${failed}`] : []),
    ...(completed === 0 ? ['no request completed'] : []),
  ]
}

const errorsIn = (root: Fields) => root.children('error_summary').reduce((sum, error) => sum + (error.figure('count') ?? 1), 0)

/** GenAI-Perf writes telemetry as `telemetry_stats` and its configuration as perf_analyzer took it. */
const isGenaiPerf = (name: string, document: unknown) =>
  member(document, 'aiperf_version') === undefined && (/genai_perf/.test(name) || member(document, 'telemetry_stats') !== undefined || member(document, 'input_config', 'perf_analyzer') !== undefined)

const hasMetric = (metrics: unknown, name: string) => [name, ...(ALIASES[name] ?? [])].some((key) => member(metrics, key, 'avg') !== undefined && member(metrics, key, 'unit') !== undefined)

export const aiperf: Importer = {
  id: 'aiperf',
  title: 'AIPerf and GenAI-Perf',
  files: ['profile_export_aiperf.json (metrics at the top, or under records)', 'profile_export_genai_perf.json'],
  url: 'https://github.com/ai-dynamo/aiperf/blob/main/docs/tutorials/working-with-profile-exports.md',
  takes:
    'Requests and tokens per second, request latency, time to first token, inter-token latency, concurrency; the device where telemetry names it. Failed requests and a cancelled run make the measurement invalid.',
  detect: ({ documents: [document, ...more] }) =>
    more.length === 0 && ['request_throughput', 'request_latency', 'time_to_first_token', 'output_token_throughput'].filter((name) => hasMetric(metricsIn(document), name)).length >= 2,
  read({ name, documents }) {
    const root = new Fields(documents[0], name)
    const schema = root.text('schema_version')
    if (schema !== undefined && schema.split('.')[0] !== KNOWN_MAJOR) throw unknownVersion(name, '/schema_version', schema, `version ${KNOWN_MAJOR} is`)
    const tool = isGenaiPerf(name, documents[0]) ? 'genai-perf' : 'aiperf'
    return present({ measurements: [measurementOf(root, new Metrics(root.child('records') ?? root))], warnings: [], tool, version: root.text('aiperf_version'), schema })
  },
}
