// Written by `npm run generate`; edit the registry it is read from.
import type { APIPromise } from '../core/api-promise.ts'
import { FollowedResource } from '../core/followed-resource.ts'
import type { ListPromise } from '../core/list-promise.ts'
import type { RequestOptions } from '../core/options.ts'
import { path } from '../core/request.ts'
import { Resource } from '../core/resource.ts'
import type * as T from './types.ts'

export class DatabasePredictive extends Resource {
  /**
   * Predictions, measurements and recommendations that hold a text, newest first. Looks in ids, models, families, platforms, precisions and sources, ignoring case.
   *
   * `POST /api/db/predictive-performance/search`
   */
  search(request: T.SearchPredictiveDatabaseRequest, options?: RequestOptions): APIPromise<T.SearchPredictiveDatabaseResponse> {
    return this.client.call({ method: 'POST', path: '/api/db/predictive-performance/search', body: request }, options)
  }

  /**
   * Write a table to a file on the server. A task writes it, newest row first: GET /api/predictive-performance/task/{task_id} tells when it is there.
   *
   * `POST /api/db/predictive-performance/export`
   */
  export(request: T.PredictiveDatabaseExportRequest, options?: RequestOptions): APIPromise<T.PredictiveDatabaseExportResponse> {
    return this.client.call({ method: 'POST', path: '/api/db/predictive-performance/export', body: request }, options)
  }

  /**
   * Predictions and measurements counted by platform. Sample rows are left out.
   *
   * `GET /api/db/predictive-performance/hardware/stats`
   */
  hardwareStats(request?: T.PredictiveDatabaseHardwareStatsRequest, options?: RequestOptions): APIPromise<T.PredictiveDatabaseHardwareStatsResponse> {
    return this.client.call({ method: 'GET', path: '/api/db/predictive-performance/hardware/stats', query: request }, options)
  }

  /**
   * What was predicted and measured in the last days, by day, model and platform. Sample rows are left out of the counts.
   *
   * `GET /api/db/predictive-performance/performance`
   */
  performance(request?: T.PredictiveDatabasePerformanceRequest, options?: RequestOptions): APIPromise<T.PredictiveDatabasePerformanceResponse> {
    return this.client.call({ method: 'GET', path: '/api/db/predictive-performance/performance', query: request }, options)
  }
}

export class DatabaseMeasurements extends Resource {
  /**
   * Stored measurements, newest first, with filters on every column.
   *
   * `GET /api/db/predictive-performance/measurements`
   */
  list(request?: T.DatabaseMeasurementsRequest, options?: RequestOptions): ListPromise<T.DatabaseMeasurementsResponse, T.DatabaseMeasurementsResponse['measurements'][number]> {
    return this.client.list({ method: 'GET', path: '/api/db/predictive-performance/measurements', query: request }, { rows: 'measurements', by: 'cursor', most: 1000 }, options)
  }

  /**
   * All stored measurements that match, as a file. In the order in which they were written, newest first unless order is asc. It is sent piece by piece, however much it is; Parquet is made first.
   *
   * `GET /api/db/predictive-performance/measurements/export`
   */
  download(request?: T.ExportMeasurementsRequest, options?: RequestOptions): APIPromise<Response> {
    return this.client.call({ method: 'GET', path: '/api/db/predictive-performance/measurements/export', query: request, raw: true }, options)
  }

  /**
   * Delete one of the stored measurements. For good. What other rows say of it stays, but for what a measurement was compared with, which goes with it; it is no longer learned from. The predictor that serves cannot be deleted.
   *
   * `DELETE /api/db/predictive-performance/measurements/{id}`
   */
  delete(id: string, options?: RequestOptions): APIPromise<T.MeasurementsDatabaseDeleteOneResponse> {
    return this.client.call({ method: 'DELETE', path: path`/api/db/predictive-performance/measurements/${id}` }, options)
  }

  /**
   * Delete several of the stored measurements. Those that are there; the answer says how many. For good. What other rows say of it stays, but for what a measurement was compared with, which goes with it; it is no longer learned from. The predictor that serves cannot be deleted.
   *
   * `POST /api/db/predictive-performance/measurements/delete`
   */
  deleteMany(request: T.MeasurementsDatabaseDeleteManyRequest, options?: RequestOptions): APIPromise<T.MeasurementsDatabaseDeleteManyResponse> {
    return this.client.call({ method: 'POST', path: '/api/db/predictive-performance/measurements/delete', body: request }, options)
  }
}

export class DatabasePredictions extends Resource {
  /**
   * Stored predictions, newest first, with filters on every column.
   *
   * `GET /api/db/predictive-performance/predictions`
   */
  list(request?: T.DatabasePredictionsRequest, options?: RequestOptions): ListPromise<T.DatabasePredictionsResponse, T.DatabasePredictionsResponse['predictions'][number]> {
    return this.client.list({ method: 'GET', path: '/api/db/predictive-performance/predictions', query: request }, { rows: 'predictions', by: 'cursor', most: 1000 }, options)
  }

  /**
   * All stored predictions that match, as a file. In the order in which they were written, newest first unless order is asc. It is sent piece by piece, however much it is; Parquet is made first.
   *
   * `GET /api/db/predictive-performance/predictions/export`
   */
  download(request?: T.ExportPredictionsRequest, options?: RequestOptions): APIPromise<Response> {
    return this.client.call({ method: 'GET', path: '/api/db/predictive-performance/predictions/export', query: request, raw: true }, options)
  }

  /**
   * Delete one of the stored predictions. For good. What other rows say of it stays, but for what a measurement was compared with, which goes with it; it is no longer learned from. The predictor that serves cannot be deleted.
   *
   * `DELETE /api/db/predictive-performance/predictions/{id}`
   */
  delete(id: string, options?: RequestOptions): APIPromise<T.PredictionsDatabaseDeleteOneResponse> {
    return this.client.call({ method: 'DELETE', path: path`/api/db/predictive-performance/predictions/${id}` }, options)
  }

  /**
   * Delete several of the stored predictions. Those that are there; the answer says how many. For good. What other rows say of it stays, but for what a measurement was compared with, which goes with it; it is no longer learned from. The predictor that serves cannot be deleted.
   *
   * `POST /api/db/predictive-performance/predictions/delete`
   */
  deleteMany(request: T.PredictionsDatabaseDeleteManyRequest, options?: RequestOptions): APIPromise<T.PredictionsDatabaseDeleteManyResponse> {
    return this.client.call({ method: 'POST', path: '/api/db/predictive-performance/predictions/delete', body: request }, options)
  }
}

export class DatabaseRecommendations extends Resource {
  /**
   * Stored recommendations, newest first, with filters on every column.
   *
   * `GET /api/db/predictive-performance/recommendations`
   */
  list(request?: T.DatabaseRecommendationsRequest, options?: RequestOptions): ListPromise<T.DatabaseRecommendationsResponse, T.DatabaseRecommendationsResponse['recommendations'][number]> {
    return this.client.list({ method: 'GET', path: '/api/db/predictive-performance/recommendations', query: request }, { rows: 'recommendations', by: 'cursor', most: 1000 }, options)
  }

  /**
   * All stored recommendations that match, as a file. In the order in which they were written, newest first unless order is asc. It is sent piece by piece, however much it is; Parquet is made first.
   *
   * `GET /api/db/predictive-performance/recommendations/export`
   */
  download(request?: T.ExportRecommendationsRequest, options?: RequestOptions): APIPromise<Response> {
    return this.client.call({ method: 'GET', path: '/api/db/predictive-performance/recommendations/export', query: request, raw: true }, options)
  }

  /**
   * Delete one of the stored recommendations. For good. What other rows say of it stays, but for what a measurement was compared with, which goes with it; it is no longer learned from. The predictor that serves cannot be deleted.
   *
   * `DELETE /api/db/predictive-performance/recommendations/{id}`
   */
  delete(id: string, options?: RequestOptions): APIPromise<T.RecommendationsDatabaseDeleteOneResponse> {
    return this.client.call({ method: 'DELETE', path: path`/api/db/predictive-performance/recommendations/${id}` }, options)
  }

  /**
   * Delete several of the stored recommendations. Those that are there; the answer says how many. For good. What other rows say of it stays, but for what a measurement was compared with, which goes with it; it is no longer learned from. The predictor that serves cannot be deleted.
   *
   * `POST /api/db/predictive-performance/recommendations/delete`
   */
  deleteMany(request: T.RecommendationsDatabaseDeleteManyRequest, options?: RequestOptions): APIPromise<T.RecommendationsDatabaseDeleteManyResponse> {
    return this.client.call({ method: 'POST', path: '/api/db/predictive-performance/recommendations/delete', body: request }, options)
  }
}

