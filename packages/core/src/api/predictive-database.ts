import { z } from 'zod'
import { EXPORT_MEDIA_TYPES, exportParameters } from './database-export.ts'
import { BODY_ERRORS, endpoint } from './endpoint.ts'
import { known } from './known-parameters.ts'
import { FeatureImportanceRow, listOf, MeasurementRow, PredictionModelRow, PredictionRow, RecommendationRow } from './predictive-performance-lists.ts'
import { columnsOf, filtersOf, listParameters } from './row-columns.ts'
import { name, number, queryBoolean, text, timestamp } from './schemas.ts'
import { searchBody } from './search-body.ts'

const tag = 'Predictive database'
const scope = 'db:read'

const orNull = (description: string) => z.number().nullable().meta({ description })
const textOrNull = (description: string) => z.string().nullable().meta({ description })
const metadata = z.record(z.string(), z.unknown()).meta({ description: 'What has no field of its own.' })

export const FeedbackRow = z.object({
  id: text('Id of the row.'),
  timestamp: timestamp('When it was given, UTC.'),
  feedback_id: text('Id of the feedback.'),
  recommendation_id: text('The recommendation it answers.'),
  accepted: z.boolean().meta({ description: 'Whether the recommendation was followed.' }),
  feedback: textOrNull('Words of the person.'),
  user_id: textOrNull('Who said so.'),
  metadata,
})

export const PredictionErrorRow = z.object({
  id: text('Id of the row.'),
  timestamp: timestamp('When it was compared, UTC.'),
  prediction_id: text('Prediction.'),
  measurement_id: text('Measurement.'),
  model_name: text('Model.'),
  model_family: text('Family.'),
  hardware_platform: text('Platform.'),
  metric: text('throughput, latency or memory_usage.'),
  predicted_value: number('What was predicted.'),
  actual_value: number('What was measured.'),
  absolute_error: number('Their difference, without sign.'),
  relative_error: orNull('The difference over the measured value; null where that is 0.'),
  metadata,
})

/** A row that a search found, whichever table it is of. */
export const PredictiveFound = z.object({
  kind: z.enum(['prediction', 'measurement', 'recommendation']).meta({ description: 'What the row is.' }),
  id: text('Id of the row.'),
  timestamp: timestamp('When it was made, UTC.'),
  model_name: text('Model.'),
  model_family: text('Family.'),
  hardware_platform: text('Platform; of a recommendation the best one.'),
  batch_size: number('Batch size.'),
  sequence_length: number('Sequence length.'),
  precision: text('Precision.'),
  mode: text('inference or training.'),
  throughput: orNull('Samples per second; null where none was measured, and for recommendations.'),
  latency: orNull('ms of one batch.'),
  memory_usage: orNull('MB.'),
  source: textOrNull('Where it comes from.'),
})

/** A table of the predictive database, as its endpoints show it. */
export interface DatabaseTable<Row extends z.ZodObject = z.ZodObject, Key extends string = string> {
  /** Last part of the path. */
  readonly path: string
  /** Field of the answer that holds the rows. */
  readonly key: Key
  readonly row: Row
  /** What a row is called. */
  readonly title: string
  /** The row of an export, where it lacks columns that come from another table. */
  readonly exported?: z.ZodObject
  /** Columns that cannot be filtered by: what is shown of them is not what is stored. */
  readonly unfiltered?: readonly string[]
  /** Shorter names of filters, as the lists of the predictive API have them. */
  readonly shortcuts?: Readonly<Record<string, string>>
}

const table = <Row extends z.ZodObject, Key extends string>(facts: DatabaseTable<Row, Key>): DatabaseTable<Row, Key> => facts

/** Every table of the predictive database. */
export const PREDICTIVE_TABLES = {
  measurements: table({
    path: 'measurements',
    key: 'measurements',
    row: MeasurementRow,
    title: 'measurements',
    unfiltered: ['id'],
    shortcuts: { hardware: 'hardware_platform', source: 'measurement_source' },
  }),
  predictions: table({
    path: 'predictions',
    key: 'predictions',
    row: PredictionRow,
    title: 'predictions',
    unfiltered: ['id'],
    shortcuts: { hardware: 'hardware_platform', source: 'prediction_source' },
  }),
  recommendations: table({
    path: 'recommendations',
    key: 'recommendations',
    row: RecommendationRow,
    title: 'recommendations',
    exported: RecommendationRow.omit({ was_accepted: true, user_feedback: true }),
    unfiltered: ['id', 'was_accepted', 'user_feedback'],
    shortcuts: { hardware: 'primary_recommendation' },
  }),
  models: table({ path: 'models', key: 'models', row: PredictionModelRow, title: 'stored predictors', unfiltered: ['id', 'serialized_model'], shortcuts: { hardware: 'hardware_platform' } }),
  featureImportance: table({ path: 'feature-importance', key: 'feature_importance', row: FeatureImportanceRow, title: 'feature importances', unfiltered: ['id'] }),
  feedback: table({ path: 'feedback', key: 'feedback', row: FeedbackRow, title: 'answers to recommendations', unfiltered: ['id'] }),
  errors: table({ path: 'prediction-errors', key: 'prediction_errors', row: PredictionErrorRow, title: 'errors of predictions', unfiltered: ['id'], shortcuts: { hardware: 'hardware_platform' } }),
} as const
export type PredictiveTableName = keyof typeof PREDICTIVE_TABLES

