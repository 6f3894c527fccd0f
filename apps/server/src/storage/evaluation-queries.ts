import type { RunSummary } from '@benchcast/core/api'
import { type Kysely, sql } from 'kysely'
import { matchingRuns, SUMMARY, storedSummary } from './queries.ts'
import { fold, type RunQuery } from './run-query.ts'
import type { Database } from './tables/index.ts'

type Db = Kysely<Database>

/** How often and when a model was evaluated. */
export interface EvaluatedModel {
  readonly model_name: string
  readonly total_runs: number
  readonly datasets: number
  readonly first_run: string
  readonly latest_run: string
}

const SEARCHED = ['run_id', 'benchmark_name', 'dataset_id', 'task_type', 'models'] as const

/** Runs that hold a text, newest first. */
export async function selectRunsHolding(db: Db, text: string, limit: number): Promise<readonly RunSummary[]> {
  const rows = await db
    .selectFrom('model_benchmark_runs')
    .select(SUMMARY)
    .where((any) => any.or(SEARCHED.map((column) => sql<boolean>`strpos(lower(${sql.ref(column)}), ${fold(text)}) > 0`)))
    .orderBy('seq', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => storedSummary(row).summary)
}

/** One line per model, the last evaluated first. */
export async function selectEvaluatedModels(db: Db, limit: number): Promise<readonly EvaluatedModel[]> {
  return db
    .selectFrom('model_benchmark_metrics as line')
    .innerJoin('model_benchmark_runs as run', 'run.seq', 'line.seq')
    .groupBy('line.model_id')
    .select(({ fn }) => [
      'line.model_id as model_name',
      fn.countAll<number>().as('total_runs'),
      fn.count<number>('run.dataset_id').distinct().as('datasets'),
      fn.min('run.created_at').as('first_run'),
      fn.max('run.created_at').as('latest_run'),
    ])
    .orderBy(({ fn }) => fn.max('run.seq'), 'desc')
    .orderBy('model_name')
    .limit(limit)
    .execute()
}

/** Documents can be large. */
const DOCUMENTS_AT_ONCE = 50

/** JSON text of every run that matches, newest first. */
export async function* documentsOf(db: Db, query: RunQuery): AsyncGenerator<string> {
  let before = Number.MAX_SAFE_INTEGER
  while (true) {
    const rows = await matchingRuns(db, query).where('seq', '<', before).select(['seq', 'document']).orderBy('seq', 'desc').limit(DOCUMENTS_AT_ONCE).execute()
    for (const { document } of rows) yield document
    if (rows.length < DOCUMENTS_AT_ONCE) return
    before = rows.at(-1)!.seq
  }
}
