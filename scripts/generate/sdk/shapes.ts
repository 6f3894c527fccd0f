import type { EndpointName } from '@benchcast/core/api'
import { type JsonSchema, keyOf } from './json-schema.ts'
import { OPERATIONS } from './operations.ts'
import type { Style } from './type-text.ts'

type Place = `${EndpointName}${string}`

/** Shapes that have a name of their own, with one place where they are: `.field`, `[]` an item of a list, `{}` a value of a map. */
const SHAPES: Readonly<Record<string, Place>> = {
  RunDocument: 'getBenchmarkRun.run',
  RunSummary: 'listBenchmarkRuns.runs[]|0',
  Comparison: 'getBenchmarkRun.run.comparison_results',
  RankedModel: 'getBenchmarkRun.run.comparison_results.rankings{}[]',
  PairedComparison: 'getBenchmarkRun.run.comparisons[]',
  ConfidenceInterval: 'getBenchmarkRun.run.confidence_intervals{}{}',
  ModelInfo: 'getBenchmarkRun.run.model_info{}',
  ModelDetails: 'getBenchmarkRun.run.details{}',
  RunWarning: 'getBenchmarkRun.run.warnings[]',
  RunMetadata: 'getBenchmarkRun.run.metadata',
  HistoryRecord: 'getPerformanceHistory.history[]',
  Metric: 'getPerformanceMetrics.metrics[]',
  HardwareRecommendation: 'predictHardware.result',
  FigureIntervals: 'predictPerformance.result.predictions{}.intervals',
  HardwarePrediction: 'predictPerformance.result.predictions{}',
  PerformancePredictions: 'predictPerformance.result',
  RecordedMeasurement: 'recordMeasurement.result',
  PredictionAnalysis: 'analyzePredictions.result',
  PredictionMatrix: 'generateMatrix.result',
  BatchPredictions: 'predictBatch.result',
  TrainingResult: 'trainModel.result',
  Task: 'getTask',
  Measurement: 'listMeasurements.measurements[]',
  Prediction: 'listPredictions.predictions[]',
  Recommendation: 'listRecommendations.recommendations[]',
  Predictor: 'listPredictionModels.models[]',
  FeatureImportance: 'listFeatureImportance.feature_importance[]',
  Feedback: 'databaseFeedback.feedback[]',
  PredictionError: 'databaseErrors.prediction_errors[]',
  ModelStatistics: 'getPredictiveStatistics[]',
  SuggestedMeasurement: 'suggestMeasurements.suggestions[]',
  SpeedBenchmarkStatus: 'getSpeedBenchmarkStatus',
  SpeedBenchmarkResults: 'getSpeedBenchmarkResults',
  BatchResult: 'getSpeedBenchmarkResults.results{}{}.batches[]',
  TestStatus: 'getModelTestStatus',
  TestResults: 'getModelTestResults',
  GeneratorStatus: 'getGeneratorStatus',
  StoredTestRun: 'testDatabaseList[]',
  StoredBenchmarkRun: 'benchmarkDatabaseList[]',
  StoredGeneratorTask: 'generatorDatabaseList[]',
  TimedTestRun: 'getModelData.recent_test_runs[]',
  TimedBenchmarkRun: 'getModelData.recent_benchmark_runs[]',
  TimedGeneratorTask: 'getModelData.recent_generator_tasks[]',
  PredictiveRow: 'searchPredictiveDatabase[]',
  RunBatch: 'testDatabaseBatches[]',
  TaskBatch: 'generatorDatabaseBatches[]',
  RunCountsByModel: 'testDatabaseModelStats[]',
  RunCountsByHardware: 'testDatabaseHardwareStats[]',
  TaskCountsByModel: 'generatorDatabaseModelStats[]',
  TaskCountsByHardware: 'generatorDatabaseHardwareStats[]',
  RunCountsByDay: 'testDatabasePerformance.daily_stats[]',
  MetricSummary: 'testDatabasePerformance.performance_metrics[]',
  StartedExport: 'testDatabaseExport',
  Deletion: 'testDatabaseDeleteOne',
  Series: 'analyzeModel.series[]',
  ApiKey: 'listKeys.keys[]',
  AuditEntry: 'listAudit.entries[]',
}

/** The schema of every named shape. */
export const SHAPE_SCHEMAS: ReadonlyMap<string, JsonSchema> = new Map(Object.entries(SHAPES).map(([name, place]) => [name, at(place)]))

/** Shapes by their names. The first name wins where two places turn out to hold the same shape. */
export const NAMED: Style = { named: new Map([...SHAPE_SCHEMAS].reverse().map(([name, schema]) => [keyOf(schema), name])) }

function at(place: string): JsonSchema {
  const [, name, steps] = /^(\w+)(.*)$/.exec(place)!
  const operation = OPERATIONS.find((known) => known.name === name)
  return (steps!.match(/\.\w+|\[\]|\{\}|\|\d/g) ?? []).reduce((schema, step) => below(schema, step, place), operation!.response)
}

function below(schema: JsonSchema, step: string, place: string): JsonSchema {
  const next = step === '[]' ? schema.items : step === '{}' ? schema.additionalProperties : step.startsWith('|') ? schema.anyOf?.[Number(step.slice(1))] : schema.properties?.[step.slice(1)]
  if (typeof next !== 'object') throw new Error(`The SDK names a shape at ${place}, but ${step} is not there: change SHAPES.`)
  return next
}