export class DatabasePredictors extends Resource {
  /**
   * Stored stored predictors, newest first, with filters on every column.
   *
   * `GET /api/db/predictive-performance/models`
   */
  list(request?: T.DatabaseModelsRequest, options?: RequestOptions): ListPromise<T.DatabaseModelsResponse, T.DatabaseModelsResponse['models'][number]> {
    return this.client.list({ method: 'GET', path: '/api/db/predictive-performance/models', query: request }, { rows: 'models', by: 'cursor', most: 1000 }, options)
  }

  /**
   * All stored stored predictors that match, as a file. In the order in which they were written, newest first unless order is asc. It is sent piece by piece, however much it is; Parquet is made first.
   *
   * `GET /api/db/predictive-performance/models/export`
   */
  download(request?: T.ExportModelsRequest, options?: RequestOptions): APIPromise<Response> {
    return this.client.call({ method: 'GET', path: '/api/db/predictive-performance/models/export', query: request, raw: true }, options)
  }

  /**
   * Delete one of the stored stored predictors. For good. What other rows say of it stays, but for what a measurement was compared with, which goes with it; it is no longer learned from. The predictor that serves cannot be deleted.
   *
   * `DELETE /api/db/predictive-performance/models/{id}`
   */
  delete(id: string, options?: RequestOptions): APIPromise<T.ModelsDatabaseDeleteOneResponse> {
    return this.client.call({ method: 'DELETE', path: path`/api/db/predictive-performance/models/${id}` }, options)
  }

  /**
   * Delete several of the stored stored predictors. Those that are there; the answer says how many. For good. What other rows say of it stays, but for what a measurement was compared with, which goes with it; it is no longer learned from. The predictor that serves cannot be deleted.
   *
   * `POST /api/db/predictive-performance/models/delete`
   */
  deleteMany(request: T.ModelsDatabaseDeleteManyRequest, options?: RequestOptions): APIPromise<T.ModelsDatabaseDeleteManyResponse> {
    return this.client.call({ method: 'POST', path: '/api/db/predictive-performance/models/delete', body: request }, options)
  }
}

export class DatabaseFeatureImportance extends Resource {
  /**
   * Stored feature importances, newest first, with filters on every column.
   *
   * `GET /api/db/predictive-performance/feature-importance`
   */
  list(request?: T.DatabaseFeatureImportanceRequest, options?: RequestOptions): ListPromise<T.DatabaseFeatureImportanceResponse, T.DatabaseFeatureImportanceResponse['feature_importance'][number]> {
    return this.client.list({ method: 'GET', path: '/api/db/predictive-performance/feature-importance', query: request }, { rows: 'feature_importance', by: 'cursor', most: 1000 }, options)
  }

  /**
   * All stored feature importances that match, as a file. In the order in which they were written, newest first unless order is asc. It is sent piece by piece, however much it is; Parquet is made first.
   *
   * `GET /api/db/predictive-performance/feature-importance/export`
   */
  download(request?: T.ExportFeatureImportanceRequest, options?: RequestOptions): APIPromise<Response> {
    return this.client.call({ method: 'GET', path: '/api/db/predictive-performance/feature-importance/export', query: request, raw: true }, options)
  }

  /**
   * Delete one of the stored feature importances. For good. What other rows say of it stays, but for what a measurement was compared with, which goes with it; it is no longer learned from. The predictor that serves cannot be deleted.
   *
   * `DELETE /api/db/predictive-performance/feature-importance/{id}`
   */
  delete(id: string, options?: RequestOptions): APIPromise<T.FeatureImportanceDatabaseDeleteOneResponse> {
    return this.client.call({ method: 'DELETE', path: path`/api/db/predictive-performance/feature-importance/${id}` }, options)
  }

  /**
   * Delete several of the stored feature importances. Those that are there; the answer says how many. For good. What other rows say of it stays, but for what a measurement was compared with, which goes with it; it is no longer learned from. The predictor that serves cannot be deleted.
   *
   * `POST /api/db/predictive-performance/feature-importance/delete`
   */
  deleteMany(request: T.FeatureImportanceDatabaseDeleteManyRequest, options?: RequestOptions): APIPromise<T.FeatureImportanceDatabaseDeleteManyResponse> {
    return this.client.call({ method: 'POST', path: '/api/db/predictive-performance/feature-importance/delete', body: request }, options)
  }
}

export class DatabaseFeedback extends Resource {
  /**
   * Stored answers to recommendations, newest first, with filters on every column.
   *
   * `GET /api/db/predictive-performance/feedback`
   */
  list(request?: T.DatabaseFeedbackRequest, options?: RequestOptions): ListPromise<T.DatabaseFeedbackResponse, T.DatabaseFeedbackResponse['feedback'][number]> {
    return this.client.list({ method: 'GET', path: '/api/db/predictive-performance/feedback', query: request }, { rows: 'feedback', by: 'cursor', most: 1000 }, options)
  }

  /**
   * All stored answers to recommendations that match, as a file. In the order in which they were written, newest first unless order is asc. It is sent piece by piece, however much it is; Parquet is made first.
   *
   * `GET /api/db/predictive-performance/feedback/export`
   */
  download(request?: T.ExportFeedbackRequest, options?: RequestOptions): APIPromise<Response> {
    return this.client.call({ method: 'GET', path: '/api/db/predictive-performance/feedback/export', query: request, raw: true }, options)
  }

  /**
   * Delete one of the stored answers to recommendations. For good. What other rows say of it stays, but for what a measurement was compared with, which goes with it; it is no longer learned from. The predictor that serves cannot be deleted.
   *
   * `DELETE /api/db/predictive-performance/feedback/{id}`
   */
  delete(id: string, options?: RequestOptions): APIPromise<T.FeedbackDatabaseDeleteOneResponse> {
    return this.client.call({ method: 'DELETE', path: path`/api/db/predictive-performance/feedback/${id}` }, options)
  }

  /**
   * Delete several of the stored answers to recommendations. Those that are there; the answer says how many. For good. What other rows say of it stays, but for what a measurement was compared with, which goes with it; it is no longer learned from. The predictor that serves cannot be deleted.
   *
   * `POST /api/db/predictive-performance/feedback/delete`
   */
  deleteMany(request: T.FeedbackDatabaseDeleteManyRequest, options?: RequestOptions): APIPromise<T.FeedbackDatabaseDeleteManyResponse> {
    return this.client.call({ method: 'POST', path: '/api/db/predictive-performance/feedback/delete', body: request }, options)
  }
}

export class DatabaseErrors extends Resource {
  /**
   * Stored errors of predictions, newest first, with filters on every column.
   *
   * `GET /api/db/predictive-performance/prediction-errors`
   */
  list(request?: T.DatabaseErrorsRequest, options?: RequestOptions): ListPromise<T.DatabaseErrorsResponse, T.DatabaseErrorsResponse['prediction_errors'][number]> {
    return this.client.list({ method: 'GET', path: '/api/db/predictive-performance/prediction-errors', query: request }, { rows: 'prediction_errors', by: 'cursor', most: 1000 }, options)
  }

  /**
   * All stored errors of predictions that match, as a file. In the order in which they were written, newest first unless order is asc. It is sent piece by piece, however much it is; Parquet is made first.
   *
   * `GET /api/db/predictive-performance/prediction-errors/export`
   */
  download(request?: T.ExportErrorsRequest, options?: RequestOptions): APIPromise<Response> {
    return this.client.call({ method: 'GET', path: '/api/db/predictive-performance/prediction-errors/export', query: request, raw: true }, options)
  }

  /**
   * Delete one of the stored errors of predictions. For good. What other rows say of it stays, but for what a measurement was compared with, which goes with it; it is no longer learned from. The predictor that serves cannot be deleted.
   *
   * `DELETE /api/db/predictive-performance/prediction-errors/{id}`
   */
  delete(id: string, options?: RequestOptions): APIPromise<T.ErrorsDatabaseDeleteOneResponse> {
    return this.client.call({ method: 'DELETE', path: path`/api/db/predictive-performance/prediction-errors/${id}` }, options)
  }

