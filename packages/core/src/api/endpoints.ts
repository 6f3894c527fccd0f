import * as modelPerformance from './model-performance.ts'
import * as system from './system.ts'

const { runBenchmark, compareModels, listBenchmarkRuns, getBenchmarkRun, getBenchmarkReport, getPerformanceHistory, getTaskTypes, getPerformanceMetrics } = modelPerformance
const { getHealth, getReadiness } = system

/** Every endpoint. A new one is one entry here; the compiler then asks the server for its handler. */
export const ENDPOINTS = { runBenchmark, compareModels, listBenchmarkRuns, getBenchmarkRun, getBenchmarkReport, getPerformanceHistory, getTaskTypes, getPerformanceMetrics, getHealth, getReadiness }
export type Endpoints = typeof ENDPOINTS
export type EndpointName = keyof Endpoints
