import type { Endpoint, EndpointName, Endpoints, Output } from '@benchcast/core/api'
import type { Answer } from '../http/answer.ts'
import { getBenchmarkReport, getBenchmarkRun, listBenchmarkRuns, runBenchmark } from './benchmark-runs.ts'
import type { Call } from './call.ts'
import { getPerformanceMetrics, getTaskTypes } from './catalogue.ts'
import { compareModels, getPerformanceHistory } from './models.ts'
import { getHealth, getReadiness } from './system.ts'

/** Answers a call with the endpoint's output, with a body made already, or with nothing (304). */
export type Handler<E extends Endpoint> = (call: Call<E>) => Promise<Output<E> | Answer | undefined>

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
