import { type Kysely, type SelectQueryBuilder, sql } from 'kysely'
import { IS_JUDGED_BY } from './predictive-counts.ts'
import type { RecordCounts } from './record-counts.ts'
import { type Condition, type Configuration, conditionsOf, NO_SETTING, type Place, type RecordFilter, SAMPLE, type Setting, USUAL_PHASE } from './record-query.ts'
import { listedColumns, type RecordName, type RecordOf, recordOf } from './records.ts'
import { fold } from './run-query.ts'
import type { ModelStatistics, RunCount, StoredTask, TaskEvent } from './store.ts'
import { type Database, RECORD_TABLES } from './tables/index.ts'

type Db = Kysely<Database>
// Column names come from the tables' own lists, so the compiler's knowledge of one table is of no use here.
// biome-ignore lint/suspicious/noExplicitAny: see above
type AnyQuery = SelectQueryBuilder<any, any, any>

const from = (db: Db, name: RecordName): AnyQuery => db.selectFrom(RECORD_TABLES[name].name as never) as AnyQuery

/** Records that match, wherever the page begins. */
export function matching(db: Db, name: RecordName, filter: RecordFilter): AnyQuery {
  let rows = from(db, name)
  for (const [column, value] of conditionsOf(filter)) rows = rows.where(column, '=', value)
  if (filter.sinceUs !== undefined) rows = rows.where('created_us', '>=', filter.sinceUs)
  for (const condition of filter.where ?? []) rows = rows.where(sqlOf(condition))
  const { containing } = filter
  if (containing !== undefined) rows = rows.where((any) => any.or(containing.columns.map((column) => sql<boolean>`strpos(lower(${sql.ref(column)}), ${fold(containing.text)}) > 0`)))
  if (filter.accepted !== undefined) rows = rows.where('recommendation_id', 'in', answered(db, filter.accepted))
  return rows
}

const OPERATORS = { '=': sql`=`, '>=': sql`>=`, '<=': sql`<=`, '<': sql`<` } as const

/** A condition as SQL: the column is one of the table's own, the value a parameter. */
function sqlOf({ column, compares, value }: Condition) {
  if (compares === 'has') return sql<boolean>`strpos(${sql.ref(column)}, ${JSON.stringify(value)}) > 0`
  const operand = typeof value !== 'bigint' ? sql.ref(column) : column === 'timestamp' ? sql.ref('created_us') : sql`epoch_us(CAST(${sql.ref(column)} AS TIMESTAMPTZ))`
  return sql<boolean>`${operand} ${OPERATORS[compares]} ${value}`
}

/** Ids of recommendations whose newest feedback says so. */
function answered(db: Db, accepted: boolean) {
  const newest = db
    .selectFrom('recommendation_feedback')
    .groupBy('recommendation_id')
    .select((group) => ['recommendation_id', group.fn.max('seq').as('seq')])
  return db
    .selectFrom('recommendation_feedback as answer')
    .innerJoin(newest.as('newest'), (join) => join.onRef('answer.seq', '=', 'newest.seq').onRef('answer.recommendation_id', '=', 'newest.recommendation_id'))
    .where('answer.accepted', '=', accepted ? 1 : 0)
    .select('answer.recommendation_id')
}

/** A page of records, without their heavy columns. */
export async function selectRecords<N extends RecordName>(
  db: Db,
  name: N,
  filter: RecordFilter,
  countOf: (matches: AnyQuery) => Promise<number> = count,
): Promise<{ rows: readonly RecordOf<N>[]; total: number }> {
  const matches = matching(db, name, filter)
  const page = filter.after === undefined ? matches.offset(filter.offset) : matches.where(await afterPlace(db, name, filter, filter.after))
  const rows = await inOrder(page.select(listedColumns(name) as never), filter)
    .limit(filter.limit)
    .execute()
  return { rows: rows.map((row) => recordOf(name, row as Record<string, unknown>)), total: isLastPage(rows.length, filter) ? filter.offset + rows.length : await countOf(matches) }
}

/** Times are ordered as instants, since texts of them may differ in form. */
const orderedColumn = (column: string): string => (column === 'timestamp' ? 'created_us' : column)

function inOrder(rows: AnyQuery, { orderBy, isAscending }: RecordFilter): AnyQuery {
  const direction = isAscending ? 'asc' : 'desc'
  if (orderBy === undefined) return rows.orderBy('seq', direction).orderBy('position', direction)
  return rows
    .orderBy(orderedColumn(orderBy), (order) => (isAscending ? order.asc() : order.desc()).nullsLast())
    .orderBy('seq', 'desc')
    .orderBy('position', 'desc')
}