  /**
   * Delete several of the stored errors of predictions. Those that are there; the answer says how many. For good. What other rows say of it stays, but for what a measurement was compared with, which goes with it; it is no longer learned from. The predictor that serves cannot be deleted.
   *
   * `POST /api/db/predictive-performance/prediction-errors/delete`
   */
  deleteMany(request: T.ErrorsDatabaseDeleteManyRequest, options?: RequestOptions): APIPromise<T.ErrorsDatabaseDeleteManyResponse> {
    return this.client.call({ method: 'POST', path: '/api/db/predictive-performance/prediction-errors/delete', body: request }, options)
  }
}

export class DatabaseEvaluations extends Resource {
  /**
   * Stored evaluations, newest first.
   *
   * `GET /api/db/model-performance/runs`
   */
  list(request?: T.ModelPerformanceDatabaseListRequest, options?: RequestOptions): ListPromise<T.ModelPerformanceDatabaseListResponse, T.ModelPerformanceDatabaseListResponse['runs'][number]> {
    return this.client.list({ method: 'GET', path: '/api/db/model-performance/runs', query: request }, { rows: 'runs', by: 'cursor', most: 1000 }, options)
  }

  /**
   * All stored evaluations that match, whole, as a file. Newest first, as they were answered, with every metric. It is sent piece by piece, however much it is.
   *
   * `GET /api/db/model-performance/runs/export`
   */
  download(request?: T.ModelPerformanceDatabaseExportRequest, options?: RequestOptions): APIPromise<Response> {
    return this.client.call({ method: 'GET', path: '/api/db/model-performance/runs/export', query: request, raw: true }, options)
  }

  /**
   * Evaluations counted by model, the last evaluated first.
   *
   * `GET /api/db/model-performance/models/stats`
   */
  modelStats(request?: T.ModelPerformanceDatabaseModelStatsRequest, options?: RequestOptions): APIPromise<T.ModelPerformanceDatabaseModelStatsResponse> {
    return this.client.call({ method: 'GET', path: '/api/db/model-performance/models/stats', query: request }, options)
  }

  /**
   * Evaluations that hold a text, newest first. Looks in ids, names, data sets, task types and models, ignoring case.
   *
   * `POST /api/db/model-performance/search`
   */
  search(request: T.ModelPerformanceDatabaseSearchRequest, options?: RequestOptions): APIPromise<T.ModelPerformanceDatabaseSearchResponse> {
    return this.client.call({ method: 'POST', path: '/api/db/model-performance/search', body: request }, options)
  }
}

export class DatabaseTests extends Resource {
  /**
   * Stored runs of the test component, newest first, with filters on every column. Those that have not ended come first; in another order than the newest first, and after a cursor, there are only those that have. The address of the next page is in the Link header.
   *
   * `GET /api/test/db/runs`
   */
  list(request?: T.TestDatabaseListRequest, options?: RequestOptions): ListPromise<T.TestDatabaseListResponse, T.TestDatabaseListResponse[number]> {
    return this.client.list({ method: 'GET', path: '/api/test/db/runs', query: request }, { by: 'cursor', most: 1000 }, options)
  }

  /**
   * All stored runs that match, as a file. In the order in which they ended, newest first unless order is asc. It is sent piece by piece, however much it is; Parquet is made first.
   *
   * `GET /api/test/db/runs/export`
   */
  download(request?: T.TestDatabaseExportRowsRequest, options?: RequestOptions): APIPromise<Response> {
    return this.client.call({ method: 'GET', path: '/api/test/db/runs/export', query: request, raw: true }, options)
  }

  /**
   * Batches of runs, newest first.
   *
   * `GET /api/test/db/batches`
   */
  batches(request?: T.TestDatabaseBatchesRequest, options?: RequestOptions): APIPromise<T.TestDatabaseBatchesResponse> {
    return this.client.call({ method: 'GET', path: '/api/test/db/batches', query: request }, options)
  }

  /**
   * runs counted by model.
   *
   * `GET /api/test/db/models/stats`
   */
  modelStats(request?: T.TestDatabaseModelStatsRequest, options?: RequestOptions): APIPromise<T.TestDatabaseModelStatsResponse> {
    return this.client.call({ method: 'GET', path: '/api/test/db/models/stats', query: request }, options)
  }

  /**
   * runs counted by platform.
   *
   * `GET /api/test/db/hardware/stats`
   */
  hardwareStats(request?: T.TestDatabaseHardwareStatsRequest, options?: RequestOptions): APIPromise<T.TestDatabaseHardwareStatsResponse> {
    return this.client.call({ method: 'GET', path: '/api/test/db/hardware/stats', query: request }, options)
  }

  /**
   * One run, whole.
   *
   * `GET /api/test/db/run/{run_id}`
   */
  get(runId: string, options?: RequestOptions): APIPromise<T.TestDatabaseOneResponse> {
    return this.client.call({ method: 'GET', path: path`/api/test/db/run/${runId}` }, options)
  }

  /**
   * One batch with its runs.
   *
   * `GET /api/test/db/batch/{batch_id}`
   */
  batch(batchId: string, options?: RequestOptions): APIPromise<T.TestDatabaseBatchResponse> {
    return this.client.call({ method: 'GET', path: path`/api/test/db/batch/${batchId}` }, options)
  }

  /**
   * What went on in the last days, counted by day, model and platform.
   *
   * `GET /api/test/db/performance`
   */
  performance(request?: T.TestDatabasePerformanceRequest, options?: RequestOptions): APIPromise<T.TestDatabasePerformanceResponse> {
    return this.client.call({ method: 'GET', path: '/api/test/db/performance', query: request }, options)
  }

  /**
   * runs that hold a text, newest first. Looks in ids, models, platforms, status and errors, ignoring case.
   *
   * `POST /api/test/db/search`
   */
  search(request: T.TestDatabaseSearchRequest, options?: RequestOptions): APIPromise<T.TestDatabaseSearchResponse> {
    return this.client.call({ method: 'POST', path: '/api/test/db/search', body: request }, options)
  }

  /**
   * Write everything to a file on the server. A task writes it: GET /api/predictive-performance/task/{task_id} tells when it is there.
   *
   * `POST /api/test/db/export`
   */
  export(request: T.TestDatabaseExportRequest, options?: RequestOptions): APIPromise<T.TestDatabaseExportResponse> {
    return this.client.call({ method: 'POST', path: '/api/test/db/export', body: request }, options)
  }

  /**
   * Delete a run that has ended. For good. Files that were written stay, and so do measurements that predictions learn from.
   *
   * `DELETE /api/test/db/run/{run_id}`
   */
  delete(runId: string, options?: RequestOptions): APIPromise<T.TestDatabaseDeleteOneResponse> {
    return this.client.call({ method: 'DELETE', path: path`/api/test/db/run/${runId}` }, options)
  }

  /**
   * Delete a batch.
   *
   * `DELETE /api/test/db/batch/{batch_id}`
   */
  deleteBatch(batchId: string, request?: T.TestDatabaseDeleteBatchRequest, options?: RequestOptions): APIPromise<T.TestDatabaseDeleteBatchResponse> {
    return this.client.call({ method: 'DELETE', path: path`/api/test/db/batch/${batchId}`, query: request }, options)
  }
}

export class DatabaseBenchmarks extends Resource {
  /**
   * Stored runs of the benchmark component, newest first, with filters on every column. Those that have not ended come first; in another order than the newest first, and after a cursor, there are only those that have. The address of the next page is in the Link header.
   *
   * `GET /api/benchmark/db/runs`
   */
  list(request?: T.BenchmarkDatabaseListRequest, options?: RequestOptions): ListPromise<T.BenchmarkDatabaseListResponse, T.BenchmarkDatabaseListResponse[number]> {
    return this.client.list({ method: 'GET', path: '/api/benchmark/db/runs', query: request }, { by: 'cursor', most: 1000 }, options)
  }

  /**
   * All stored runs that match, as a file. In the order in which they ended, newest first unless order is asc. It is sent piece by piece, however much it is; Parquet is made first.
   *
   * `GET /api/benchmark/db/runs/export`
   */
  download(request?: T.BenchmarkDatabaseExportRowsRequest, options?: RequestOptions): APIPromise<Response> {
    return this.client.call({ method: 'GET', path: '/api/benchmark/db/runs/export', query: request, raw: true }, options)
  }

