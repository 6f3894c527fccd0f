import { z } from 'zod'
import { TASK_TYPES } from '../metrics/metric.ts'
import { BODY_ERRORS, endpoint } from './endpoint.ts'
import { known } from './known-parameters.ts'
import { RunSummary } from './run-document.ts'
import { name, queryInteger, text, timestamp } from './schemas.ts'
import { searchBody } from './search-body.ts'

const tag = 'Model performance database'
const scope = 'db:read'

const at = (path: string) => ({ path: `/api/db/model-performance/${path}` }) as const
const wholeNumber = (description: string) => z.int().meta({ description })

const filters = {
  task_type: z
    .enum(Object.keys(TASK_TYPES) as [keyof typeof TASK_TYPES])
    .optional()
    .meta({ description: 'Only runs of this task type.' }),
  model_name: name(256).optional().meta({ description: 'Only runs that hold this model.' }),
  dataset_id: name(256).optional().meta({ description: 'Only runs on this data set.' }),
  name: name(1000).optional().meta({ description: 'Only runs whose name contains this, ignoring case.' }),
  start_time: z.iso.datetime({ offset: true }).optional().meta({ description: 'Only runs made from this time on.' }),
  end_time: z.iso.datetime({ offset: true }).optional().meta({ description: 'Only runs made before this time.' }),
}

export const modelPerformanceDatabaseList = endpoint({
  ...at('runs'),
  method: 'GET',
  tag,
  scope,
  summary: 'Stored evaluations, newest first',
  query: known({
    ...filters,
    limit: queryInteger(1, 1000, 'Page size.').default(100),
    offset: queryInteger(0, 999_999_999_999, 'Rows to skip.').default(0),
    cursor: name(512).optional().meta({ description: 'next_cursor of an earlier page, in place of offset. It goes with the same filters.' }),
  }),
  output: z.object({
    count: wholeNumber('Rows of this page.'),
    total: wholeNumber('All rows that match.'),
    limit: wholeNumber('As asked.'),
    offset: wholeNumber('As asked.'),
    runs: z.array(RunSummary).meta({ description: 'The page.' }),
    next_cursor: z.string().nullable().meta({ description: 'Cursor of the next page; null on the last one.' }),
  }),
  errors: ['validation_failed'],
})

export const modelPerformanceDatabaseExport = endpoint({
  ...at('runs/export'),
  method: 'GET',
  tag,
  scope,
  audit: 'data.exported',
  summary: 'All stored evaluations that match, whole, as a file',
  description: 'Newest first, as they were answered, with every metric. It is sent piece by piece, however much it is.',
  query: known({ ...filters, format: z.enum(['json', 'ndjson']).default('json').meta({ description: 'json: a list; ndjson: a run a line.' }) }),
  output: z.array(z.record(z.string(), z.unknown())).meta({ description: 'Run documents, as GET /api/v1/model-performance/benchmark-runs/{run_id} gives them.' }),
  produces: ['application/x-ndjson'],
  errors: ['validation_failed'],
})

export const modelPerformanceDatabaseModelStats = endpoint({
  ...at('models/stats'),
  method: 'GET',
  tag,
  scope,
  summary: 'Evaluations counted by model, the last evaluated first',
  query: known({ limit: queryInteger(1, 1000, 'Most rows.').default(1000) }),
  output: z.array(
    z.object({
      model_name: text('Model.'),
      total_runs: wholeNumber('Evaluations that hold it.'),
      datasets: wholeNumber('Different data sets.'),
      first_run: timestamp('When it was first evaluated, UTC.'),
      latest_run: timestamp('When it was last evaluated, UTC.'),
    }),
  ),
  errors: ['validation_failed'],
})

export const modelPerformanceDatabaseSearch = endpoint({
  ...at('search'),
  method: 'POST',
  tag,
  scope,
  summary: 'Evaluations that hold a text, newest first',
  description: 'Looks in ids, names, data sets, task types and models, ignoring case.',
  body: searchBody(),
  output: z.array(RunSummary),
  errors: BODY_ERRORS,
  examples: { request: { query: 'credit', limit: 100 } },
})

/** The database endpoints of the model performance API, by the names of the endpoint table. */
export const MODEL_PERFORMANCE_DATABASE = { modelPerformanceDatabaseList, modelPerformanceDatabaseExport, modelPerformanceDatabaseModelStats, modelPerformanceDatabaseSearch }
