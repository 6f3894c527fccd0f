import * as benchmark from './benchmark.ts'
import { COMPONENT_DATABASES } from './component-database.ts'
import * as generator from './generator.ts'
import * as keys from './keys.ts'
import * as modelPerformance from './model-performance.ts'
import { MODEL_PERFORMANCE_DATABASE } from './model-performance-database.ts'
import { PREDICTIVE_CHANGES } from './predictive-changes.ts'
import * as predictiveDatabase from './predictive-database.ts'
import * as predictive from './predictive-performance.ts'
import * as system from './system.ts'
import * as test from './test.ts'
import * as unified from './unified-database.ts'

const { runBenchmark, compareModels, listBenchmarkRuns, getBenchmarkRun, getBenchmarkReport, getPerformanceHistory, getTaskTypes, getPerformanceMetrics } = modelPerformance
const { getGateway, getHealth, getReadiness } = system
const { createKey, listKeys, rotateKey, revokeKey, listAudit } = keys
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
const { generateScript, generateScripts, getGeneratorStatus, getGeneratorResult, getGeneratedFile, listTemplates, listGeneratorHardware } = generator
const { startModelTest, startModelTests, getModelTestStatus, getModelTestResults, listModelTests, listTestableModels, listTestHardware, listTestTypes, cancelModelTest } = test

const { databaseMeasurements, databasePredictions, databaseRecommendations, databaseModels, databaseFeatureImportance, databaseFeedback, databaseErrors, searchPredictiveDatabase } = predictiveDatabase
const { exportMeasurements, exportPredictions, exportRecommendations, exportModels, exportFeatureImportance, exportFeedback, exportErrors } = predictiveDatabase
const { getDatabaseOverview, getModelData, analyzeModel, searchDatabases } = unified

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
  generateScript,
  generateScripts,
  getGeneratorStatus,
  getGeneratorResult,
  getGeneratedFile,
  listTemplates,
  listGeneratorHardware,
  startModelTest,
  startModelTests,
  getModelTestStatus,
  getModelTestResults,
  listModelTests,
  listTestableModels,
  listTestHardware,
  listTestTypes,
  cancelModelTest,
  ...COMPONENT_DATABASES,
  databaseMeasurements,
  databasePredictions,
  databaseRecommendations,
  databaseModels,
  databaseFeatureImportance,
  databaseFeedback,
  databaseErrors,
  searchPredictiveDatabase,
  exportMeasurements,
  exportPredictions,
  exportRecommendations,
  exportModels,
  exportFeatureImportance,
  exportFeedback,
  exportErrors,
  ...PREDICTIVE_CHANGES,
  ...MODEL_PERFORMANCE_DATABASE,
  getDatabaseOverview,
  getModelData,
  analyzeModel,
  searchDatabases,
  createKey,
  listKeys,
  rotateKey,
  revokeKey,
  listAudit,
  getGateway,
  getHealth,
  getReadiness,
}
export type Endpoints = typeof ENDPOINTS
export type EndpointName = keyof Endpoints
