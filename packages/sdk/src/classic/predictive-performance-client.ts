import type { APIPromise } from '../core/api-promise.ts'
import type { State } from '../core/follow.ts'
import type { ClientOptions } from '../core/options.ts'
import type * as T from '../generated/types.ts'
import { type Camelized, onWire } from './camel-case.ts'
import { ClassicClient, lastState, type Waiting, waitOptions } from './classic-client.ts'
import { type Fault, type Late, orFault } from './faults.ts'

const DEFAULT_SECONDS = 60

/** What a method that starts a task answers: its id and status, or with `wait` its last state; a fault; or that it takes too long. */
export type TaskAnswer<Response> = Promise<Response | Fault | Late>
/** A request in camelCase with the options of waiting. */
type Starting<Request> = Omit<Camelized<Request>, 'wait'> & Waiting<T.Task>

/**
 * Hardware recommendations, performance predictions, measurements, under the original names. Faults are answers: `{ error, status_code }`.
 *
 * @example
 * const client = new PredictivePerformanceClient('http://localhost:8080')
 * const answer = await client.predictHardware({ modelName: 'bert-base-uncased', batchSize: 8, wait: true })
 * if ('result' in answer) console.log(answer.result?.primary_recommendation)
 */
export class PredictivePerformanceClient extends ClassicClient {
  constructor(options: string | ClientOptions = {}) {
    super(options, 'http://localhost:8080')
  }

  predictHardware(options: Starting<T.PredictHardwareRequest>): TaskAnswer<T.PredictHardwareResponse> {
    return this.#start(options, (request: T.PredictHardwareRequest) => this.client.predict.hardware(request))
  }

  predictPerformance(options: Starting<T.PredictPerformanceRequest>): TaskAnswer<T.PredictPerformanceResponse> {
    return this.#start(options, (request: T.PredictPerformanceRequest) => this.client.predict.performance(request))
  }

  recordMeasurement(options: Starting<T.RecordMeasurementRequest>): TaskAnswer<T.RecordMeasurementResponse> {
    return this.#start(options, (request: T.RecordMeasurementRequest) => this.client.measurements.record(request))
  }

  analyzePredictions(options: Starting<T.AnalyzePredictionsRequest> = {}): TaskAnswer<T.AnalyzePredictionsResponse> {
    return this.#start(options, (request: T.AnalyzePredictionsRequest) => this.client.predictions.analyze(request))
  }

  recordFeedback(options: Starting<T.RecordFeedbackRequest>): TaskAnswer<T.RecordFeedbackResponse> {
    return this.#start(options, (request: T.RecordFeedbackRequest) => this.client.recommendations.feedback(request))
  }

  generateSampleData(options: Starting<T.GenerateSampleDataRequest> = {}): TaskAnswer<T.GenerateSampleDataResponse> {
    return this.#start(options, (request: T.GenerateSampleDataRequest) => this.client.measurements.generateSamples(request))
  }

  generateMatrix(options: Starting<T.GenerateMatrixRequest>): TaskAnswer<T.GenerateMatrixResponse> {
    return this.#start(options, (request: T.GenerateMatrixRequest) => this.client.predict.matrix(request))
  }

  storeModel(options: Starting<T.StoreModelRequest>): TaskAnswer<T.StoreModelResponse> {
    return this.#start(options, (request: T.StoreModelRequest) => this.client.predictors.store(request))
  }

  listRecommendations(filters: Camelized<T.ListRecommendationsRequest> = {}): Promise<T.ListRecommendationsResponse | Fault> {
    return orFault(() => this.client.recommendations.list(onWire(filters)))
  }

  listPredictions(filters: Camelized<T.ListPredictionsRequest> = {}): Promise<T.ListPredictionsResponse | Fault> {
    return orFault(() => this.client.predictions.list(onWire(filters)))
  }

  listMeasurements(filters: Camelized<T.ListMeasurementsRequest> = {}): Promise<T.ListMeasurementsResponse | Fault> {
    return orFault(() => this.client.measurements.list(onWire(filters)))
  }

  listModels(filters: Camelized<T.ListPredictionModelsRequest> = {}): Promise<T.ListPredictionModelsResponse | Fault> {
    return orFault(() => this.client.predictors.list(onWire(filters)))
  }

  listFeatureImportance(filters: Camelized<T.ListFeatureImportanceRequest> = {}): Promise<T.ListFeatureImportanceResponse | Fault> {
    return orFault(() => this.client.predictors.featureImportance(onWire(filters)))
  }

  getTaskStatus(taskId: string): Promise<T.Task | Fault> {
    return orFault(() => this.client.tasks.get(taskId))
  }

  /** The last state of a task; after `timeout` seconds `{ error, task_id }`. */
  waitForTask(taskId: string, { timeout = DEFAULT_SECONDS, onProgress }: Omit<Waiting<T.Task>, 'wait'> = {}): Promise<T.Task | Fault | Late> {
    return orFault(() => this.#ended<T.Task>(taskId, { timeout, onProgress }))
  }

  /** The last state of a task; `callback` is called with every state. */
  monitorTask(taskId: string, callback: (state: T.Task) => void): Promise<T.Task | Fault | Late> {
    return orFault(() => this.#ended<T.Task>(taskId, { onProgress: callback }))
  }

  #start<Request extends object, Response extends { readonly task_id: string }>(options: Waiting<T.Task> & object, call: (request: Request) => APIPromise<Response>): TaskAnswer<Response> {
    const { wait = false, timeout = DEFAULT_SECONDS, onProgress, ...request } = options
    return orFault<Response | Late>(async () => {
      const started = await call(onWire<Request>(request))
      return wait ? this.#ended<Response>(started.task_id, { timeout, onProgress }) : started
    })
  }

  #ended<S>(taskId: string, options: Waiting<T.Task>): Promise<S | Late> {
    const waited = this.client.tasks.wait(taskId, waitOptions<T.Task & State>(options))
    return lastState(waited as Promise<unknown> as Promise<S>, ({ message }) => ({ error: message, task_id: taskId }))
  }
}
