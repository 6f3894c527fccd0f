import type { HistoryRecord, RunSummary } from '@benchcast/core/api'
import { type Kysely, sql } from 'kysely'
import type { RunQuery } from './run-query.ts'
import type { AuditLimits, IdempotencyRecord } from './store.ts'
import { type Database, WRITE_TABLES } from './tables/index.ts'

type Db = Kysely<Database>

export const SUMMARY = ['seq', 'run_id', 'benchmark_name', 'dataset_id', 'task_type', 'models', 'created_at'] as const

export interface StoredSummary {
  readonly seq: number
  readonly summary: RunSummary
}

type SummaryRow = Record<Exclude<(typeof SUMMARY)[number], 'seq'>, string> & { seq: number }

/** A row as a summary, with its place in the order of writes. */
export function storedSummary({ seq, models, ...columns }: SummaryRow): StoredSummary {
  const { run_id, benchmark_name, dataset_id, task_type, created_at } = columns
  return { seq, summary: { run_id, benchmark_name, dataset_id, task_type, models: JSON.parse(models) as string[], created_at } }
}

/** Runs that match, wherever the page begins. */
export function matchingRuns(db: Db, query: RunQuery) {
  let runs = db.selectFrom('model_benchmark_runs')
  if (query.taskType !== undefined) runs = runs.where('task_type', '=', query.taskType)
  if (query.datasetId !== undefined) runs = runs.where('dataset_id', '=', query.datasetId)
  if (query.foldedName !== undefined) runs = runs.where(sql<boolean>`strpos(folded_name, ${query.foldedName}) > 0`)
  if (query.fromUs !== undefined) runs = runs.where('created_us', '>=', query.fromUs as never)
  if (query.untilUs !== undefined) runs = runs.where('created_us', '<', query.untilUs as never)
  const { modelId } = query
  if (modelId !== undefined) runs = runs.where('seq', 'in', (inner) => inner.selectFrom('model_benchmark_metrics').select('seq').where('model_id', '=', modelId))
  return runs
}

