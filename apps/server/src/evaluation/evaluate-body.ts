import { RUN_COLUMNS, RunBenchmarkRequest, type RunDocument, type RunSummary } from '@benchcast/core/api'
import { evaluateRun, evaluationCost, historyRecords } from '@benchcast/core/evaluate'
import type { KnownColumns } from '@benchcast/core/json'
import { readBodyJson } from '../http/json.ts'
import { parsePart } from '../http/validate.ts'

/** What a run is called and when it was made. */
export interface RunIdentity {
  readonly runId: string
  readonly createdAt: string
}

/** A run ready to be stored: the document and its history records as JSON text, made once, and what the store keeps beside it. Texts cross from thread to thread at once, objects member by member. */
export interface EvaluatedRun {
  readonly document: string
  readonly summary: RunSummary
  /** One per model, in the order of the summary. */
  readonly records: readonly string[]
}

/** Columns that are `known` are not read again. */
export const parseRunRequest = (bytes: Uint8Array, known?: KnownColumns): RunBenchmarkRequest => parsePart(RunBenchmarkRequest, readBodyJson(bytes, RUN_COLUMNS, known), 'body')

/** Requests that cost more than this are evaluated by themselves, ms. */
const SMALL_COST_MS = 5

/** A body's run; undefined when evaluating it would hold up what waits behind it. */
export function evaluateIfSmall(bytes: Uint8Array, identity: RunIdentity): EvaluatedRun | undefined {
  const request = parseRunRequest(bytes)
  return evaluationCost(request) <= SMALL_COST_MS ? evaluateRequest(request, identity) : undefined
}

export function evaluateRequest(request: RunBenchmarkRequest, identity: RunIdentity): EvaluatedRun {
  const document = evaluateRun(request, identity)
  return { document: textOf(document), summary: summaryOf(document), records: historyRecords(document).map((record) => JSON.stringify(record)) }
}

/** The document as JSON. Each member by itself: the engine takes a quarter less time for some short texts than for one of 10 kB. */
function textOf(document: RunDocument): string {
  const members = Object.entries(document).flatMap(([key, value]) => (value === undefined ? [] : [`"${key}":${JSON.stringify(value)}`]))
  return `{${members.join()}}`
}

function summaryOf({ run_id, benchmark_name, task_type, dataset_id, models, created_at }: RunDocument): RunSummary {
  return { run_id, benchmark_name, task_type, models, created_at, dataset_id }
}
