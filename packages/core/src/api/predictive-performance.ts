import { z } from 'zod'
import { type Endpoint, endpoint, STARTING_ERRORS } from './endpoint.ts'
import * as lists from './predictive-performance-lists.ts'
import * as requests from './predictive-performance-requests.ts'
import * as results from './predictive-performance-results.ts'
import { PREDICTIVE_PREFIX, startedTask, taskState, waitQuery } from './predictive-performance-words.ts'
import { name, text } from './schemas.ts'

const tag = 'Predictive performance'
const PREFIX = PREDICTIVE_PREFIX
const HOW_TASKS_ANSWER =
  'Answers with the id of a task: read it at GET /task/{task_id}, follow it on the WebSocket or the event stream, or wait for it with ?wait=N or Prefer: wait=N, which answers with the finished task. What cannot be done ends as a failed task whose message says why.'

/** A POST that starts a task. */
const starts = <B extends z.ZodType, R extends z.ZodType>(
  path: string,
  summary: string,
  description: string,
  body: B,
  result: R,
  request: unknown,
  facts: Pick<Endpoint, 'largeBody' | 'audit'> = {},
) =>
  endpoint({
    method: 'POST',
    path: `${PREFIX}/${path}` as const,
    tag,
    scope: 'write:measurements',
    summary,
    description: `${description} ${HOW_TASKS_ANSWER}`,
    query: waitQuery,
    body,
    output: startedTask(result),
    errors: STARTING_ERRORS,
    examples: { request },
    ...facts,
  })

export const predictHardware = starts(
  'predict-hardware',
  'Recommend hardware for a model',
  'Predicts the model on every available platform and ranks them by the objective, with the probability that each is the best and the reason why the others are not.',
  requests.PredictHardwareRequest,
  results.PredictHardwareResult,
  {
    model_name: 'bert-base-uncased',
    model_family: 'embedding',
    batch_size: 8,
    sequence_length: 128,
    mode: 'inference',
    precision: 'fp16',
    available_hardware: ['cuda', 'cpu', 'rocm'],
    predict_performance: true,
  },
)

export const predictPerformance = starts(
  'predict-performance',
  'Predict throughput, latency and memory of a model on hardware',
  'Each figure has an interval and its provenance. A platform that cannot run the model is in `unsupported`, with the reason.',
  requests.PredictPerformanceRequest,
  results.PredictPerformanceResult,
  { model_name: 'bert-base-uncased', model_family: 'embedding', hardware: ['cuda', 'cpu'], batch_size: 8, sequence_length: 128, mode: 'inference', precision: 'fp16' },
)

export const recordMeasurement = starts(
  'record-measurement',
  'Record a measurement and compare it with its prediction',
  'Later predictions learn from it at once. It is compared with the prediction named, which must be of the same configuration, else with the newest one of the same model, device, batch size, sequence length, precision, mode and phase. What is doubtful about it is in `warnings`; figures that no machine can have are refused.',
  requests.RecordMeasurementRequest,
  results.RecordMeasurementResult,
  {
    model_name: 'bert-base-uncased',
    model_family: 'embedding',
    hardware_platform: 'cuda',
    batch_size: 8,
    sequence_length: 128,
    precision: 'fp16',
    mode: 'inference',
    throughput: 123.45,
    latency: 7.89,
    memory_usage: 1024.5,
    source: 'benchmark',
  },
)

export const analyzePredictions = starts(
  'analyze-predictions',
  'Analyse how good predictions were',
  'Compares every prediction with its measurement. Sample rows count only while there are no real ones.',
  requests.AnalyzePredictionsRequest,
  results.AnalyzePredictionsResult,
  { model_name: 'bert-base-uncased', hardware_platform: 'cuda', metric: 'throughput', days: 30 },
)

export const recordFeedback = starts(
  'record-feedback',
  'Say whether a recommendation was followed',
  'Moves later rankings within bounds (10 % of the score at most), and they say so.',
  requests.RecordFeedbackRequest,
  results.RecordFeedbackResult,
  { recommendation_id: 'rec-019aa8c4-6f0e-7b52-9d3c-5a8f6f1f2a10', accepted: true, feedback: 'Twice as fast as what we had.' },
)

export const storeModel = starts(
  'store-model',
  'Store a predictor of your own',
  'The file is data: ONNX with named inputs, or serialised trees. Feature importances in it are stored too. Only trees in the format benchcast-correction-1, made for the version of the shipped predictor that runs here, can serve; an ONNX file is kept and listed. The answer says which it is.',
  requests.StoreModelRequest,
  results.StoreModelResult,
  {
    model_type: 'gradient_boosting',
    target_metric: 'throughput',
    hardware_platform: 'cuda',
    features: ['batch_size', 'platform'],
    serialized_model_path: 'throughput-cuda.json',
    validation_score: 0.93,
  },
  { audit: 'model.stored' },
)

export const generateMatrix = starts(
  'generate-matrix',
  'Predict models x hardware x batch sizes x precisions',
  'Every cell has its interval; a cell that cannot run says why.',
  requests.GenerateMatrixRequest,
  results.GenerateMatrixResult,
  { model_configs: [{ name: 'bert-base-uncased', category: 'embedding' }], hardware_platforms: ['cpu', 'cuda'], batch_sizes: [1, 8], precision_options: ['fp32', 'fp16'] },
)

export const generateSampleData = starts(
  'generate-sample-data',
  'Make rows to try things out with',
  'Every row is marked `sample`, is never learned from and never recommended by.',
  requests.GenerateSampleDataRequest,
  results.GenerateSampleDataResult,
  { num_models: 5 },
)

