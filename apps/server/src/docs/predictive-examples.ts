import { ENDPOINTS, type EndpointName } from '@benchcast/core/api'
import { parsePart } from '../http/validate.ts'
import type { JobKind } from '../jobs/index.ts'
import type { JobQueue } from '../jobs/queue.ts'
import { Task } from '../jobs/task.ts'
import { Measuring } from '../measuring/measuring.ts'
import type { Predictions } from '../predictions/predictions.ts'
import { importanceWire, measurementWire, modelWire, predictionWire, recommendationWire } from '../predictions/wire-rows.ts'
import { getPredictiveStatistics, suggestMeasurements } from '../routes/predictive.ts'
import type { Store } from '../storage/index.ts'
import { EXAMPLE_TIME, fixedIds, withExampleQueue } from './example-queue.ts'
import { unifiedExamples } from './unified-examples.ts'

type Examples = Partial<Record<EndpointName, unknown>>

/** The answers that the predictive API really gives to the requests shown as examples, from a database of its own in memory. */
export function predictiveExamples(): Promise<Examples> {
  return withExampleQueue(new Measuring(), async (jobs, store, predictions) => {
    const answers: Examples = {}
    for (const [kind, changes] of RUN) answers[kind] = await answerOf(jobs, kind, await changes(store))
    return { ...answers, ...pendingExamples(), ...(await listExamples(store)), ...(await otherExamples(store, predictions)), ...(await unifiedExamples(jobs, store)), ...taskExamples(answers) }
  })
}

type Changes = (store: Store) => object | Promise<object>
const asShown: Changes = () => ({})

/** What is run, in this order; feedback is on the recommendation just made. */
const RUN: readonly (readonly [JobKind, Changes])[] = [
  ['predictPerformance', asShown],
  ['predictHardware', asShown],
  ['recordMeasurement', asShown],
  ['analyzePredictions', asShown],
  ['recordFeedback', async (store) => ({ recommendation_id: (await store.listRecords('recommendations', { limit: 1, offset: 0 })).rows[0]?.recommendation_id })],
  ['generateMatrix', asShown],
  ['predictBatch', asShown],
  ['activateModel', () => ({ model_id: 'prior' })],
  ['generateSampleData', asShown],
]

async function answerOf(jobs: JobQueue, kind: JobKind, changes: object): Promise<unknown> {
  const { body, examples } = ENDPOINTS[kind] as (typeof ENDPOINTS)['predictHardware']
  const request = { ...(examples?.request as object), ...changes }
  const task = await jobs.submit(kind, body === undefined ? request : parsePart(body, request, 'body'))
  await task.ended(AbortSignal.timeout(30_000))
  return JSON.parse(task.text)
}

/** Tasks that need files or many measurements: as they are acknowledged. */
const pendingExamples = (): Examples => {
  const id = fixedIds()
  return { trainModel: { task_id: id('training'), status: 'pending' }, storeModel: { task_id: id('modelTask'), status: 'pending' } }
}

async function listExamples(store: Store): Promise<Examples> {
  const page = { limit: 1, offset: 0 }
  const [predictions, measurements, recommendations, models, importances] = await Promise.all([
    store.listRecords('predictions', { ...page, equals: { prediction_source: 'learned' } }),
    store.listRecords('measurements', { ...page, equals: { measurement_source: 'benchmark' } }),
    store.listRecords('recommendations', page),
    store.listRecords('models', page),
    store.listRecords('featureImportance', page),
  ])
  const list = (key: string, rows: readonly unknown[], limit = 10) => ({ count: rows.length, total: rows.length, limit, offset: 0, [key]: rows })
  return {
    listPredictions: list('predictions', predictions.rows.map(predictionWire)),
    listMeasurements: list('measurements', measurements.rows.map(measurementWire)),
    listRecommendations: list(
      'recommendations',
      recommendations.rows.map((row) => recommendationWire(row, store.feedback())),
    ),
    listPredictionModels: {
      ...list(
        'models',
        models.rows.map((row) => ({ ...modelWire(row), serving: false })),
      ),
      serving_model_id: 'prior',
    },
    listFeatureImportance: list('feature_importance', importances.rows.map(importanceWire), 100),
  }
}

async function otherExamples(store: Store, predictions: Predictions): Promise<Examples> {
  const services = { store, predictions } as never
  const query = { limit: 2, models: ['bert-base-uncased'], hardware: ['cpu', 'cuda'], sequence_length: 128, mode: 'inference' }
  const statistics = (await getPredictiveStatistics({ services } as never)) as readonly unknown[]
  return { suggestMeasurements: await suggestMeasurements({ query, services } as never), getPredictiveStatistics: statistics.slice(0, 1) }
}

function taskExamples({ predictHardware }: Examples): Examples {
  const { task_id } = predictHardware as { task_id: string }
  const cancelled = Task.from({ taskId: task_id, kind: 'predictHardware', event: 'failed', attempt: 1, timestamp: EXAMPLE_TIME, message: 'Task failed: The task was cancelled.', document: '' })
  return { getTask: predictHardware, getTaskEvents: predictHardware, cancelTask: JSON.parse(cancelled.text) }
}
