import * as benchmark from './benchmark.ts'
import * as modelPerformance from './model-performance.ts'
import * as predictive from './predictive-performance.ts'
import * as system from './system.ts'

const { runBenchmark, compareModels, listBenchmarkRuns, getBenchmarkRun, getBenchmarkReport, getPerformanceHistory, getTaskTypes, getPerformanceMetrics } = modelPerformance
const { getHealth, getReadiness } = system
const { predictHardware, predictPerformance, recordMeasurement, analyzePredictions, recordFeedback, storeModel, generateMatrix, generateSampleData, trainModel, predictBatch, activateModel } =
  predictive
const { listRecommendations, listPredictions, listMeasurements, listPredictionModels, listFeatureImportance, getTask, cancelTask, getTaskEvents, suggestMeasurements, getPredictiveStatistics } =
  predictive
const {
  startSpeedBenchmark,
  getSpeedBenchmarkStatus,
  getSpeedBenchmarkResults,
  cancelSpeedBenchmark,
  listBenchmarkableModels,
  listBenchmarkHardware,
  listSpeedBenchmarkReports,
  getSpeedBenchmarkReport,
  querySpeedBenchmarks,
} = benchmark

/** Every endpoint. A new one is one entry here; the compiler then asks the server for its handler. */
export const ENDPOINTS = {
  runBenchmark,
  compareModels,
  listBenchmarkRuns,
  getBenchmarkRun,
  getBenchmarkReport,
  getPerformanceHistory,
  getTaskTypes,
  getPerformanceMetrics,
  predictHardware,
  predictPerformance,
  recordMeasurement,
  analyzePredictions,
  recordFeedback,
  storeModel,
  generateMatrix,
  generateSampleData,
  trainModel,
  predictBatch,
  activateModel,
  listRecommendations,
  listPredictions,
  listMeasurements,
  listPredictionModels,
  listFeatureImportance,
  getTask,
  cancelTask,
  getTaskEvents,
  suggestMeasurements,
  getPredictiveStatistics,
  startSpeedBenchmark,
  getSpeedBenchmarkStatus,
  getSpeedBenchmarkResults,
  cancelSpeedBenchmark,
  listBenchmarkableModels,
  listBenchmarkHardware,
  listSpeedBenchmarkReports,
  getSpeedBenchmarkReport,
  querySpeedBenchmarks,
  getHealth,
  getReadiness,
}
export type Endpoints = typeof ENDPOINTS
export type EndpointName = keyof Endpoints