  /**
   * Batches of runs, newest first.
   *
   * `GET /api/benchmark/db/batches`
   */
  batches(request?: T.BenchmarkDatabaseBatchesRequest, options?: RequestOptions): APIPromise<T.BenchmarkDatabaseBatchesResponse> {
    return this.client.call({ method: 'GET', path: '/api/benchmark/db/batches', query: request }, options)
  }

  /**
   * runs counted by model.
   *
   * `GET /api/benchmark/db/models/stats`
   */
  modelStats(request?: T.BenchmarkDatabaseModelStatsRequest, options?: RequestOptions): APIPromise<T.BenchmarkDatabaseModelStatsResponse> {
    return this.client.call({ method: 'GET', path: '/api/benchmark/db/models/stats', query: request }, options)
  }

  /**
   * runs counted by platform.
   *
   * `GET /api/benchmark/db/hardware/stats`
   */
  hardwareStats(request?: T.BenchmarkDatabaseHardwareStatsRequest, options?: RequestOptions): APIPromise<T.BenchmarkDatabaseHardwareStatsResponse> {
    return this.client.call({ method: 'GET', path: '/api/benchmark/db/hardware/stats', query: request }, options)
  }

  /**
   * One run, whole.
   *
   * `GET /api/benchmark/db/run/{run_id}`
   */
  get(runId: string, options?: RequestOptions): APIPromise<T.BenchmarkDatabaseOneResponse> {
    return this.client.call({ method: 'GET', path: path`/api/benchmark/db/run/${runId}` }, options)
  }

  /**
   * One batch with its runs.
   *
   * `GET /api/benchmark/db/batch/{batch_id}`
   */
  batch(batchId: string, options?: RequestOptions): APIPromise<T.BenchmarkDatabaseBatchResponse> {
    return this.client.call({ method: 'GET', path: path`/api/benchmark/db/batch/${batchId}` }, options)
  }

  /**
   * What went on in the last days, counted by day, model and platform.
   *
   * `GET /api/benchmark/db/performance`
   */
  performance(request?: T.BenchmarkDatabasePerformanceRequest, options?: RequestOptions): APIPromise<T.BenchmarkDatabasePerformanceResponse> {
    return this.client.call({ method: 'GET', path: '/api/benchmark/db/performance', query: request }, options)
  }

  /**
   * runs that hold a text, newest first. Looks in ids, models, platforms, status and errors, ignoring case.
   *
   * `POST /api/benchmark/db/search`
   */
  search(request: T.BenchmarkDatabaseSearchRequest, options?: RequestOptions): APIPromise<T.BenchmarkDatabaseSearchResponse> {
    return this.client.call({ method: 'POST', path: '/api/benchmark/db/search', body: request }, options)
  }

  /**
   * Write everything to a file on the server. A task writes it: GET /api/predictive-performance/task/{task_id} tells when it is there.
   *
   * `POST /api/benchmark/db/export`
   */
  export(request: T.BenchmarkDatabaseExportRequest, options?: RequestOptions): APIPromise<T.BenchmarkDatabaseExportResponse> {
    return this.client.call({ method: 'POST', path: '/api/benchmark/db/export', body: request }, options)
  }

  /**
   * Delete a run that has ended. For good. Files that were written stay, and so do measurements that predictions learn from.
   *
   * `DELETE /api/benchmark/db/run/{run_id}`
   */
  delete(runId: string, options?: RequestOptions): APIPromise<T.BenchmarkDatabaseDeleteOneResponse> {
    return this.client.call({ method: 'DELETE', path: path`/api/benchmark/db/run/${runId}` }, options)
  }

  /**
   * Delete a batch.
   *
   * `DELETE /api/benchmark/db/batch/{batch_id}`
   */
  deleteBatch(batchId: string, request?: T.BenchmarkDatabaseDeleteBatchRequest, options?: RequestOptions): APIPromise<T.BenchmarkDatabaseDeleteBatchResponse> {
    return this.client.call({ method: 'DELETE', path: path`/api/benchmark/db/batch/${batchId}`, query: request }, options)
  }
}

export class DatabaseGenerator extends Resource {
  /**
   * Stored tasks of the generator component, newest first, with filters on every column. Those that have not ended come first; in another order than the newest first, and after a cursor, there are only those that have. The address of the next page is in the Link header.
   *
   * `GET /api/generator/db/tasks`
   */
  list(request?: T.GeneratorDatabaseListRequest, options?: RequestOptions): ListPromise<T.GeneratorDatabaseListResponse, T.GeneratorDatabaseListResponse[number]> {
    return this.client.list({ method: 'GET', path: '/api/generator/db/tasks', query: request }, { by: 'cursor', most: 1000 }, options)
  }

  /**
   * All stored tasks that match, as a file. In the order in which they ended, newest first unless order is asc. It is sent piece by piece, however much it is; Parquet is made first.
   *
   * `GET /api/generator/db/tasks/export`
   */
  download(request?: T.GeneratorDatabaseExportRowsRequest, options?: RequestOptions): APIPromise<Response> {
    return this.client.call({ method: 'GET', path: '/api/generator/db/tasks/export', query: request, raw: true }, options)
  }

  /**
   * Batches of tasks, newest first.
   *
   * `GET /api/generator/db/batches`
   */
  batches(request?: T.GeneratorDatabaseBatchesRequest, options?: RequestOptions): APIPromise<T.GeneratorDatabaseBatchesResponse> {
    return this.client.call({ method: 'GET', path: '/api/generator/db/batches', query: request }, options)
  }

  /**
   * tasks counted by model.
   *
   * `GET /api/generator/db/models/stats`
   */
  modelStats(request?: T.GeneratorDatabaseModelStatsRequest, options?: RequestOptions): APIPromise<T.GeneratorDatabaseModelStatsResponse> {
    return this.client.call({ method: 'GET', path: '/api/generator/db/models/stats', query: request }, options)
  }

  /**
   * tasks counted by platform.
   *
   * `GET /api/generator/db/hardware/stats`
   */
  hardwareStats(request?: T.GeneratorDatabaseHardwareStatsRequest, options?: RequestOptions): APIPromise<T.GeneratorDatabaseHardwareStatsResponse> {
    return this.client.call({ method: 'GET', path: '/api/generator/db/hardware/stats', query: request }, options)
  }

  /**
   * One task, whole.
   *
   * `GET /api/generator/db/task/{task_id}`
   */
  get(taskId: string, options?: RequestOptions): APIPromise<T.GeneratorDatabaseOneResponse> {
    return this.client.call({ method: 'GET', path: path`/api/generator/db/task/${taskId}` }, options)
  }

  /**
   * One batch with its tasks.
   *
   * `GET /api/generator/db/batch/{batch_id}`
   */
  batch(batchId: string, options?: RequestOptions): APIPromise<T.GeneratorDatabaseBatchResponse> {
    return this.client.call({ method: 'GET', path: path`/api/generator/db/batch/${batchId}` }, options)
  }

  /**
   * What went on in the last days, counted by day, model and platform.
   *
   * `GET /api/generator/db/performance`
   */
  performance(request?: T.GeneratorDatabasePerformanceRequest, options?: RequestOptions): APIPromise<T.GeneratorDatabasePerformanceResponse> {
    return this.client.call({ method: 'GET', path: '/api/generator/db/performance', query: request }, options)
  }

  /**
   * tasks that hold a text, newest first. Looks in ids, models, platforms, status and errors, ignoring case.
   *
   * `POST /api/generator/db/search`
   */
  search(request: T.GeneratorDatabaseSearchRequest, options?: RequestOptions): APIPromise<T.GeneratorDatabaseSearchResponse> {
    return this.client.call({ method: 'POST', path: '/api/generator/db/search', body: request }, options)
  }

  /**
   * Write everything to a file on the server. A task writes it: GET /api/predictive-performance/task/{task_id} tells when it is there.
   *
   * `POST /api/generator/db/export`
   */
  export(request: T.GeneratorDatabaseExportRequest, options?: RequestOptions): APIPromise<T.GeneratorDatabaseExportResponse> {
    return this.client.call({ method: 'POST', path: '/api/generator/db/export', body: request }, options)
  }

  /**
   * Delete a task that has ended. For good. Files that were written stay, and so do measurements that predictions learn from.
   *
   * `DELETE /api/generator/db/task/{task_id}`
   */
  delete(taskId: string, options?: RequestOptions): APIPromise<T.GeneratorDatabaseDeleteOneResponse> {
    return this.client.call({ method: 'DELETE', path: path`/api/generator/db/task/${taskId}` }, options)
  }

