import { type EndpointName, EVENTS, type PredictiveTableName } from '@benchcast/core/api'

/** The database endpoints of a component, in their order. */
const COMPONENT_DATABASE = {
  List: 'list',
  ExportRows: 'download',
  Batches: 'batches',
  ModelStats: 'modelStats',
  HardwareStats: 'hardwareStats',
  One: 'get',
  Batch: 'batch',
  Performance: 'performance',
  Search: 'search',
  Export: 'export',
  DeleteOne: 'delete',
  DeleteBatch: 'deleteBatch',
} as const

type ComponentMethods<Name extends string> = { readonly [K in keyof typeof COMPONENT_DATABASE as `${Name}Database${K}`]: string }

/** The methods of a component's database under the names of the endpoint table. */
const componentDatabase = <Name extends string>(component: Name, resource: string) =>
  Object.fromEntries(Object.entries(COMPONENT_DATABASE).map(([endpoint, method]) => [`${component}Database${endpoint}`, `database.${resource}.${method}`])) as ComponentMethods<Name>

/** Resources of the tables of the predictive database. */
const TABLES = {
  measurements: 'measurements',
  predictions: 'predictions',
  recommendations: 'recommendations',
  models: 'predictors',
  featureImportance: 'featureImportance',
  feedback: 'feedback',
  errors: 'errors',
} as const satisfies Readonly<Record<PredictiveTableName, string>>

type TableMethods<Suffix extends string> = { readonly [Name in PredictiveTableName as `${Name}Database${Suffix}`]: string }

/** A method of every table of the predictive database, under the names of the endpoint table. */
const ofEachTable = <Suffix extends string>(suffix: Suffix, method: string) =>
  Object.fromEntries(Object.entries(TABLES).map(([table, resource]) => [`${table}Database${suffix}`, `database.${resource}.${method}`])) as TableMethods<Suffix>

/** Where each endpoint is in the SDKs: `client.<resource>.<method>`. The compiler asks for a new one's. */
export const SDK_METHODS: Readonly<Record<EndpointName, string>> = {
  runBenchmark: 'evaluate.run',
  compareModels: 'evaluate.compare',
  listBenchmarkRuns: 'evaluate.list',
  getBenchmarkRun: 'evaluate.get',
  getBenchmarkReport: 'evaluate.report',
  getPerformanceHistory: 'evaluate.history',
  getTaskTypes: 'evaluate.taskTypes',
  getPerformanceMetrics: 'evaluate.metrics',
  predictHardware: 'predict.hardware',
  predictPerformance: 'predict.performance',
  generateMatrix: 'predict.matrix',
  predictBatch: 'predict.batch',
  recordMeasurement: 'measurements.record',
  listMeasurements: 'measurements.list',
  suggestMeasurements: 'measurements.suggest',
  generateSampleData: 'measurements.generateSamples',
  listPredictions: 'predictions.list',
  analyzePredictions: 'predictions.analyze',
  getPredictiveStatistics: 'predictions.statistics',
  listRecommendations: 'recommendations.list',
  recordFeedback: 'recommendations.feedback',
  listPredictionModels: 'predictors.list',
  trainModel: 'predictors.train',
  storeModel: 'predictors.store',
  activateModel: 'predictors.activate',
  listFeatureImportance: 'predictors.featureImportance',
  getTask: 'tasks.get',
  cancelTask: 'tasks.cancel',
  getTaskEvents: 'tasks.events',
  startSpeedBenchmark: 'benchmarks.start',
  getSpeedBenchmarkStatus: 'benchmarks.status',
  getSpeedBenchmarkResults: 'benchmarks.results',
  cancelSpeedBenchmark: 'benchmarks.cancel',
  listBenchmarkableModels: 'benchmarks.models',
  listBenchmarkHardware: 'benchmarks.hardware',
  listSpeedBenchmarkReports: 'benchmarks.reports',
  getSpeedBenchmarkReport: 'benchmarks.report',
  querySpeedBenchmarks: 'benchmarks.query',
  startModelTest: 'tests.start',
  startModelTests: 'tests.startBatch',
  getModelTestStatus: 'tests.status',
  getModelTestResults: 'tests.results',
  cancelModelTest: 'tests.cancel',
  listModelTests: 'tests.list',
  listTestableModels: 'tests.models',
  listTestHardware: 'tests.hardware',
  listTestTypes: 'tests.types',
  generateScript: 'generator.script',
  generateScripts: 'generator.scripts',
  getGeneratorStatus: 'generator.status',
  getGeneratorResult: 'generator.result',
  getGeneratedFile: 'generator.file',
  listTemplates: 'generator.templates',
  listGeneratorHardware: 'generator.hardware',
  getDatabaseOverview: 'database.overview',
  getModelData: 'database.model',
  analyzeModel: 'database.analyze',
  searchDatabases: 'database.search',
  searchPredictiveDatabase: 'database.predictive.search',
  predictiveDatabaseExport: 'database.predictive.export',
  predictiveDatabaseHardwareStats: 'database.predictive.hardwareStats',
  predictiveDatabasePerformance: 'database.predictive.performance',
  databaseMeasurements: 'database.measurements.list',
  exportMeasurements: 'database.measurements.download',
  databasePredictions: 'database.predictions.list',
  exportPredictions: 'database.predictions.download',
  databaseRecommendations: 'database.recommendations.list',
  exportRecommendations: 'database.recommendations.download',
  databaseModels: 'database.predictors.list',
  exportModels: 'database.predictors.download',
  databaseFeatureImportance: 'database.featureImportance.list',
  exportFeatureImportance: 'database.featureImportance.download',
  databaseFeedback: 'database.feedback.list',
  exportFeedback: 'database.feedback.download',
  databaseErrors: 'database.errors.list',
  exportErrors: 'database.errors.download',
  ...ofEachTable('DeleteOne', 'delete'),
  ...ofEachTable('DeleteMany', 'deleteMany'),
  modelPerformanceDatabaseList: 'database.evaluations.list',
  modelPerformanceDatabaseExport: 'database.evaluations.download',
  modelPerformanceDatabaseModelStats: 'database.evaluations.modelStats',
  modelPerformanceDatabaseSearch: 'database.evaluations.search',
  ...componentDatabase('test', 'tests'),
  ...componentDatabase('benchmark', 'benchmarks'),
  ...componentDatabase('generator', 'generator'),
  createKey: 'keys.create',
  listKeys: 'keys.list',
  rotateKey: 'keys.rotate',
  revokeKey: 'keys.revoke',
  listAudit: 'audit.list',
  getGateway: 'system.gateway',
  getHealth: 'system.health',
  getReadiness: 'system.ready',
}

/** A resource whose tasks or runs can be waited for: the WebSocket, and the endpoint that tells the present state. */
interface FollowedFacts {
  readonly webSocket: string
  readonly ask: EndpointName
}

export const FOLLOWED: Readonly<Record<string, FollowedFacts>> = {
  tasks: { webSocket: EVENTS.taskProgress.webSocket, ask: 'getTask' },
  benchmarks: { webSocket: EVENTS.benchmarkProgress.webSocket, ask: 'getSpeedBenchmarkStatus' },
  tests: { webSocket: EVENTS.testProgress.webSocket, ask: 'getModelTestStatus' },
  generator: { webSocket: EVENTS.generatorProgress.webSocket, ask: 'getGeneratorStatus' },
}
