import { Fields, isFigure, member, present, presentGroup } from './fields.ts'
import type { Importer } from './importer.ts'
import type { ImportedMeasurement, LatencySummary } from './measurement.ts'
import { centre, sampleDeviation, summaryFrom, summaryOf } from './spread.ts'
import { MS_PER_SECOND } from './units.ts'

/** Summaries are in milliseconds, and their deviation is numpy's. Which percentiles there are the user chooses. */
function summaryNamed(result: Fields, metric: string, n: number | undefined): LatencySummary | undefined {
  const at = (statistic: string) => `${statistic}_${metric}_ms`
  const names = { meanMs: at('mean'), p50Ms: at('median'), p90Ms: at('p90'), p95Ms: at('p95'), p99Ms: at('p99'), p999Ms: at('p99.9') }
  return summaryFrom(result, names, 1, present({ samples: n, standardDeviationMs: sampleDeviation(result.figure(at('std')), n) }))
}

/** End-to-end latencies of `--save-detailed`: time to first token and the gaps behind it, in seconds. Requests with an error, or without a token, are left out. */
function detailedLatencies(result: Fields): number[] | undefined {
  const firsts = result.figures('ttfts')
  const gaps = result.raw('itls')
  if (firsts === undefined || !Array.isArray(gaps) || gaps.length !== firsts.length) return undefined
  const errors = result.raw('errors')
  const failed = (i: number) => Array.isArray(errors) && typeof errors[i] === 'string' && errors[i] !== ''
  return firsts.flatMap((first, i) => (failed(i) || first === 0 ? [] : [(first + sumOf(gaps[i], result, i)) * MS_PER_SECOND]))
}

function sumOf(gaps: unknown, result: Fields, i: number): number {
  const values = ArrayBuffer.isView(gaps) || Array.isArray(gaps) ? Array.from(gaps as ArrayLike<unknown>) : result.refuse(`itls/${i}`, 'must be a list of numbers')
  return values.reduce<number>((sum, gap) => sum + (isFigure(gap) ? gap : result.refuse(`itls/${i}`, 'must be a list of numbers from 0 up')), 0)
}

function measurementOf(result: Fields): ImportedMeasurement {
  const completed = result.figure('completed')
  const prompts = result.figure('num_prompts')
  const failed = result.figure('failed') ?? (prompts === undefined || completed === undefined ? 0 : Math.max(0, prompts - completed))
  const n = completed || undefined
  const samplesMs = detailedLatencies(result)
  const latency = summaryNamed(result, 'e2el', n) ?? summaryOf(samplesMs ?? [])
  const perRequest = (total: string) => (n === undefined ? undefined : divided(result.figure(total), n))
  const problems = [...(completed === 0 ? ['no request completed'] : []), ...(failed > 0 ? [`${failed} of ${(completed ?? 0) + failed} requests failed`] : [])]
  return present({
    name: result.text('label') ?? 'serve',
    workload: 'serving' as const,
    modelName: result.text('model_id'),
    mode: 'inference' as const,
    throughputSamplesPerSecond: n === undefined ? undefined : result.figure('request_throughput'),
    latencyMs: centre(latency),
    latency,
    samplesMs,
    concurrency: result.count('max_concurrency'),
    requests: present({ completed, failed }),
    tokens: presentGroup({
      outputTokensPerSecond: result.figure('output_throughput'),
      totalTokensPerSecond: result.figure('total_token_throughput'),
      meanInputTokens: perRequest('total_input_tokens'),
      meanOutputTokens: perRequest('total_output_tokens'),
      timeToFirstToken: summaryNamed(result, 'ttft', n),
      timePerOutputToken: summaryNamed(result, 'tpot', n),
      interTokenLatency: summaryNamed(result, 'itl', undefined),
    }),
    valid: problems.length === 0,
    problems,
    details: presentGroup({ backend: result.text('backend') ?? result.text('endpoint_type'), requestRate: requestRate(result), durationSeconds: result.figure('duration'), date: result.text('date') }),
  })
}

const divided = (value: number | undefined, by: number) => (value === undefined ? undefined : value / by)
/** The text "inf" when all requests are sent at once. */
const requestRate = (result: Fields) => (typeof result.raw('request_rate') === 'string' ? result.text('request_rate') : result.figure('request_rate'))

const isResult = (document: unknown) => ['request_throughput', 'completed', 'total_output_tokens', 'duration'].every((key) => member(document, key) !== undefined)

export const vllmBench: Importer = {
  id: 'vllm-bench',
  title: 'vLLM bench serve',
  files: ['what vllm bench serve --save-result, --append-result and --save-detailed write'],
  url: 'https://docs.vllm.ai/en/latest/benchmarking/cli/',
  takes:
    'Requests and tokens per second, end-to-end latency, time to first token, time per output token. Failed requests make the measurement invalid. The hardware is not named: give hardware_platform.',
  detect: ({ documents }) => documents.length > 0 && documents.every(isResult),
  read: ({ name, documents }) => ({ measurements: documents.map((document, i) => measurementOf(new Fields(document, name, documents.length === 1 ? '' : `/${i}`))), warnings: [] }),
}
