import type { EndpointName, Endpoints } from '@benchcast/core/api'
import { DATABASES } from '../component-database/databases.ts'
import { getBenchmarkReport, getBenchmarkRun, listBenchmarkRuns, runBenchmark } from './benchmark-runs.ts'
import { getPerformanceMetrics, getTaskTypes } from './catalogue.ts'
import { databaseHandlers } from './component-database.ts'
import { generateScript, generateScripts, getGeneratedFile, getGeneratorResult, getGeneratorStatus, listGeneratorHardware, listTemplates } from './generator.ts'
import type { Handler } from './handler.ts'
import { createKey, listAudit, listKeys, revokeKey, rotateKey } from './keys.ts'
import { modelPerformanceDatabaseExport, modelPerformanceDatabaseList, modelPerformanceDatabaseModelStats, modelPerformanceDatabaseSearch } from './model-performance-database.ts'
import { cancelModelTest, getModelTestResults, getModelTestStatus, listModelTests, listTestableModels, listTestHardware, listTestTypes, startModelTest, startModelTests } from './model-tests.ts'
import { compareModels, getPerformanceHistory } from './models.ts'
import { getPredictiveStatistics, suggestMeasurements } from './predictive.ts'
import { PREDICTIVE_CHANGE_HANDLERS } from './predictive-changes.ts'
import {
  databaseErrors,
  databaseFeatureImportance,
  databaseFeedback,
  databaseMeasurements,
  databaseModels,
  databasePredictions,
  databaseRecommendations,
  exportErrors,
  exportFeatureImportance,
  exportFeedback,
  exportMeasurements,
  exportModels,
  exportPredictions,
  exportRecommendations,
  searchPredictiveDatabase,
} from './predictive-database.ts'
import { listFeatureImportance, listMeasurements, listPredictionModels, listPredictions, listRecommendations } from './predictive-lists.ts'
import { cancelTask, getTask, possibleMeasurement, starts } from './predictive-tasks.ts'
import {
  cancelSpeedBenchmark,
  getSpeedBenchmarkReport,
  getSpeedBenchmarkResults,
  getSpeedBenchmarkStatus,
  listBenchmarkableModels,
  listBenchmarkHardware,
  listSpeedBenchmarkReports,
  querySpeedBenchmarks,
  startSpeedBenchmark,
} from './speed-benchmarks.ts'
import { getGateway, getHealth, getReadiness } from './system.ts'
import { getTaskEvents } from './task-events.ts'
import { analyzeModel, getDatabaseOverview, getModelData, searchDatabases } from './unified-database.ts'

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
  predictHardware: starts('predictHardware'),
  predictPerformance: starts('predictPerformance'),
  recordMeasurement: starts('recordMeasurement', possibleMeasurement),
  analyzePredictions: starts('analyzePredictions'),
  recordFeedback: starts('recordFeedback'),
  storeModel: starts('storeModel'),
  generateMatrix: starts('generateMatrix'),
  generateSampleData: starts('generateSampleData'),
  trainModel: starts('trainModel'),
  predictBatch: starts('predictBatch'),
  activateModel: starts('activateModel', ({ params }) => params),
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
  startModelTest,
  startModelTests,
  getModelTestStatus,
  getModelTestResults,
  listModelTests,
  listTestableModels,
  listTestHardware,
  listTestTypes,
  cancelModelTest,
  generateScript,
  generateScripts,
  getGeneratorStatus,
  getGeneratorResult,
  getGeneratedFile,
  listTemplates,
  listGeneratorHardware,
  ...databaseHandlers('testDatabase', DATABASES.test),
  ...databaseHandlers('generatorDatabase', DATABASES.generator),
  ...databaseHandlers('benchmarkDatabase', DATABASES.benchmark),
  databaseMeasurements,
  databasePredictions,
  databaseRecommendations,
  databaseModels,
  databaseFeatureImportance,
  databaseFeedback,
  databaseErrors,
  ...PREDICTIVE_CHANGE_HANDLERS,
  modelPerformanceDatabaseList,
  modelPerformanceDatabaseExport,
  modelPerformanceDatabaseModelStats,
  modelPerformanceDatabaseSearch,
  searchPredictiveDatabase,
  exportMeasurements,
  exportPredictions,
  exportRecommendations,
  exportModels,
  exportFeatureImportance,
  exportFeedback,
  exportErrors,
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
