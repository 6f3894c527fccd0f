import type { z } from 'zod'
import type { ENDPOINTS, RunDocument } from '../api/index.ts'
import { findingsOf } from './findings/index.ts'
import { at, viewOf } from './view.ts'

export type JsonReport = z.output<typeof ENDPOINTS.getBenchmarkReport.output>['report']

/** The report as data: what was compared, the rankings, and the findings in sentences. */
export function reportJson(document: RunDocument): JsonReport {
  const findings = findingsOf(viewOf(document))
  const { run_id, benchmark_name, dataset_id, task_type, created_at, comparison_results } = document
  const models = document.models.map((id) => {
    const info = at(document.model_info, id)
    return [id, { model_name: info?.model_name ?? id, metrics: at(document.metrics, id) ?? {}, metadata: info?.metadata ?? {} }] as const
  })
  return {
    benchmark_id: run_id,
    benchmark_name,
    dataset_id,
    task_type,
    created_at,
    models: Object.fromEntries(models),
    comparison: comparison_results,
    recommendations: findings.map(({ message }) => message),
    findings,
  }
}
