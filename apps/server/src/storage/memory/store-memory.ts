import type { Kysely } from 'kysely'
import type { MemoryLimits } from '../options.ts'
import { selectIdempotencySince, selectLatestRecords, selectRuns } from '../queries.ts'
import { runQuery } from '../run-query.ts'
import type { ComparisonWrite, RunWrite, TaskWrite } from '../store.ts'
import type { Database } from '../tables/index.ts'
import { IdempotencyWindow } from './idempotency-window.ts'
import { PredictiveMemory } from './predictive-memory.ts'
import { RecentRuns } from './recent-runs.ts'
import { RecentlyUsed } from './recently-used.ts'

/** What the one process that writes the database also keeps at hand. Written after each commit, so it never shows what is not durable. */
export class StoreMemory {
  readonly runs: RecentRuns
  /** JSON text of runs and comparisons, by `run <id>` and `comparison <id>`. */
  readonly documents: RecentlyUsed<string>
  /** JSON text of the newest record by model. */
  readonly latest: RecentlyUsed<string>
  readonly keys: IdempotencyWindow
  readonly predictive: PredictiveMemory

  private constructor(limits: MemoryLimits, now: () => Date, predictive: PredictiveMemory) {
    this.runs = new RecentRuns(limits.runs)
    this.documents = new RecentlyUsed(limits.documentBytes, (text) => text.length)
    this.latest = new RecentlyUsed(limits.models, () => 1)
    this.keys = new IdempotencyWindow(limits.idempotencyKeys, now)
    this.predictive = predictive
  }

  static async load(db: Kysely<Database>, limits: MemoryLimits, now: () => Date): Promise<StoreMemory> {
    const memory = new StoreMemory(limits, now, await PredictiveMemory.load(db, limits))
    const { runs, total } = await selectRuns(db, runQuery({ limit: limits.runs, offset: 0 }))
    memory.runs.load([...runs].reverse(), total)
    // One more than is kept, so that it shows whether there are more.
    for (const { model_id, record } of await selectLatestRecords(db, { limit: limits.models + 1 })) memory.latest.set(model_id, record)
    memory.keys.load(await selectIdempotencySince(db, memory.keys.windowStartUs, limits.idempotencyKeys))
    return memory
  }

  addRun(seq: number, { summary, document, records, idempotency }: RunWrite): void {
    this.runs.add(seq, summary)
    this.documents.set(`run ${summary.run_id}`, document)
    for (const [position, model] of summary.models.entries()) this.latest.set(model, records[position]!)
    if (idempotency) this.keys.add(idempotency)
  }

  addComparison({ document, idempotency }: ComparisonWrite, text: string): void {
    this.documents.set(`comparison ${document.benchmark_id}`, text)
    if (idempotency) this.keys.add(idempotency)
  }

  addTask({ records, idempotency }: TaskWrite): void {
    if (records) this.predictive.add(records)
    if (idempotency) this.keys.add(idempotency)
  }
}