  /**
   * Delete a batch.
   *
   * `DELETE /api/generator/db/batch/{batch_id}`
   */
  deleteBatch(batchId: string, request?: T.GeneratorDatabaseDeleteBatchRequest, options?: RequestOptions): APIPromise<T.GeneratorDatabaseDeleteBatchResponse> {
    return this.client.call({ method: 'DELETE', path: path`/api/generator/db/batch/${batchId}`, query: request }, options)
  }
}

export class Evaluate extends Resource {
  /**
   * Evaluate several models on one data set and rank them. Computes every metric that applies, with confidence intervals, paired comparisons, rankings with ties, fairness by group, and stores the run. The answer is sent after the run is durable.
   *
   * `POST /api/v1/model-performance/run-benchmark`
   */
  run(request: T.RunBenchmarkRequest, options?: RequestOptions): APIPromise<T.RunBenchmarkResponse> {
    return this.client.call({ method: 'POST', path: '/api/v1/model-performance/run-benchmark', body: request }, options)
  }

  /**
   * Compare models by their latest records.
   *
   * `POST /api/v1/model-performance/compare-models`
   */
  compare(request: T.CompareModelsRequest, options?: RequestOptions): APIPromise<T.CompareModelsResponse> {
    return this.client.call({ method: 'POST', path: '/api/v1/model-performance/compare-models', body: request }, options)
  }

  /**
   * List benchmark runs, newest first.
   *
   * `GET /api/v1/model-performance/benchmark-runs`
   */
  list(request?: T.ListBenchmarkRunsRequest, options?: RequestOptions): ListPromise<T.ListBenchmarkRunsResponse, T.ListBenchmarkRunsResponse['runs'][number]> {
    return this.client.list({ method: 'GET', path: '/api/v1/model-performance/benchmark-runs', query: request }, { rows: 'runs', by: 'cursor', most: 100 }, options)
  }

  /**
   * Read one benchmark run, whole.
   *
   * `GET /api/v1/model-performance/benchmark-runs/{run_id}`
   */
  get(runId: string, options?: RequestOptions): APIPromise<T.GetBenchmarkRunResponse> {
    return this.client.call({ method: 'GET', path: path`/api/v1/model-performance/benchmark-runs/${runId}` }, options)
  }

  /**
   * Report of one run: JSON, Markdown, HTML or CSV. Says in sentences what is best at what, what is statistically tied, which trade-offs and warnings there are. The format follows ?format= or the Accept header; JSON by default.
   *
   * `GET /api/v1/model-performance/benchmark-runs/{run_id}/report`
   */
  report<F extends "json" | "markdown" | "html" | "csv" = 'json'>(runId: string, request?: T.GetBenchmarkReportRequest & { readonly format?: F }, options?: RequestOptions): APIPromise<F extends `${string}json` ? T.GetBenchmarkReportResponse : string> {
    return this.client.call({ method: 'GET', path: path`/api/v1/model-performance/benchmark-runs/${runId}/report`, query: request }, options)
  }

  /**
   * History of one model, oldest first. The latest `limit` records, oldest of them first. A model without records gives an empty list. Model ids may hold slashes.
   *
   * `GET /api/v1/model-performance/models/{model_id}/performance-history`
   */
  history(modelId: string, request?: T.GetPerformanceHistoryRequest, options?: RequestOptions): APIPromise<T.GetPerformanceHistoryResponse> {
    return this.client.call({ method: 'GET', path: path`/api/v1/model-performance/models/${modelId}/performance-history`, query: request }, options)
  }

  /**
   * Task types that can be benchmarked.
   *
   * `GET /api/v1/model-performance/task-types`
   */
  taskTypes(options?: RequestOptions): APIPromise<T.GetTaskTypesResponse> {
    return this.client.call({ method: 'GET', path: '/api/v1/model-performance/task-types' }, options)
  }

  /**
   * Metrics, with direction, range, unit, definition and reference.
   *
   * `GET /api/v1/model-performance/performance-metrics`
   */
  metrics(options?: RequestOptions): APIPromise<T.GetPerformanceMetricsResponse> {
    return this.client.call({ method: 'GET', path: '/api/v1/model-performance/performance-metrics' }, options)
  }
}

export class Predict extends Resource {
  /**
   * Recommend hardware for a model. Predicts the model on every available platform and ranks them by the objective, with the probability that each is the best and the reason why the others are not. Answers with the id of a task: read it at GET /task/{task_id}, follow it on the WebSocket or the event stream, or wait for it with ?wait=N or Prefer: wait=N, which answers with the finished task. What cannot be done ends as a failed task whose message says why.
   *
   * `POST /api/predictive-performance/predict-hardware`
   */
  hardware(request: T.PredictHardwareRequest, options?: RequestOptions): APIPromise<T.PredictHardwareResponse> {
    const { wait, ...body } = request
    return this.client.call({ method: 'POST', path: '/api/predictive-performance/predict-hardware', body, query: { wait } }, options)
  }

  /**
   * Predict throughput, latency and memory of a model on hardware. Each figure has an interval and its provenance. A platform that cannot run the model is in `unsupported`, with the reason. Answers with the id of a task: read it at GET /task/{task_id}, follow it on the WebSocket or the event stream, or wait for it with ?wait=N or Prefer: wait=N, which answers with the finished task. What cannot be done ends as a failed task whose message says why.
   *
   * `POST /api/predictive-performance/predict-performance`
   */
  performance(request: T.PredictPerformanceRequest, options?: RequestOptions): APIPromise<T.PredictPerformanceResponse> {
    const { wait, ...body } = request
    return this.client.call({ method: 'POST', path: '/api/predictive-performance/predict-performance', body, query: { wait } }, options)
  }

  /**
   * Predict models x hardware x batch sizes x precisions. Every cell has its interval; a cell that cannot run says why. Answers with the id of a task: read it at GET /task/{task_id}, follow it on the WebSocket or the event stream, or wait for it with ?wait=N or Prefer: wait=N, which answers with the finished task. What cannot be done ends as a failed task whose message says why.
   *
   * `POST /api/predictive-performance/generate-matrix`
   */
  matrix(request: T.GenerateMatrixRequest, options?: RequestOptions): APIPromise<T.GenerateMatrixResponse> {
    const { wait, ...body } = request
    return this.client.call({ method: 'POST', path: '/api/predictive-performance/generate-matrix', body, query: { wait } }, options)
  }

  /**
   * Predict a whole table of configurations. CSV or JSON rows in, predictions with intervals out. What the server has measured counts as it does for single predictions; measured rows calibrate this task only, and nothing is stored. A table without rows, or without the columns hardware_platform and model_name (or arch_key, gmacs, params_m in its place), fails. Answers with the id of a task: read it at GET /task/{task_id}, follow it on the WebSocket or the event stream, or wait for it with ?wait=N or Prefer: wait=N, which answers with the finished task. What cannot be done ends as a failed task whose message says why.
   *
   * `POST /api/predictive-performance/predict-batch`
   */
  batch(request?: T.PredictBatchRequest, options?: RequestOptions): APIPromise<T.PredictBatchResponse> {
    const { wait, ...body } = request ?? {}
    return this.client.call({ method: 'POST', path: '/api/predictive-performance/predict-batch', body, query: { wait } }, options)
  }
}

export class Measurements extends Resource {
  /**
   * Record a measurement and compare it with its prediction. Later predictions learn from it at once. It is compared with the prediction named, which must be of the same configuration, else with the newest one of the same model, device, batch size, sequence length, precision, mode and phase. What is doubtful about it is in `warnings`; figures that no machine can have are refused. Answers with the id of a task: read it at GET /task/{task_id}, follow it on the WebSocket or the event stream, or wait for it with ?wait=N or Prefer: wait=N, which answers with the finished task. What cannot be done ends as a failed task whose message says why.
   *
   * `POST /api/predictive-performance/record-measurement`
   */
  record(request: T.RecordMeasurementRequest, options?: RequestOptions): APIPromise<T.RecordMeasurementResponse> {
    const { wait, ...body } = request
    return this.client.call({ method: 'POST', path: '/api/predictive-performance/record-measurement', body, query: { wait } }, options)
  }

  /**
   * List measurements, newest first.
   *
   * `GET /api/predictive-performance/measurements`
   */
  list(request?: T.ListMeasurementsRequest, options?: RequestOptions): ListPromise<T.ListMeasurementsResponse, T.ListMeasurementsResponse['measurements'][number]> {
    return this.client.list({ method: 'GET', path: '/api/predictive-performance/measurements', query: request }, { rows: 'measurements', by: 'offset', most: 1000 }, options)
  }

