import * as modelPerformance from './model-performance.ts'
import * as system from './system.ts'

const { runBenchmark, compareModels, listBenchmarkRuns, getBenchmarkRun, getBenchmarkReport, getPerformanceHistory, getTaskTypes, getPerformanceMetrics } = modelPerformance
const { getHealth, getReadiness } = system

/** Every endpoint. A new one is one entry here; the compiler then asks the server for its handler. */
export const ENDPOINTS = { runBenchmark, compareModels, listBenchmarkRuns, getBenchmarkRun, getBenchmarkReport, getPerformanceHistory, getTaskTypes, getPerformanceMetrics, getHealth, getReadiness }
export type Endpoints = typeof ENDPOINTS
export type EndpointName = keyof Endpoints

export type { Endpoint, Output, ParsedRequest, Scope } from './endpoint.ts'
export {
  CompareModelsRequest,
  type Comparison,
  ComparisonDocument,
  HistoryRecord,
  type Interval,
  MODEL_PERFORMANCE_ALIAS,
  type ModelDetails,
  type RankedModel,
  REPORT_FORMATS,
  type ReportFormat,
  RUN_COLUMNS,
  RunBenchmarkRequest,
  RunDocument,
  RunSummary,
  type RunWarning,
} from './model-performance.ts'
export { type OpenApiOptions, openApiDocument } from './openapi.ts'
export { Problem } from './problem.ts'
export type { Column, Published } from './schemas.ts'
