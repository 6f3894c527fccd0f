import { Fields, member, present, presentGroup, shortText, unknownVersion } from './fields.ts'
import type { Importer } from './importer.ts'
import type { ImportedMeasurement, LatencySummary } from './measurement.ts'
import { centre, sampleDeviation, scaled, summaryFrom } from './spread.ts'
import { MS_PER_SECOND } from './units.ts'

const ENDS = { meanMs: 'mean', p50Ms: 'median', minMs: 'min', maxMs: 'max' } as const
const PERCENTILES = { p90Ms: 'p90', p95Ms: 'p95', p99Ms: 'p99', p999Ms: 'p999' } as const
/** Where the model stands, by version of the report. */
const MODEL_PATHS = [
  ['args', 'model'],
  ['config', 'spec', 'backend', 'model'],
  ['config', 'backend', 'model'],
] as const
const NEWEST_SCHEMA = 2

/** A metric's distribution over successful requests. One of nothing is all zeros in the file, and undefined here. */
function successful(metrics: Fields, name: string): Fields | undefined {
  const distribution = metrics.child(name)?.child('successful')
  return distribution?.count('count') === undefined ? undefined : distribution
}

function durations(metrics: Fields, name: string, toMs: number): LatencySummary | undefined {
  const distribution = successful(metrics, name)
  const samples = distribution?.count('count')
  const ends = summaryFrom(distribution, ENDS, toMs, present({ samples, standardDeviationMs: scaled(sampleDeviation(distribution?.figure('std_dev'), samples), toMs) }))
  return ends && { ...ends, ...summaryFrom(distribution?.child('percentiles'), PERCENTILES, toMs) }
}

const average = (metrics: Fields, name: string) => successful(metrics, name)?.figure('mean')

function problemsOf(completed: number, failed: number, incomplete: number): string[] {
  return [...(completed === 0 ? ['no request completed'] : []), ...(failed > 0 ? [`${failed} of ${completed + failed + incomplete} requests failed`] : [])]
}

function measurementOf(benchmark: Fields, model: string | undefined): ImportedMeasurement {
  const metrics = benchmark.needed('metrics')
  const totals = metrics.child('request_totals') ?? benchmark.child('scheduler_metrics')?.child('requests_made')
  const completed = totals?.figure('successful') ?? successful(metrics, 'request_latency')?.count('count') ?? 0
  const failed = totals?.figure('errored') ?? 0
  const incomplete = totals?.figure('incomplete') ?? 0
  const problems = problemsOf(completed, failed, incomplete)
  const latency = durations(metrics, 'request_latency', MS_PER_SECOND)
  const strategy = benchmark.child('config')?.child('strategy')
  return present({
    name: strategy?.text('type_') ?? strategy?.text('kind') ?? 'benchmark',
    workload: 'serving' as const,
    modelName: ownModel(benchmark) ?? model,
    mode: 'inference' as const,
    throughputSamplesPerSecond: average(metrics, 'requests_per_second'),
    latencyMs: centre(latency),
    latency,
    concurrency: strategy?.count('streams') ?? strategy?.count('max_concurrency'),
    requests: { completed, failed, cancelled: incomplete },
    tokens: presentGroup({
      outputTokensPerSecond: average(metrics, 'output_tokens_per_second'),
      totalTokensPerSecond: average(metrics, 'tokens_per_second'),
      meanInputTokens: average(metrics, 'prompt_token_count'),
      meanOutputTokens: average(metrics, 'output_token_count'),
      timeToFirstToken: durations(metrics, 'time_to_first_token_ms', 1),
      timePerOutputToken: durations(metrics, 'time_per_output_token_ms', 1),
      interTokenLatency: durations(metrics, 'inter_token_latency_ms', 1),
    }),
    valid: problems.length === 0,
    problems,
    details: presentGroup({ meanConcurrency: average(metrics, 'request_concurrency'), rate: strategy?.figure('rate') }),
  })
}

const ownModel = (benchmark: Fields) => benchmark.child('config')?.child('backend')?.text('model') ?? benchmark.child('worker')?.text('backend_model')

function modelOf(document: unknown): string | undefined {
  return shortText(MODEL_PATHS.map((path) => member(document, ...path)).find((model): model is string => typeof model === 'string' && model !== ''))
}

export const guidellm: Importer = {
  id: 'guidellm',
  title: 'GuideLLM',
  files: ['benchmarks.json (report versions 1 and 2, and older ones without a version)'],
  url: 'https://github.com/vllm-project/guidellm/blob/main/docs/guides/outputs.md',
  takes:
    'One measurement per rate: requests and tokens per second, request latency (seconds in the file), time to first token, token latencies, over successful requests. Failed requests make it invalid. The hardware is not named: give hardware_platform.',
  detect: ({ documents: [document, ...more] }) => {
    const benchmarks = member(document, 'benchmarks')
    return more.length === 0 && Array.isArray(benchmarks) && benchmarks.length > 0 && benchmarks.every((benchmark) => member(benchmark, 'metrics', 'requests_per_second') !== undefined)
  },
  read({ name, documents }) {
    const root = new Fields(documents[0], name)
    const metadata = root.child('metadata')
    const schema = metadata?.count('version')
    if (schema !== undefined && schema > NEWEST_SCHEMA) throw unknownVersion(name, '/metadata/version', schema, `versions 1 to ${NEWEST_SCHEMA} are`)
    const model = modelOf(documents[0])
    const measurements = root.children('benchmarks').map((benchmark) => measurementOf(benchmark, model))
    return present({ measurements, warnings: [], version: metadata?.text('guidellm_version'), schema: schema === undefined ? undefined : String(schema) })
  },
}
