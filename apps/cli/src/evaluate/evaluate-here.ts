import { randomUUID } from 'node:crypto'
import type { RunBenchmarkRequest, RunDocument } from '@benchcast/core/api'
import { errorInFlags } from './in-flags.ts'
import { plainColumn } from './same-rows.ts'

/** The document of a run that is stored nowhere. What it is refused with is said in options of the command line. */
export async function evaluateHere(request: RunBenchmarkRequest): Promise<RunDocument> {
  const { evaluateRun } = await import('@benchcast/core/evaluate')
  try {
    return evaluateRun(request, { runId: `unsaved-${randomUUID()}`, createdAt: new Date().toISOString() })
  } catch (error) {
    throw errorInFlags(error)
  }
}

const COLUMNS_BY_ID = ['model_predictions', 'model_probabilities', 'sensitive_features', 'token_log_probs'] as const
const COLUMNS = ['ground_truth', 'sample_weight'] as const

/** A request as it is sent: typed columns as arrays. */
export function plainRequest(request: RunBenchmarkRequest): Record<string, unknown> {
  const plain: Record<string, unknown> = { ...request }
  for (const field of COLUMNS) if (request[field]) plain[field] = plainColumn(request[field])
  for (const field of COLUMNS_BY_ID) if (request[field]) plain[field] = Object.fromEntries(Object.entries(request[field]).map(([id, column]) => [id, plainColumn(column)]))
  return plain
}
