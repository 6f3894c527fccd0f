import { z } from 'zod'
import * as rows from './component-rows.ts'
import { EXPORT_MEDIA_TYPES, exportParameters } from './database-export.ts'
import { BODY_ERRORS, endpoint, STARTING_ERRORS } from './endpoint.ts'
import { known } from './known-parameters.ts'
import { columnsOf, listParameters } from './row-columns.ts'
import { name, queryBoolean, queryInteger } from './schemas.ts'
import { searchBody } from './search-body.ts'

/** What differs between the databases of the components. */
interface Facts<Row extends z.ZodObject, One extends z.ZodType, Noun extends 'run' | 'task'> {
  readonly component: 'test' | 'generator' | 'benchmark'
  readonly noun: Noun
  readonly row: Row
  readonly one: One
}

/** Names of exported files: no folder, and the ending says the format. */
const fileName = z
  .string()
  .regex(/^[A-Za-z0-9][\w.-]{0,120}\.(json|ndjson|csv|parquet)$/, 'must be a file name of letters, digits, -, _ and . that ends in .json, .ndjson, .csv or .parquet, without a folder')
  .meta({
    description: 'Name of the file in the export folder of the server; .json holds everything, .ndjson, .csv and .parquet the rows alone, however many. A file of that name is replaced.',
  })

const yes = (description: string) =>
  z
    .boolean()
    .nullish()
    .transform((given) => given ?? true)
    .meta({ description: `${description} Default: true.` })

