import { ENDPOINTS, type EndpointName, type HistoryRecord, type RunBenchmarkRequest } from '@benchcast/core/api'
import { compareLatest } from '@benchcast/core/evaluate'
import { evaluateRequest } from '../evaluation/evaluate-body.ts'
import { renderReport } from '../evaluation/reports.ts'
import { withSuccess } from '../http/answer.ts'
import { getPerformanceMetrics, getTaskTypes } from '../routes/catalogue.ts'
import { getGateway, getHealth, getReadiness } from '../routes/system.ts'

const RUN = { runId: 'benchmark-run-0190a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b', createdAt: '2025-08-15T14:30:45.123Z' }
const COMPARISON = { id: 'comparison-0190a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2c', createdAt: '2025-08-15T14:31:02.456Z' }

/** A healthy server with an empty database. */
const HEALTHY = {
  request: { raw: { socket: {} } },
  services: {
    now: () => RUN.createdAt,
    draining: () => false,
    predictions: { isReady: true },
    store: { engine: 'duckdb', openWarnings: [], health: async () => [{ name: 'database', ok: true, message: 'The database answers.' }] },
  },
} as never

/** The answers the server really gives to the requests shown as examples, with a fixed id and time. The catalogue of metrics is cut to its first two. */
export async function responseExamples(): Promise<Partial<Record<EndpointName, unknown>>> {
  const { document, summary, records: texts } = evaluateRequest(ENDPOINTS.runBenchmark.examples!.request as RunBenchmarkRequest, RUN)
  const records = texts.map((text) => JSON.parse(text) as HistoryRecord)
  const comparison = compareLatest(ENDPOINTS.compareModels.examples!.request as never, new Map(records.map((record) => [record.model_id, record])), COMPARISON)
  const [first] = records
  const catalogue = (await getPerformanceMetrics(HEALTHY)) as { readonly metrics: readonly unknown[] }
  return {
    runBenchmark: JSON.parse(withSuccess(document)),
    compareModels: { success: true, ...comparison },
    listBenchmarkRuns: { success: true, runs: [summary], total: 1, limit: 10, offset: 0, next_cursor: null },
    getBenchmarkRun: { success: true, run: JSON.parse(document) },
    getBenchmarkReport: JSON.parse(renderReport(document, 'json')),
    getPerformanceHistory: { success: true, model_id: first!.model_id, history: [first], total_records: 1 },
    modelPerformanceDatabaseList: { count: 1, total: 1, limit: 100, offset: 0, runs: [summary], next_cursor: null },
    modelPerformanceDatabaseExport: [JSON.parse(document)],
    modelPerformanceDatabaseModelStats: summary.models.map((model_name) => ({ model_name, total_runs: 1, datasets: 1, first_run: RUN.createdAt, latest_run: RUN.createdAt })),
    modelPerformanceDatabaseSearch: [summary],
    getTaskTypes: await getTaskTypes(HEALTHY),
    getPerformanceMetrics: { ...catalogue, metrics: catalogue.metrics.slice(0, 2) },
    getGateway: await getGateway(HEALTHY),
    getHealth: await getHealth(HEALTHY),
    getReadiness: await getReadiness(HEALTHY),
  }
}