/** Where a record lies in the order of writes. */
interface WritePlace {
  readonly seq: number
  readonly position: number
}

/** Where the record of a place lies; undefined when it is gone. */
export async function writePlaceOf(db: Db, name: RecordName, { createdUs, id }: Omit<Place, 'value'>): Promise<WritePlace | undefined> {
  const { idColumn } = RECORD_TABLES[name]
  return (await from(db, name).where('created_us', '=', createdUs).where(idColumn, '=', id).select(['seq', 'position']).limit(1).executeTakeFirst()) as WritePlace | undefined
}

/** Just behind the last record before a time. */
async function behindTime(db: Db, name: RecordName, createdUs: bigint): Promise<WritePlace> {
  const newest = from(db, name).where('created_us', '<=', createdUs).select(['seq', 'position']).orderBy('seq', 'desc').orderBy('position', 'desc').limit(1)
  const { seq, position } = ((await newest.executeTakeFirst()) ?? { seq: 0, position: 0 }) as WritePlace
  return { seq, position: position + 0.5 }
}

/** The condition of the rows after a place. A row that was deleted meanwhile is taken to lie behind the last one before it in time. */
async function afterPlace(db: Db, name: RecordName, { orderBy, isAscending }: RecordFilter, after: Place) {
  const { seq, position } = (await writePlaceOf(db, name, after)) ?? (await behindTime(db, name, after.createdUs))
  const older = sql<boolean>`(seq < ${seq} OR (seq = ${seq} AND position < ${position}))`
  if (orderBy === undefined) return isAscending ? sql<boolean>`(seq > ${seq} OR (seq = ${seq} AND position > ${position}))` : older
  const column = sql.ref(orderedColumn(orderBy))
  const value = orderBy === 'timestamp' ? after.createdUs : after.value
  if (value === null) return sql<boolean>`(${column} IS NULL AND ${older})`
  return sql<boolean>`(${column} ${isAscending ? sql`>` : sql`<`} ${value} OR ${column} IS NULL OR (${column} = ${value} AND ${older}))`
}

/** Then the page itself tells how many there are. */
const isLastPage = (found: number, { limit, offset, after }: RecordFilter): boolean => after === undefined && found < limit && (found > 0 || offset === 0)

/** A page as {@link selectRecords}, its total from what was counted before where that can be. */
export function selectRecordsCounted<N extends RecordName>(db: Db, name: N, filter: RecordFilter, counts: RecordCounts, lastSeq: number) {
  if (filter.accepted !== undefined) return selectRecords(db, name, filter)
  const key = JSON.stringify([name, filter.equals, filter.where, filter.sinceUs, filter.containing], (_, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value))
  return selectRecords(db, name, filter, (matches) => counts.of(key, lastSeq, (after, upTo) => count(matches.where('seq', '>', after).where('seq', '<=', upTo))))
}

async function count(rows: AnyQuery): Promise<number> {
  const { total } = (await rows.select((all) => all.fn.countAll().as('total')).executeTakeFirstOrThrow()) as { total: number }
  return total
}

/** Records that match, counted by model, platforms, status and day. */
export async function selectRunCounts(db: Db, name: RecordName, filter: Omit<RecordFilter, 'limit' | 'offset'>): Promise<readonly RunCount[]> {
  const day = sql<string>`substr(started_at, 1, 10)`
  const rows = await matching(db, name, { limit: 0, offset: 0, ...filter })
    .groupBy(['model_name', 'hardware', 'status', day])
    .select(({ fn }) => [
      'model_name',
      'hardware',
      'status',
      day.as('day'),
      fn.countAll<number>().as('runs'),
      fn.sum<number>('duration').as('total_duration'),
      fn.min('duration').as('min_duration'),
      fn.max('duration').as('max_duration'),
      fn.max('started_at').as('latest'),
    ])
    .execute()
  return rows as readonly RunCount[]
}

/** One record, whole. */
export async function selectRecord<N extends RecordName>(db: Db, name: N, id: string): Promise<RecordOf<N> | undefined> {
  const row = await from(db, name).selectAll().where(RECORD_TABLES[name].idColumn, '=', id).limit(1).executeTakeFirst()
  return row && recordOf(name, row as Record<string, unknown>)
}