  /**
   * Which configurations to measure next. Those that together take away most of the uncertainty of the predictions, by expected variance reduction.
   *
   * `GET /api/predictive-performance/suggest-measurements`
   */
  suggest(request?: T.SuggestMeasurementsRequest, options?: RequestOptions): APIPromise<T.SuggestMeasurementsResponse> {
    return this.client.call({ method: 'GET', path: '/api/predictive-performance/suggest-measurements', query: request }, options)
  }

  /**
   * Make rows to try things out with. Every row is marked `sample`, is never learned from and never recommended by. Answers with the id of a task: read it at GET /task/{task_id}, follow it on the WebSocket or the event stream, or wait for it with ?wait=N or Prefer: wait=N, which answers with the finished task. What cannot be done ends as a failed task whose message says why.
   *
   * `POST /api/predictive-performance/generate-sample-data`
   */
  generateSamples(request?: T.GenerateSampleDataRequest, options?: RequestOptions): APIPromise<T.GenerateSampleDataResponse> {
    const { wait, ...body } = request ?? {}
    return this.client.call({ method: 'POST', path: '/api/predictive-performance/generate-sample-data', body, query: { wait } }, options)
  }
}

export class Predictions extends Resource {
  /**
   * List predictions, newest first.
   *
   * `GET /api/predictive-performance/predictions`
   */
  list(request?: T.ListPredictionsRequest, options?: RequestOptions): ListPromise<T.ListPredictionsResponse, T.ListPredictionsResponse['predictions'][number]> {
    return this.client.list({ method: 'GET', path: '/api/predictive-performance/predictions', query: request }, { rows: 'predictions', by: 'offset', most: 1000 }, options)
  }

  /**
   * Analyse how good predictions were. Compares every prediction with its measurement. Sample rows count only while there are no real ones. Answers with the id of a task: read it at GET /task/{task_id}, follow it on the WebSocket or the event stream, or wait for it with ?wait=N or Prefer: wait=N, which answers with the finished task. What cannot be done ends as a failed task whose message says why.
   *
   * `POST /api/predictive-performance/analyze-predictions`
   */
  analyze(request?: T.AnalyzePredictionsRequest, options?: RequestOptions): APIPromise<T.AnalyzePredictionsResponse> {
    const { wait, ...body } = request ?? {}
    return this.client.call({ method: 'POST', path: '/api/predictive-performance/analyze-predictions', body, query: { wait } }, options)
  }

  /**
   * What is known of each model.
   *
   * `GET /api/predictive-performance/stats`
   */
  statistics(options?: RequestOptions): APIPromise<T.GetPredictiveStatisticsResponse> {
    return this.client.call({ method: 'GET', path: '/api/predictive-performance/stats' }, options)
  }
}

export class Recommendations extends Resource {
  /**
   * List recommendations, newest first.
   *
   * `GET /api/predictive-performance/recommendations`
   */
  list(request?: T.ListRecommendationsRequest, options?: RequestOptions): ListPromise<T.ListRecommendationsResponse, T.ListRecommendationsResponse['recommendations'][number]> {
    return this.client.list({ method: 'GET', path: '/api/predictive-performance/recommendations', query: request }, { rows: 'recommendations', by: 'offset', most: 1000 }, options)
  }

  /**
   * Say whether a recommendation was followed. Moves later rankings within bounds (10 % of the score at most), and they say so. Answers with the id of a task: read it at GET /task/{task_id}, follow it on the WebSocket or the event stream, or wait for it with ?wait=N or Prefer: wait=N, which answers with the finished task. What cannot be done ends as a failed task whose message says why.
   *
   * `POST /api/predictive-performance/record-feedback`
   */
  feedback(request: T.RecordFeedbackRequest, options?: RequestOptions): APIPromise<T.RecordFeedbackResponse> {
    const { wait, ...body } = request
    return this.client.call({ method: 'POST', path: '/api/predictive-performance/record-feedback', body, query: { wait } }, options)
  }
}

export class Predictors extends Resource {
  /**
   * List stored predictors, newest first, and say which one serves.
   *
   * `GET /api/predictive-performance/models`
   */
  list(request?: T.ListPredictionModelsRequest, options?: RequestOptions): ListPromise<T.ListPredictionModelsResponse, T.ListPredictionModelsResponse['models'][number]> {
    return this.client.list({ method: 'GET', path: '/api/predictive-performance/models', query: request }, { rows: 'models', by: 'offset', most: 1000 }, options)
  }

  /**
   * Train a predictor on your measurements. Challenger against champion on grouped cross-validation: the new predictor serves only if it is better. POST /models/previous/activate takes it back. Answers with the id of a task: read it at GET /task/{task_id}, follow it on the WebSocket or the event stream, or wait for it with ?wait=N or Prefer: wait=N, which answers with the finished task. What cannot be done ends as a failed task whose message says why.
   *
   * `POST /api/predictive-performance/train`
   */
  train(request?: T.TrainModelRequest, options?: RequestOptions): APIPromise<T.TrainModelResponse> {
    const { wait, ...body } = request ?? {}
    return this.client.call({ method: 'POST', path: '/api/predictive-performance/train', body, query: { wait } }, options)
  }

  /**
   * Store a predictor of your own. The file is data: ONNX with named inputs, or serialised trees. Feature importances in it are stored too. Only trees in the format benchcast-correction-1, made for the version of the shipped predictor that runs here, can serve; an ONNX file is kept and listed. The answer says which it is. Answers with the id of a task: read it at GET /task/{task_id}, follow it on the WebSocket or the event stream, or wait for it with ?wait=N or Prefer: wait=N, which answers with the finished task. What cannot be done ends as a failed task whose message says why.
   *
   * `POST /api/predictive-performance/store-model`
   */
  store(request: T.StoreModelRequest, options?: RequestOptions): APIPromise<T.StoreModelResponse> {
    const { wait, ...body } = request
    return this.client.call({ method: 'POST', path: '/api/predictive-performance/store-model', body, query: { wait } }, options)
  }

  /**
   * Let a stored predictor serve, or roll back. model_id is that of a trained predictor, `prior` for the shipped one, or `previous` for the one that served before. Activating the one that serves changes nothing, and says so. Answers with the id of a task: read it at GET /task/{task_id}, follow it on the WebSocket or the event stream, or wait for it with ?wait=N or Prefer: wait=N, which answers with the finished task. What cannot be done ends as a failed task whose message says why.
   *
   * `POST /api/predictive-performance/models/{model_id}/activate`
   */
  activate(modelId: string, request?: T.ActivateModelRequest, options?: RequestOptions): APIPromise<T.ActivateModelResponse> {
    return this.client.call({ method: 'POST', path: path`/api/predictive-performance/models/${modelId}/activate`, query: request }, options)
  }

  /**
   * List feature importances, newest first.
   *
   * `GET /api/predictive-performance/feature-importance`
   */
  featureImportance(request?: T.ListFeatureImportanceRequest, options?: RequestOptions): ListPromise<T.ListFeatureImportanceResponse, T.ListFeatureImportanceResponse['feature_importance'][number]> {
    return this.client.list({ method: 'GET', path: '/api/predictive-performance/feature-importance', query: request }, { rows: 'feature_importance', by: 'offset', most: 1000 }, options)
  }
}

export class Tasks extends FollowedResource<T.GetTaskResponse> {
  protected readonly webSocket = '/api/predictive-performance/ws/{id}'

  protected ask(id: string, options: RequestOptions): Promise<T.GetTaskResponse> {
    return this.get(id, { wait: 1 }, options)
  }

  /**
   * State of a task. With ?wait=N it answers when the task ends, or after N seconds. Tasks are kept for 24 hours after their end.
   *
   * `GET /api/predictive-performance/task/{task_id}`
   */
  get(taskId: string, request?: T.GetTaskRequest, options?: RequestOptions): APIPromise<T.GetTaskResponse> {
    return this.client.call({ method: 'GET', path: path`/api/predictive-performance/task/${taskId}`, query: request }, options)
  }

  /**
   * Cancel a task. A task that has not ended stops and is failed, with a message that says so; one that has ended stays as it is. Answers with its state.
   *
   * `DELETE /api/predictive-performance/task/{task_id}`
   */
  cancel(taskId: string, options?: RequestOptions): APIPromise<T.CancelTaskResponse> {
    return this.client.call({ method: 'DELETE', path: path`/api/predictive-performance/task/${taskId}` }, options)
  }

