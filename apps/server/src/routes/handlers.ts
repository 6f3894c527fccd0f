import type { EndpointName, Endpoints } from '@benchcast/core/api'
import { getBenchmarkReport, getBenchmarkRun, listBenchmarkRuns, runBenchmark } from './benchmark-runs.ts'
import { getPerformanceMetrics, getTaskTypes } from './catalogue.ts'
import type { Handler } from './handler.ts'
import { compareModels, getPerformanceHistory } from './models.ts'
import { getHealth, getReadiness } from './system.ts'

/** One handler per endpoint; the compiler names a missing one. */
export type Handlers = { readonly [Name in EndpointName]: Handler<Endpoints[Name]> }

export const HANDLERS: Handlers = {
  runBenchmark,
  compareModels,
  listBenchmarkRuns,
  getBenchmarkRun,
  getBenchmarkReport,
  getPerformanceHistory,
  getTaskTypes,
  getPerformanceMetrics,
  getHealth,
  getReadiness,
}