export async function selectNewestPrediction(db: Db, configuration: Configuration): Promise<RecordOf<'predictions'> | undefined> {
  const { model_name, hardware_platform, batch_size, sequence_length, precision, mode, phase, settings = [NO_SETTING] } = configuration
  const equals = { model_name, hardware_platform, batch_size, sequence_length, precision, mode }
  const row = await matching(db, 'predictions', { limit: 1, offset: 0, equals })
    .where('prediction_source', '<>', SAMPLE)
    .where(sql`coalesce(phase, ${USUAL_PHASE})`, '=', phase ?? USUAL_PHASE)
    .where((any) => any.or(settings.map(hasSetting)))
    .select(listedColumns('predictions') as never)
    .orderBy(
      sql`CASE ${sql.join(
        settings.map((setting, place) => sql`WHEN ${hasSetting(setting)} THEN ${sql.lit(place)}`),
        sql` `,
      )} END`,
    )
    .orderBy('seq', 'desc')
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && recordOf('predictions', row as Record<string, unknown>)
}

/** Whether the metadata, which are as JSON.stringify writes them, keep this device and these facts, or none where the setting has none. */
function hasSetting({ device, configuration }: Setting) {
  const keeps = (name: string, value: unknown) =>
    value === undefined ? sql<boolean>`strpos(metadata, ${`"${name}":`}) = 0` : sql<boolean>`strpos(metadata, ${`"${name}":${JSON.stringify(value)}`}) > 0`
  return sql<boolean>`(${keeps('device', device)} AND ${keeps('configuration', configuration)})`
}

export async function selectNewestFeedback(db: Db): Promise<readonly RecordOf<'feedback'>[]> {
  const rows = await db.selectFrom('recommendation_feedback').selectAll().orderBy('seq').execute()
  return rows.map((row) => recordOf('feedback', row as unknown as Record<string, unknown>))
}

const TASK = ['task_id', 'kind', 'event', 'attempt', 'timestamp', 'message', 'document'] as const

const storedTask = (row: { task_id: string; kind: string; event: string; attempt: number; timestamp: string; message: string; document: string }): StoredTask => ({
  taskId: row.task_id,
  kind: row.kind,
  event: row.event as TaskEvent,
  attempt: row.attempt,
  timestamp: row.timestamp,
  message: row.message,
  document: row.document,
})

/** The last change of a task. */
export async function selectTask(db: Db, taskId: string): Promise<StoredTask | undefined> {
  const row = await db.selectFrom('tasks').select(TASK).where('task_id', '=', taskId).orderBy('seq', 'desc').limit(1).executeTakeFirst()
  return row && storedTask(row)
}

/** Creation of every task that has no end, with the attempts that were begun and not handed back; oldest first. */
export async function selectUnfinishedTasks(db: Db): Promise<readonly StoredTask[]> {
  const ended = db.selectFrom('tasks').where('event', 'in', ['completed', 'failed']).select('task_id')
  const attempts = db
    .selectFrom('tasks')
    .where('event', 'in', ['started', 'released'])
    .groupBy('task_id')
    .select(['task_id', sql<number>`sum(case when event = 'started' then 1 else -1 end)`.as('begun')])
  const rows = await db
    .selectFrom('tasks as made')
    .leftJoin(attempts.as('attempts'), 'attempts.task_id', 'made.task_id')
    .where('made.event', '=', 'created')
    .where('made.task_id', 'not in', ended)
    .orderBy('made.seq')
    .select(['made.task_id', 'made.kind', 'made.event', 'made.timestamp', 'made.message', 'made.document', 'attempts.begun'])
    .execute()
  return rows.map(({ begun, ...row }) => storedTask({ ...row, attempt: Number(begun ?? 0) }))
}

/** Counts by model: what was predicted, measured and recommended, how far off, and when last. Sample rows are left out, and errors of figures that nothing is learned from. */
export async function selectModelStatistics(db: Db): Promise<readonly ModelStatistics[]> {
  const { rows } = await sql<ModelStatistics & { mean_relative_error: number | null }>`
    SELECT model_name, sum(predictions)::bigint AS total_predictions, sum(measurements)::bigint AS total_measurements, sum(recommendations)::bigint AS total_recommendations,
      avg(relative_error) AS mean_relative_error, max(timestamp) AS latest
    FROM (
      SELECT model_name, timestamp, 1 AS predictions, 0 AS measurements, 0 AS recommendations, NULL::double precision AS relative_error FROM performance_predictions WHERE prediction_source <> ${SAMPLE}
      UNION ALL SELECT model_name, timestamp, 0, 1, 0, NULL FROM performance_measurements WHERE measurement_source <> ${SAMPLE}
      UNION ALL SELECT model_name, timestamp, 0, 0, 1, NULL FROM recommendation_history
      UNION ALL SELECT model_name, timestamp, 0, 0, 0, relative_error FROM prediction_errors WHERE ${IS_JUDGED_BY}
    ) AS lines GROUP BY model_name ORDER BY latest DESC, model_name`.execute(db)
  return rows
}