  /**
   * Follow a task (server-sent events). One event per change, the present state first, the last one with the result; then the stream ends. `id` counts the changes; a client that comes back with Last-Event-ID gets what is new. The WebSocket at /ws/{task_id} gives the same frames.
   *
   * `GET /api/predictive-performance/task/{task_id}/events`
   */
  events(taskId: string, options?: RequestOptions): AsyncGenerator<T.GetTaskEventsResponse> {
    return this.client.events(path`/api/predictive-performance/task/${taskId}/events`, options)
  }
}

export class Benchmarks extends FollowedResource<T.GetSpeedBenchmarkStatusResponse> {
  protected readonly webSocket = '/api/benchmark/ws/{id}'

  protected ask(id: string, options: RequestOptions): Promise<T.GetSpeedBenchmarkStatusResponse> {
    return this.status(id, options)
  }

  /**
   * Measure how fast models are on this machine. Each model is written with random weights from its layers (timing does not depend on their values, and nothing is downloaded), run in a process of its own, warmed up, and measured until its median is known. Every measured configuration becomes a measurement that predictions learn from. Platforms of a browser are measured in a headless Chromium, or in a browser that you open at the address that the answer names; GET /measure/ lists the runs that wait for one. Answers at once: read GET /status/{run_id}, or follow the WebSocket at /ws/{run_id}. Send an Idempotency-Key to be able to repeat the request safely.
   *
   * `POST /api/benchmark/run`
   */
  start(request?: T.StartSpeedBenchmarkRequest, options?: RequestOptions): APIPromise<T.StartSpeedBenchmarkResponse> {
    return this.client.call({ method: 'POST', path: '/api/benchmark/run', body: request ?? {} }, options)
  }

  /**
   * How far a run is.
   *
   * `GET /api/benchmark/status/{run_id}`
   */
  status(runId: string, options?: RequestOptions): APIPromise<T.GetSpeedBenchmarkStatusResponse> {
    return this.client.call({ method: 'GET', path: path`/api/benchmark/status/${runId}` }, options)
  }

  /**
   * What a run measured.
   *
   * `GET /api/benchmark/results/{run_id}`
   */
  results(runId: string, options?: RequestOptions): APIPromise<T.GetSpeedBenchmarkResultsResponse> {
    return this.client.call({ method: 'GET', path: path`/api/benchmark/results/${runId}` }, options)
  }

  /**
   * Cancel a run. What is being measured is ended at once; what was measured before stays. A run that has ended stays as it is. Answers with its status.
   *
   * `DELETE /api/benchmark/run/{run_id}`
   */
  cancel(runId: string, options?: RequestOptions): APIPromise<T.CancelSpeedBenchmarkResponse> {
    return this.client.call({ method: 'DELETE', path: path`/api/benchmark/run/${runId}` }, options)
  }

  /**
   * Models that can be measured by name.
   *
   * `GET /api/benchmark/models`
   */
  models(options?: RequestOptions): APIPromise<T.ListBenchmarkableModelsResponse> {
    return this.client.call({ method: 'GET', path: '/api/benchmark/models' }, options)
  }

  /**
   * What this machine can measure on. Found by asking the runtime. The processor is always there.
   *
   * `GET /api/benchmark/hardware`
   */
  hardware(options?: RequestOptions): APIPromise<T.ListBenchmarkHardwareResponse> {
    return this.client.call({ method: 'GET', path: '/api/benchmark/hardware' }, options)
  }

  /**
   * Documents of the runs that have ended, newest first.
   *
   * `GET /api/benchmark/reports`
   */
  reports(options?: RequestOptions): APIPromise<T.ListSpeedBenchmarkReportsResponse> {
    return this.client.call({ method: 'GET', path: '/api/benchmark/reports' }, options)
  }

  /**
   * One document of a run. results.json is what GET /results/{run_id} answers, report.md is a page to read, results.csv a table.
   *
   * `GET /api/benchmark/reports/{run_id}/{file}`
   */
  report<F extends "results.json" | "report.md" | "results.csv">(runId: string, file: F, options?: RequestOptions): APIPromise<F extends `${string}json` ? T.GetSpeedBenchmarkReportResponse : string> {
    return this.client.call({ method: 'GET', path: path`/api/benchmark/reports/${runId}/${file}` }, options)
  }

  /**
   * Measured configurations of all runs, newest first.
   *
   * `GET /api/benchmark/query`
   */
  query(request?: T.QuerySpeedBenchmarksRequest, options?: RequestOptions): APIPromise<T.QuerySpeedBenchmarksResponse> {
    return this.client.call({ method: 'GET', path: '/api/benchmark/query', query: request }, options)
  }
}

export class Tests extends FollowedResource<T.GetModelTestStatusResponse> {
  protected readonly webSocket = '/api/test/ws/{id}'

  protected ask(id: string, options: RequestOptions): Promise<T.GetModelTestStatusResponse> {
    return this.status(id, options)
  }

  /**
   * Test that a model computes what it should on this machine. The model is written with random weights from its layers, at batch 2 with 16 tokens or its usual image, and run in processes of its own. Any name is taken; a model whose layers are not known fails with a text that says what to name instead. Answers at once: read GET /status/{run_id}, or follow the WebSocket at /ws/{run_id}. Send an Idempotency-Key to be able to repeat the request safely.
   *
   * `POST /api/test/run`
   */
  start(request: T.StartModelTestRequest, options?: RequestOptions): APIPromise<T.StartModelTestResponse> {
    return this.client.call({ method: 'POST', path: '/api/test/run', body: request }, options)
  }

  /**
   * Test several models. One run per model, all alike otherwise, one after the other on a device: together they are a batch of the test database.
   *
   * `POST /api/test/batch`
   */
  startBatch(request: T.StartModelTestsRequest, options?: RequestOptions): APIPromise<T.StartModelTestsResponse> {
    return this.client.call({ method: 'POST', path: '/api/test/batch', body: request }, options)
  }

  /**
   * How far a run is.
   *
   * `GET /api/test/status/{run_id}`
   */
  status(runId: string, options?: RequestOptions): APIPromise<T.GetModelTestStatusResponse> {
    return this.client.call({ method: 'GET', path: path`/api/test/status/${runId}` }, options)
  }

  /**
   * How the tests of a run ended. Of a failed or cancelled run, what had been tested by then.
   *
   * `GET /api/test/results/{run_id}`
   */
  results(runId: string, options?: RequestOptions): APIPromise<T.GetModelTestResultsResponse> {
    return this.client.call({ method: 'GET', path: path`/api/test/results/${runId}` }, options)
  }

  /**
   * Stop a run. The process of the model is ended at once. A run that has ended stays as it is.
   *
   * `POST /api/test/cancel/{run_id}`
   */
  cancel(runId: string, options?: RequestOptions): APIPromise<T.CancelModelTestResponse> {
    return this.client.call({ method: 'POST', path: path`/api/test/cancel/${runId}` }, options)
  }

  /**
   * Runs, newest first; those that have not ended come before the others.
   *
   * `GET /api/test/runs`
   */
  list(request?: T.ListModelTestsRequest, options?: RequestOptions): APIPromise<T.ListModelTestsResponse> {
    return this.client.call({ method: 'GET', path: '/api/test/runs', query: request }, options)
  }

  /**
   * Models that can be tested by name.
   *
   * `GET /api/test/models`
   */
  models(options?: RequestOptions): APIPromise<T.ListTestableModelsResponse> {
    return this.client.call({ method: 'GET', path: '/api/test/models' }, options)
  }

  /**
   * Platforms, and whether this machine has them.
   *
   * `GET /api/test/hardware`
   */
  hardware(options?: RequestOptions): APIPromise<T.ListTestHardwareResponse> {
    return this.client.call({ method: 'GET', path: '/api/test/hardware' }, options)
  }

  /**
   * Kinds of tests and what each of them does.
   *
   * `GET /api/test/types`
   */
  types(options?: RequestOptions): APIPromise<T.ListTestTypesResponse> {
    return this.client.call({ method: 'GET', path: '/api/test/types' }, options)
  }
}

export class Generator extends FollowedResource<T.GetGeneratorStatusResponse> {
  protected readonly webSocket = '/api/generator/ws/{id}'