/** One row more than the page holds, so that the caller sees whether another page follows. */
export async function selectRuns(db: Db, query: RunQuery): Promise<{ runs: readonly StoredSummary[]; total: number }> {
  const runs = matchingRuns(db, query)
  const { total } = await runs.select((all) => all.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const page = query.before === undefined ? runs : runs.where('seq', '<', query.before)
  const rows = await page
    .select(SUMMARY)
    .orderBy('seq', 'desc')
    .limit(query.limit + 1)
    .offset(query.offset)
    .execute()
  return { runs: rows.map(storedSummary), total }
}

export async function selectDocument(db: Db, runId: string): Promise<string | undefined> {
  const row = await db.selectFrom('model_benchmark_runs').select('document').where('run_id', '=', runId).limit(1).executeTakeFirst()
  return row?.document
}

export async function selectComparison(db: Db, id: string): Promise<string | undefined> {
  const row = await db.selectFrom('model_comparisons').select('document').where('comparison_id', '=', id).limit(1).executeTakeFirst()
  return row?.document
}

export async function selectHistory(db: Db, modelId: string, limit: number | undefined): Promise<{ records: readonly HistoryRecord[]; total: number }> {
  const lines = db.selectFrom('model_benchmark_metrics').where('model_id', '=', modelId)
  const { total } = await lines.select((all) => all.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const newestFirst = lines.select('record').orderBy('seq', 'desc').orderBy('position', 'desc')
  const rows = await (limit === undefined ? newestFirst : newestFirst.limit(limit)).execute()
  return { records: rows.reverse().map(({ record }) => JSON.parse(record) as HistoryRecord), total }
}

/** JSON text of the newest record per model: of these models, or of the `limit` models that were last written. */
export async function selectLatestRecords(db: Db, models: readonly string[] | { limit: number }): Promise<readonly { model_id: string; record: string }[]> {
  const places = db
    .selectFrom('model_benchmark_metrics')
    .groupBy('model_id')
    .select((group) => ['model_id', group.fn.max('seq').as('seq')])
  const newest = 'limit' in models ? places.orderBy('seq', 'desc').limit(models.limit) : places.where('model_id', 'in', models)
  return db
    .selectFrom(newest.as('newest'))
    .innerJoin('model_benchmark_metrics as line', (join) => join.onRef('line.seq', '=', 'newest.seq').onRef('line.model_id', '=', 'newest.model_id'))
    .select(['line.model_id', 'line.record'])
    .orderBy('line.seq')
    .orderBy('line.position')
    .execute()
}

const idempotencyRecord = (row: { key: string; endpoint: string; fingerprint: string; resource_id: string; created_at: string }): IdempotencyRecord => ({
  key: row.key,
  endpoint: row.endpoint,
  fingerprint: row.fingerprint,
  resourceId: row.resource_id,
  createdAt: row.created_at,
})

const KEY = ['key', 'endpoint', 'fingerprint', 'resource_id', 'created_at'] as const

export async function selectIdempotent(db: Db, endpoint: string, key: string): Promise<IdempotencyRecord | undefined> {
  const row = await db.selectFrom('idempotency_keys').select(KEY).where('endpoint', '=', endpoint).where('key', '=', key).orderBy('seq', 'desc').limit(1).executeTakeFirst()
  return row && idempotencyRecord(row)
}

/** The newest `limit` keys made since, oldest first. */
export async function selectIdempotencySince(db: Db, sinceUs: bigint, limit: number): Promise<readonly IdempotencyRecord[]> {
  const rows = await db
    .selectFrom('idempotency_keys')
    .select(KEY)
    .where('created_us', '>=', sinceUs as never)
    .orderBy('seq', 'desc')
    .limit(limit)
    .execute()
  return rows.reverse().map(idempotencyRecord)
}

/** What an entry of the audit log is called that tells how many entries were deleted. */
export const PRUNED = 'audit.pruned'

/** How many writes the database holds, or held before they were pruned, and the number of the last. Sequence numbers have no gaps: the two differ only if rows were lost. */
export async function selectSequence(db: Db): Promise<{ writes: number; last: number }> {
  const tables = WRITE_TABLES.map(({ name }) => db.selectFrom(name).select((all) => [all.fn.countAll<number>().as('writes'), all.fn.max('seq').as('last')]))
  const rows = await Promise.all(tables.map((query) => query.executeTakeFirstOrThrow()))
  const pruned = await db.selectFrom('audit_log').select('detail').where('action', '=', PRUNED).execute()
  return { writes: rows.reduce((sum, { writes }) => sum + writes, prunedIn(pruned)), last: Math.max(0, ...rows.map(({ last }) => last ?? 0)) }
}

const prunedIn = (entries: readonly { readonly detail: string }[]): number => entries.reduce((sum, { detail }) => sum + Number(detail), 0)

/** The oldest entries of the audit log that are older than a time, or more than are kept: their ids, at most so many, and how many entries they stand for. */
export async function selectPrunable(db: Db, { kept, beforeUs }: AuditLimits, most: number): Promise<{ ids: readonly string[]; count: number }> {
  const { entries } = await db
    .selectFrom('audit_log')
    .select((all) => all.fn.countAll<number>().as('entries'))
    .executeTakeFirstOrThrow()
  const oldest = await db.selectFrom('audit_log').select(['entry_id', 'action', 'detail', 'created_us']).orderBy('seq').limit(most).execute()
  // One more, for the entry that tells of it.
  const tooMany = entries > kept ? entries + 1 - kept : 0
  const gone = oldest.filter(({ created_us }, place) => place < tooMany || created_us < beforeUs)
  return { ids: gone.map(({ entry_id }) => entry_id), count: gone.length + prunedIn(gone.filter(({ action }) => action === PRUNED)) }
}