export const trainModel = starts(
  'train',
  'Train a predictor on your measurements',
  'Challenger against champion on grouped cross-validation: the new predictor serves only if it is better. POST /models/previous/activate takes it back.',
  requests.TrainRequest,
  results.TrainResult,
  { seed: 12345 },
)

export const predictBatch = starts(
  'predict-batch',
  'Predict a whole table of configurations',
  'CSV or JSON rows in, predictions with intervals out. What the server has measured counts as it does for single predictions; measured rows calibrate this task only, and nothing is stored. A table without rows, or without the columns hardware_platform and model_name (or arch_key, gmacs, params_m in its place), fails.',
  requests.PredictBatchRequest,
  results.PredictBatchResult,
  { rows: [{ row_id: 'r1', hardware_platform: 'cuda', device: 'NVIDIA A100 80GB SXM', model_name: 'bert-base-uncased', precision: 'fp16', batch_size: 8 }] },
  { largeBody: true },
)

export const activateModel = endpoint({
  method: 'POST',
  path: `${PREFIX}/models/{model_id}/activate`,
  tag,
  scope: 'write:measurements',
  audit: 'model.stored',
  summary: 'Let a stored predictor serve, or roll back',
  description: `model_id is that of a trained predictor, \`prior\` for the shipped one, or \`previous\` for the one that served before. Activating the one that serves changes nothing, and says so. ${HOW_TASKS_ANSWER}`,
  params: z.object({ model_id: name(256).meta({ description: 'A model id, prior or previous.' }) }),
  query: waitQuery,
  output: startedTask(results.ActivateModelResult),
  errors: ['validation_failed', 'overloaded', 'storage_full', 'idempotency_in_flight', 'idempotency_mismatch'],
})

/** A list of rows. */
const listing = <Q extends z.ZodType, K extends string, R extends z.ZodType>(path: string, key: K, summary: string, query: Q, row: R) =>
  endpoint({ method: 'GET', path: `${PREFIX}/${path}` as const, tag, scope: 'read', summary, query, output: lists.listOf(key, row), errors: ['validation_failed'] })

export const listRecommendations = listing('recommendations', 'recommendations', 'List recommendations, newest first', lists.RECOMMENDATION_QUERY, lists.RecommendationRow)
export const listPredictions = listing('predictions', 'predictions', 'List predictions, newest first', lists.PREDICTION_QUERY, lists.PredictionRow)
export const listMeasurements = listing('measurements', 'measurements', 'List measurements, newest first', lists.MEASUREMENT_QUERY, lists.MeasurementRow)
export const listPredictionModels = endpoint({
  method: 'GET',
  path: `${PREFIX}/models`,
  tag,
  scope: 'read',
  summary: 'List stored predictors, newest first, and say which one serves',
  query: lists.PREDICTION_MODEL_QUERY,
  output: lists.listOf('models', lists.ListedPredictorRow).extend({ serving_model_id: text('Id of the predictor that serves now; prior is the shipped one, which is not listed.') }),
  errors: ['validation_failed'],
})
export const listFeatureImportance = listing('feature-importance', 'feature_importance', 'List feature importances, newest first', lists.FEATURE_IMPORTANCE_QUERY, lists.FeatureImportanceRow)

const taskId = z.object({ task_id: name(256).meta({ description: 'Id of a task.' }) })
const anyResult = z.unknown()

export const getTask = endpoint({
  method: 'GET',
  path: `${PREFIX}/task/{task_id}`,
  tag,
  scope: 'read',
  summary: 'State of a task',
  description: 'With ?wait=N it answers when the task ends, or after N seconds. Tasks are kept for 24 hours after their end.',
  params: taskId,
  query: waitQuery,
  output: taskState(anyResult),
  errors: ['task_not_found', 'validation_failed'],
})

export const cancelTask = endpoint({
  method: 'DELETE',
  path: `${PREFIX}/task/{task_id}`,
  tag,
  scope: 'tasks:cancel',
  summary: 'Cancel a task',
  description: 'A task that has not ended stops and is failed, with a message that says so; one that has ended stays as it is. Answers with its state.',
  params: taskId,
  output: taskState(anyResult),
  errors: ['task_not_found', 'validation_failed'],
})

export const getTaskEvents = endpoint({
  method: 'GET',
  path: `${PREFIX}/task/{task_id}/events`,
  tag,
  scope: 'read',
  summary: 'Follow a task (server-sent events)',
  description:
    'One event per change, the present state first, the last one with the result; then the stream ends. `id` counts the changes; a client that comes back with Last-Event-ID gets what is new. The WebSocket at /ws/{task_id} gives the same frames.',
  params: taskId,
  output: taskState(anyResult),
  streams: true,
  errors: ['task_not_found', 'not_acceptable', 'validation_failed'],
})

export const suggestMeasurements = endpoint({
  method: 'GET',
  path: `${PREFIX}/suggest-measurements`,
  tag,
  scope: 'read',
  summary: 'Which configurations to measure next',
  description: 'Those that together take away most of the uncertainty of the predictions, by expected variance reduction.',
  query: lists.SUGGESTION_QUERY,
  output: lists.SuggestionList,
  errors: ['validation_failed', 'unknown_device'],
})

export const getPredictiveStatistics = endpoint({
  method: 'GET',
  path: `${PREFIX}/stats`,
  tag,
  scope: 'read',
  summary: 'What is known of each model',
  output: z.array(lists.ModelStatisticsRow),
  errors: [],
})
