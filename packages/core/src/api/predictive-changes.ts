import { z } from 'zod'
import { Deleted, StartedExport } from './component-rows.ts'
import { EXPORT_FORMATS, type ExportFormat } from './database-export.ts'
import { BODY_ERRORS, endpoint, STARTING_ERRORS } from './endpoint.ts'
import { PREDICTIVE_TABLES, type PredictiveTableName } from './predictive-database.ts'
import { MeasurementRow } from './predictive-performance-lists.ts'
import { name, queryInteger, text, timestamp } from './schemas.ts'

const tag = 'Predictive database'

const at = (path: string) => ({ path: `/api/db/predictive-performance/${path}`, aliases: [`/api/predictive-performance/db/${path}`] }) as const

const MOST_DELETED = 1000

const AFTERWARDS =
  'For good. What other rows say of it stays, but for what a measurement was compared with, which goes with it; it is no longer learned from. The predictor that serves cannot be deleted.'

const deleteOne = (table: PredictiveTableName) =>
  endpoint({
    ...at(`${PREDICTIVE_TABLES[table].path}/{id}`),
    method: 'DELETE',
    tag,
    scope: 'write:measurements',
    audit: 'data.deleted',
    summary: `Delete one of the stored ${PREDICTIVE_TABLES[table].title}`,
    description: AFTERWARDS,
    params: z.object({ id: name(256).meta({ description: 'Id of the row.' }) }),
    output: Deleted,
    errors: ['row_not_found', 'validation_failed'],
  })

const deleteMany = (table: PredictiveTableName) =>
  endpoint({
    ...at(`${PREDICTIVE_TABLES[table].path}/delete`),
    method: 'POST',
    tag,
    scope: 'write:measurements',
    audit: 'data.deleted',
    summary: `Delete several of the stored ${PREDICTIVE_TABLES[table].title}`,
    description: `Those that are there; the answer says how many. ${AFTERWARDS}`,
    body: z.object({
      ids: z
        .array(name(256))
        .min(1)
        .max(MOST_DELETED)
        .meta({ description: `Ids of the rows, at most ${MOST_DELETED}.` }),
    }),
    output: Deleted,
    errors: ['row_not_found', ...BODY_ERRORS, 'storage_full'],
    examples: { request: { ids: ['019aa8c4-6f0e-7b52-9d3c-000000000001'] } },
  })

type Deletions<Suffix extends string, E> = { readonly [N in PredictiveTableName as `${N}Database${Suffix}`]: E }

const ofEach = <Suffix extends string, E>(suffix: Suffix, make: (table: PredictiveTableName) => E): Deletions<Suffix, E> =>
  Object.fromEntries((Object.keys(PREDICTIVE_TABLES) as PredictiveTableName[]).map((table) => [`${table}Database${suffix}`, make(table)])) as never

const FORMATS = Object.keys(EXPORT_FORMATS) as readonly ExportFormat[]
const TABLES = Object.values(PREDICTIVE_TABLES).map(({ path }) => path) as [string, ...string[]]

export const predictiveDatabaseExport = endpoint({
  ...at('export'),
  method: 'POST',
  tag,
  scope: 'db:read',
  audit: 'data.exported',
  summary: 'Write a table to a file on the server',
  description: 'A task writes it, newest row first: GET /api/predictive-performance/task/{task_id} tells when it is there.',
  body: z.object({
    filename: z
      .string()
      .regex(new RegExp(`^[A-Za-z0-9][\\w.-]{0,120}\\.(${FORMATS.join('|')})$`), `must be a file name of letters, digits, -, _ and . that ends in .${FORMATS.join(', .')}, without a folder`)
      .meta({ description: 'Name of the file in the export folder of the server; its ending is the format. A file of that name is replaced.' }),
    table: z.enum(TABLES).meta({ description: 'What is exported.' }),
  }),
  output: StartedExport,
  errors: STARTING_ERRORS,
  examples: { request: { filename: 'measurements.parquet', table: 'measurements' } },
})

const orNull = (description: string) => z.number().nullable().meta({ description })
const wholeNumber = (description: string) => z.int().meta({ description })

const statsRow = (key: string, description: string) =>
  z.object({
    [key]: text(description),
    total_predictions: wholeNumber('Predictions.'),
    total_measurements: wholeNumber('Measurements.'),
    mean_relative_error: orNull('Mean relative error of its predictions, over all figures; null without any comparison.'),
    mean_throughput: orNull('Mean of the measured throughputs, samples per second, over all sizes.'),
    mean_latency: orNull('Mean of the measured latencies, ms of one batch.'),
    mean_memory_usage: orNull('Mean of the measured peak memories, MB (2^20 bytes).'),
    latest: timestamp('When it was last heard of, UTC.'),
  })

const HardwareStats = statsRow('hardware', 'Platform.')
const model_name = name(256).optional().meta({ description: 'Only this model.' })

export const predictiveDatabaseHardwareStats = endpoint({
  ...at('hardware/stats'),
  method: 'GET',
  tag,
  scope: 'db:read',
  summary: 'Predictions and measurements counted by platform',
  description: 'Sample rows are left out.',
  query: z.object({ model_name }),
  output: z.array(HardwareStats),
  errors: ['validation_failed'],
})

export const predictiveDatabasePerformance = endpoint({
  ...at('performance'),
  method: 'GET',
  tag,
  scope: 'db:read',
  summary: 'What was predicted and measured in the last days, by day, model and platform',
  description: 'Sample rows are left out of the counts.',
  query: z.object({ days: queryInteger(1, 365, 'Only the last days.').default(30), model_name }),
  output: z.object({
    daily_stats: z.array(statsRow('date', 'UTC day.')).meta({ description: 'By day, newest first.' }),
    model_stats: z.array(statsRow('model_name', 'Model.')).meta({ description: 'By model, the last heard of first.' }),
    hardware_stats: z.array(HardwareStats).meta({ description: 'By platform, the last heard of first.' }),
    latest_measurements: z.array(MeasurementRow).meta({ description: 'The ten newest measurements.' }),
    generated_at: timestamp('When this was counted, UTC.'),
  }),
  errors: ['validation_failed'],
})

/** Endpoints that delete, export and count the tables of the predictive database, by the names of the endpoint table. */
export const PREDICTIVE_CHANGES = {
  ...ofEach('DeleteOne', deleteOne),
  ...ofEach('DeleteMany', deleteMany),
  predictiveDatabaseExport,
  predictiveDatabaseHardwareStats,
  predictiveDatabasePerformance,
}