/** Columns of a table that filters and order_by know. */
export const filterColumns = ({ row, unfiltered = [] }: DatabaseTable) => columnsOf(row).filter(({ name: column }) => !unfiltered.includes(column))

/** Every filter of a table, shortcuts included. */
export function tableFilters(facts: DatabaseTable) {
  const filters = filtersOf(filterColumns(facts))
  const short = Object.entries(facts.shortcuts ?? {}).map(([parameter, column]) => ({ ...filters.find((filter) => filter.parameter === column)!, parameter }))
  return [...filters, ...short]
}

const at = (path: string) => ({ path: `/api/db/predictive-performance/${path}`, aliases: [`/api/predictive-performance/db/${path}`] }) as const

function parametersOf(facts: DatabaseTable) {
  const shortcuts = Object.entries(facts.shortcuts ?? {}).map(([parameter, column]) => [
    parameter,
    name(256)
      .optional()
      .meta({ description: `Short for ${column}.` }),
  ])
  const accepted = facts.key === 'recommendations' ? { accepted: queryBoolean('Only those whose newest feedback says so.') } : {}
  return { ...listParameters(filterColumns(facts), { time: 'timestamp' }), ...Object.fromEntries(shortcuts), ...accepted }
}

const list = <Row extends z.ZodObject, Key extends string>(facts: DatabaseTable<Row, Key>) =>
  endpoint({
    ...at(facts.path),
    method: 'GET',
    tag,
    scope,
    summary: `Stored ${facts.title}, newest first, with filters on every column`,
    query: known(parametersOf(facts)),
    output: listOf(facts.key, facts.row).extend({ next_cursor: z.string().nullable().meta({ description: 'Cursor of the next page; null on the last one.' }) }),
    errors: ['validation_failed'],
  })

const exported = (facts: DatabaseTable) =>
  endpoint({
    ...at(`${facts.path}/export`),
    method: 'GET',
    tag,
    scope,
    audit: 'data.exported',
    summary: `All stored ${facts.title} that match, as a file`,
    description: 'In the order in which they were written, newest first unless order is asc. It is sent piece by piece, however much it is; Parquet is made first.',
    query: known(exportParameters(parametersOf(facts))),
    output: z.array(facts.exported ?? facts.row),
    produces: EXPORT_MEDIA_TYPES,
    errors: ['validation_failed', 'invalid_data', 'storage_full'],
  })

export const exportMeasurements = exported(PREDICTIVE_TABLES.measurements)
export const exportPredictions = exported(PREDICTIVE_TABLES.predictions)
export const exportRecommendations = exported(PREDICTIVE_TABLES.recommendations)
export const exportModels = exported(PREDICTIVE_TABLES.models)
export const exportFeatureImportance = exported(PREDICTIVE_TABLES.featureImportance)
export const exportFeedback = exported(PREDICTIVE_TABLES.feedback)
export const exportErrors = exported(PREDICTIVE_TABLES.errors)

export const databaseMeasurements = list(PREDICTIVE_TABLES.measurements)
export const databasePredictions = list(PREDICTIVE_TABLES.predictions)
export const databaseRecommendations = list(PREDICTIVE_TABLES.recommendations)
export const databaseModels = list(PREDICTIVE_TABLES.models)
export const databaseFeatureImportance = list(PREDICTIVE_TABLES.featureImportance)
export const databaseFeedback = list(PREDICTIVE_TABLES.feedback)
export const databaseErrors = list(PREDICTIVE_TABLES.errors)

export const searchPredictiveDatabase = endpoint({
  ...at('search'),
  method: 'POST',
  tag,
  scope,
  summary: 'Predictions, measurements and recommendations that hold a text, newest first',
  description: 'Looks in ids, models, families, platforms, precisions and sources, ignoring case.',
  body: searchBody(),
  output: z.array(PredictiveFound),
  errors: BODY_ERRORS,
  examples: { request: { query: 'bert', limit: 100 } },
})