/** The database endpoints of one component, by what they do. The unified path is an alias of each. */
export function componentDatabase<Row extends z.ZodObject, One extends z.ZodType, Noun extends 'run' | 'task'>(facts: Facts<Row, One, Noun>) {
  const { component, noun, row, one } = facts
  const missing = noun === 'run' ? ('run_not_found' as const) : ('task_not_found' as const)
  const at = (path: string) => ({ path: `/api/${component}/db/${path}`, aliases: [`/api/db/${component}/${path}`] }) as const
  const shared = { tag: `${component[0]!.toUpperCase()}${component.slice(1)} database`, scope: 'db:read' } as const
  const id = z.object({ [`${noun}_id`]: name(256).meta({ description: `Id of a ${noun}.` }) })
  const batchId = z.object({ batch_id: name(256).meta({ description: 'Id of a batch.' }) })
  const limit = queryInteger(1, 1000, 'Most rows.').default(100)
  const status = name(64).optional().meta({ description: 'Only those with this status.' })
  const modelName = name(256).optional().meta({ description: 'Only this model.' })
  const onlyModel = known({ model_name: modelName })
  const days = queryInteger(1, 365, 'Only the last days.').default(30)
  return {
    list: endpoint({
      ...shared,
      method: 'GET',
      ...at(`${noun}s`),
      summary: `Stored ${noun}s of the ${component} component, newest first, with filters on every column`,
      description: `Those that have not ended come first; in another order than the newest first, and after a cursor, there are only those that have. The address of the next page is in the Link header.`,
      query: known(listParameters(columnsOf(row), { time: 'started_at' })),
      output: z.array(row),
      errors: ['validation_failed'],
    }),
    exportRows: endpoint({
      ...shared,
      audit: 'data.exported',
      method: 'GET',
      ...at(`${noun}s/export`),
      summary: `All stored ${noun}s that match, as a file`,
      description: 'In the order in which they ended, newest first unless order is asc. It is sent piece by piece, however much it is; Parquet is made first.',
      query: known(exportParameters(listParameters(columnsOf(row), { time: 'started_at' }))),
      output: z.array(row),
      produces: EXPORT_MEDIA_TYPES,
      errors: ['validation_failed', 'invalid_data', 'storage_full'],
    }),
    batches: endpoint({
      ...shared,
      method: 'GET',
      ...at('batches'),
      summary: `Batches of ${noun}s, newest first`,
      query: z.object({ limit, status }),
      output: z.array(rows.batchRow(noun)),
      errors: ['validation_failed'],
    }),
    modelStats: endpoint({
      ...shared,
      method: 'GET',
      ...at('models/stats'),
      summary: `${noun}s counted by model`,
      query: onlyModel,
      output: z.array(rows.statsRow('model_name', 'Model.', noun)),
      errors: ['validation_failed'],
    }),
    hardwareStats: endpoint({
      ...shared,
      method: 'GET',
      ...at('hardware/stats'),
      summary: `${noun}s counted by platform`,
      query: onlyModel,
      output: z.array(rows.statsRow('hardware', 'Platform.', noun)),
      errors: ['validation_failed'],
    }),
    one: endpoint({ ...shared, method: 'GET', ...at(`${noun}/{${noun}_id}`), summary: `One ${noun}, whole`, params: id, output: one, errors: [missing, 'validation_failed'] }),
    batch: endpoint({
      ...shared,
      method: 'GET',
      ...at('batch/{batch_id}'),
      summary: `One batch with its ${noun}s`,
      params: batchId,
      output: rows.batchRow(noun).extend({ [`${noun}s`]: z.array(row).meta({ description: `Its ${noun}s, newest first.` }) }),
      errors: ['batch_not_found', 'validation_failed'],
    }),
    performance: endpoint({
      ...shared,
      method: 'GET',
      ...at('performance'),
      summary: 'What went on in the last days, counted by day, model and platform',
      query: z.object({ days, model_name: modelName }),
      output: rows.performanceOf(noun, row),
      errors: ['validation_failed'],
    }),
    search: endpoint({
      ...shared,
      method: 'POST',
      ...at('search'),
      summary: `${noun}s that hold a text, newest first`,
      description: 'Looks in ids, models, platforms, status and errors, ignoring case.',
      body: searchBody(),
      output: z.array(row),
      errors: BODY_ERRORS,
      examples: { request: { query: 'bert', limit: 100 } },
    }),
    export: endpoint({
      ...shared,
      audit: 'data.exported',
      method: 'POST',
      ...at('export'),
      summary: 'Write everything to a file on the server',
      description: 'A task writes it: GET /api/predictive-performance/task/{task_id} tells when it is there.',
      body: z.object({ filename: fileName, include_metrics: yes('Also what was measured.'), [`include_${noun}s`]: yes(`Also the ${noun}s.`), include_batches: yes('Also the batches.') }),
      output: rows.StartedExport,
      errors: STARTING_ERRORS,
      examples: { request: { filename: `${component}-${noun}s.json`, include_metrics: true, [`include_${noun}s`]: true, include_batches: true } },
    }),
    deleteOne: endpoint({
      ...shared,
      scope: 'write:benchmarks',
      audit: 'data.deleted',
      method: 'DELETE',
      ...at(`${noun}/{${noun}_id}`),
      summary: `Delete a ${noun} that has ended`,
      description: 'For good. Files that were written stay, and so do measurements that predictions learn from.',
      params: id,
      output: rows.Deleted,
      errors: [missing, 'validation_failed'],
    }),
    deleteBatch: endpoint({
      ...shared,
      scope: 'write:benchmarks',
      audit: 'data.deleted',
      method: 'DELETE',
      ...at('batch/{batch_id}'),
      summary: 'Delete a batch',
      params: batchId,
      query: z.object({ [`delete_${noun}s`]: queryBoolean(`Also its ${noun}s, which all must have ended. Default: false.`) }),
      output: rows.Deleted,
      errors: ['batch_not_found', 'validation_failed'],
    }),
  }
}

export const testDatabase = componentDatabase({
  component: 'test',
  noun: 'run',
  row: rows.TestRow,
  one: rows.TestRow.extend(rows.whole('run')),
})
export const generatorDatabase = componentDatabase({
  component: 'generator',
  noun: 'task',
  row: rows.GeneratorRow,
  one: rows.GeneratorRow.extend(rows.whole('task')),
})
export const benchmarkDatabase = componentDatabase({
  component: 'benchmark',
  noun: 'run',
  row: rows.BenchmarkRow,
  one: rows.BenchmarkOne,
})

type Named<Name extends string, T> = { readonly [K in keyof T & string as `${Name}${Capitalize<K>}`]: T[K] }

/** The same endpoints under names of their own: `testDatabaseList`. */
function named<Name extends string, T extends object>(prefix: Name, endpoints: T): Named<Name, T> {
  return Object.fromEntries(Object.entries(endpoints).map(([key, value]) => [`${prefix}${key[0]!.toUpperCase()}${key.slice(1)}`, value])) as Named<Name, T>
}

/** The database endpoints of every component, by the names of the endpoint table. */
export const COMPONENT_DATABASES = { ...named('testDatabase', testDatabase), ...named('generatorDatabase', generatorDatabase), ...named('benchmarkDatabase', benchmarkDatabase) }
