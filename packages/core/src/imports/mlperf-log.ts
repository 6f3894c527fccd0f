import { readJson } from '../json/index.ts'
import { isFigure, isObject, unreadable } from './fields.ts'

/** What a LoadGen log says, by the keys of the detailed log. */
export type LoadgenValues = ReadonlyMap<string, unknown>

const utf8 = new TextEncoder()
const MARK = ':::MLLOG '

/** Labels of mlperf_log_summary.txt under the keys mlperf_log_detail.txt has for the same. */
const LABELS: Readonly<Record<string, string>> = {
  'SUT name': 'sut_name',
  Scenario: 'effective_scenario',
  Mode: 'effective_test_mode',
  'Result is': 'result_validity',
  'Samples per second': 'result_samples_per_second',
  'Completed samples per second': 'result_completed_samples_per_sec',
  'Scheduled samples per second': 'result_scheduled_samples_per_sec',
  'Tokens per second': 'result_tokens_per_second',
  'Completed tokens per second': 'result_completed_tokens_per_second',
  'QPS w/o loadgen overhead': 'result_qps_without_loadgen_overhead',
  'QPS w/ loadgen overhead': 'result_qps_with_loadgen_overhead',
  'Min latency (ns)': 'result_min_latency_ns',
  'Max latency (ns)': 'result_max_latency_ns',
  'Mean latency (ns)': 'result_mean_latency_ns',
  'Mean First Token latency (ns)': 'result_first_token_mean_latency_ns',
  samples_per_query: 'effective_samples_per_query',
}

const INVALID_BECAUSE: Readonly<Record<string, string>> = {
  'Performance constraints satisfied': 'performance constraints not satisfied',
  'Min duration satisfied': 'minimum duration not satisfied',
  'Min queries satisfied': 'minimum number of queries not satisfied',
  'Early stopping satisfied': 'early stopping not satisfied',
}

/** Reads mlperf_log_summary.txt: `Label : value` lines. In MultiStream the latencies are those of queries. */
export function summaryValues(text: string): LoadgenValues {
  const values = new Map<string, unknown>()
  const reasons: string[] = []
  for (const line of text.split('\n')) {
    const colon = line.indexOf(':')
    const label = line.slice(0, Math.max(colon, 0)).trim()
    const value = line.slice(colon + 1).trim()
    const percentile = /^(\d+\.\d+) percentile latency \(ns\)$/.exec(label)?.[1]
    const key = percentile === undefined ? (Object.hasOwn(LABELS, label) ? LABELS[label] : undefined) : `result_${percentile}_percentile_latency_ns`
    if (key !== undefined && !values.has(key)) values.set(key, isNumeric(value) ? Number(value) : value)
    if (Object.hasOwn(INVALID_BECAUSE, label) && value === 'NO') reasons.push(INVALID_BECAUSE[label]!)
    const errors = /^(\d+) ERRORS? encountered/.exec(line)?.[1]
    if (errors !== undefined) values.set('num_errors', Number(errors))
  }
  if (reasons.length > 0) values.set('result_invalid_reason', reasons.join(', '))
  return values
}

const isNumeric = (text: string) => /^\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(text)

/** Reads mlperf_log_detail.txt: one JSON object per line behind a mark. The last value of a key counts. */
export function detailValues(text: string, file: string): LoadgenValues {
  const values = new Map<string, unknown>()
  for (const [i, line] of text.split('\n').entries()) {
    if (!line.startsWith(MARK)) continue
    const entry = parsed(line.slice(MARK.length), i + 1, file)
    if (!isObject(entry) || typeof entry.key !== 'string') throw unreadable(file, '', `has no key in line ${i + 1}`)
    values.set(entry.key, entry.value)
  }
  return values
}

function parsed(json: string, line: number, file: string): unknown {
  try {
    return readJson(utf8.encode(json))
  } catch {
    throw unreadable(file, '', `has a line ${line} that is no JSON behind the mark${json.trimEnd().endsWith('}') ? '' : ' (cut off)'}`)
  }
}

/** A figure of the log; one of the wrong type is refused. */
export function loadgenFigure(values: LoadgenValues, key: string, file: string): number | undefined {
  const value = values.get(key)
  if (value === undefined || value === null || isFigure(value)) return value ?? undefined
  throw unreadable(file, '', `has ${key} = ${JSON.stringify(value).slice(0, 80)}, which must be a number from 0 up`)
}