  protected ask(id: string, options: RequestOptions): Promise<T.GetGeneratorStatusResponse> {
    return this.status(id, options)
  }

  /**
   * Write a script that measures a model elsewhere. The script measures by the method of this server, prints a table or JSON, and can record its result at a Benchcast server. It is called test_<model>.<ending>, with - and / as _. Answers at once: read GET /status/{task_id}, or follow the WebSocket at /ws/{task_id}. Send an Idempotency-Key to be able to repeat the request safely.
   *
   * `POST /api/generator/model`
   */
  script(request: T.GenerateScriptRequest, options?: RequestOptions): APIPromise<T.GenerateScriptResponse> {
    return this.client.call({ method: 'POST', path: '/api/generator/model', body: request }, options)
  }

  /**
   * Write scripts for several models. One task per model, all alike otherwise. force, output_dir, template_type and task may be query parameters or fields of the body.
   *
   * `POST /api/generator/batch`
   */
  scripts(request: T.GenerateScriptsRequest, options?: RequestOptions): APIPromise<T.GenerateScriptsResponse> {
    return this.client.call({ method: 'POST', path: '/api/generator/batch', body: request }, options)
  }

  /**
   * How far a task is.
   *
   * `GET /api/generator/status/{task_id}`
   */
  status(taskId: string, options?: RequestOptions): APIPromise<T.GetGeneratorStatusResponse> {
    return this.client.call({ method: 'GET', path: path`/api/generator/status/${taskId}` }, options)
  }

  /**
   * What a task has written, or why it has not.
   *
   * `GET /api/generator/result/{task_id}`
   */
  result(taskId: string, options?: RequestOptions): APIPromise<T.GetGeneratorResultResponse> {
    return this.client.call({ method: 'GET', path: path`/api/generator/result/${taskId}` }, options)
  }

  /**
   * The script of a task. The text as it was written, whatever became of the file since.
   *
   * `GET /api/generator/file/{task_id}`
   */
  file(taskId: string, options?: RequestOptions): APIPromise<T.GetGeneratedFileResponse> {
    return this.client.call({ method: 'GET', path: path`/api/generator/file/${taskId}` }, options)
  }

  /**
   * Kinds of scripts.
   *
   * `GET /api/generator/templates`
   */
  templates(options?: RequestOptions): APIPromise<T.ListTemplatesResponse> {
    return this.client.call({ method: 'GET', path: '/api/generator/templates' }, options)
  }

  /**
   * Platforms scripts can be written for. A script for a platform that this machine does not have is meant to be run elsewhere.
   *
   * `GET /api/generator/hardware`
   */
  hardware(options?: RequestOptions): APIPromise<T.ListGeneratorHardwareResponse> {
    return this.client.call({ method: 'GET', path: '/api/generator/hardware' }, options)
  }
}

export class Database extends Resource {
  readonly predictive = new DatabasePredictive(this.client)
  readonly measurements = new DatabaseMeasurements(this.client)
  readonly predictions = new DatabasePredictions(this.client)
  readonly recommendations = new DatabaseRecommendations(this.client)
  readonly predictors = new DatabasePredictors(this.client)
  readonly featureImportance = new DatabaseFeatureImportance(this.client)
  readonly feedback = new DatabaseFeedback(this.client)
  readonly errors = new DatabaseErrors(this.client)
  readonly evaluations = new DatabaseEvaluations(this.client)
  readonly tests = new DatabaseTests(this.client)
  readonly benchmarks = new DatabaseBenchmarks(this.client)
  readonly generator = new DatabaseGenerator(this.client)

  /**
   * What every component knows of every model, counted.
   *
   * `GET /api/db/overview`
   */
  overview(options?: RequestOptions): APIPromise<T.GetDatabaseOverviewResponse> {
    return this.client.call({ method: 'GET', path: '/api/db/overview' }, options)
  }

  /**
   * What all components know of one model. A model that nobody has heard of has empty lists. Counts of predictions and measurements hold sample rows too, which are marked in the lists.
   *
   * `GET /api/db/model/{model_name}`
   */
  model(modelName: string, options?: RequestOptions): APIPromise<T.GetModelDataResponse> {
    return this.client.call({ method: 'GET', path: path`/api/db/model/${modelName}` }, options)
  }

  /**
   * What tests, benchmarks, predictions and evaluations together say of one model. Success rates, quality beside speed, how good predictions were, and for every figure that was measured more than once whether it became worse or better. Sample rows are left out. Looks at the newest 1,000 measurements, 1,000 prediction errors and 200 evaluations.
   *
   * `GET /api/db/model/{model_name}/analysis`
   */
  analyze(modelName: string, options?: RequestOptions): APIPromise<T.AnalyzeModelResponse> {
    return this.client.call({ method: 'GET', path: path`/api/db/model/${modelName}/analysis` }, options)
  }

  /**
   * Look for a text in every component. Looks in models, platforms, kinds, statuses and ids, ignoring case. Everything is said in the query of the address; a body is not read.
   *
   * `POST /api/db/search`
   */
  search(request: T.SearchDatabasesRequest, options?: RequestOptions): APIPromise<T.SearchDatabasesResponse> {
    return this.client.call({ method: 'POST', path: '/api/db/search', query: request }, options)
  }
}

export class Keys extends Resource {
  /**
   * Make an API key. The key is in this answer and nowhere else: the server keeps its SHA-256 alone. That is why an Idempotency-Key does not give it again; a repeated request is refused because the name is taken.
   *
   * `POST /api/keys`
   */
  create(request: T.CreateKeyRequest, options?: RequestOptions): APIPromise<T.CreateKeyResponse> {
    return this.client.call({ method: 'POST', path: '/api/keys', body: request }, options)
  }

  /**
   * The API keys, newest first.
   *
   * `GET /api/keys`
   */
  list(options?: RequestOptions): APIPromise<T.ListKeysResponse> {
    return this.client.call({ method: 'GET', path: '/api/keys' }, options)
  }

  /**
   * Replace an API key by a new one of the same name and scopes. The old one stays good for the given hours, so that programs can change over.
   *
   * `POST /api/keys/{key_id}/rotate`
   */
  rotate(keyId: string, request?: T.RotateKeyRequest, options?: RequestOptions): APIPromise<T.RotateKeyResponse> {
    return this.client.call({ method: 'POST', path: path`/api/keys/${keyId}/rotate`, body: request ?? {} }, options)
  }

  /**
   * Revoke an API key. From now on it opens nothing. It stays in the list.
   *
   * `DELETE /api/keys/{key_id}`
   */
  revoke(keyId: string, options?: RequestOptions): APIPromise<T.RevokeKeyResponse> {
    return this.client.call({ method: 'DELETE', path: path`/api/keys/${keyId}` }, options)
  }
}

export class Audit extends Resource {
  /**
   * Who did what, from where, newest first.
   *
   * `GET /api/audit`
   */
  list(request?: T.ListAuditRequest, options?: RequestOptions): ListPromise<T.ListAuditResponse, T.ListAuditResponse['entries'][number]> {
    return this.client.list({ method: 'GET', path: '/api/audit', query: request }, { rows: 'entries', by: 'offset', most: 1000 }, options)
  }
}

export class System extends Resource {
  /**
   * What is served here, and where.
   *
   * `GET /`
   */
  gateway(options?: RequestOptions): APIPromise<T.GetGatewayResponse> {
    return this.client.call({ method: 'GET', path: '/' }, options)
  }

  /**
   * Liveness: the process answers.
   *
   * `GET /health`
   */
  health(options?: RequestOptions): APIPromise<T.GetHealthResponse> {
    return this.client.call({ method: 'GET', path: '/health' }, options)
  }

  /**
   * Readiness: requests can be served (503 otherwise, with the reasons).
   *
   * `GET /health/ready`
   */
  ready(options?: RequestOptions): APIPromise<T.GetReadinessResponse> {
    return this.client.call({ method: 'GET', path: '/health/ready' }, options)
  }
}

/** Every resource of a client. */
export interface Resources {
  readonly evaluate: Evaluate
  readonly predict: Predict
  readonly measurements: Measurements
  readonly predictions: Predictions
  readonly recommendations: Recommendations
  readonly predictors: Predictors
  readonly tasks: Tasks
  readonly benchmarks: Benchmarks
  readonly tests: Tests
  readonly generator: Generator
  readonly database: Database
  readonly keys: Keys
  readonly audit: Audit
  readonly system: System
}
