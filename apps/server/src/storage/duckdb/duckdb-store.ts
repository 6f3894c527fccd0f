import { dirname, resolve } from 'node:path'
import type { ComparisonDocument, HistoryRecord, RunSummary } from '@benchcast/core/api'
import { BenchcastError } from '@benchcast/core/errors'
import { auditRows } from '../audit-rows.ts'
import { encodeCursor } from '../cursor.ts'
import { documentsOf, type EvaluatedModel, selectEvaluatedModels, selectRunsHolding } from '../evaluation-queries.ts'
import { StoreMemory } from '../memory/store-memory.ts'
import type { StoreOptions } from '../options.ts'
import { type PredictiveCounts, selectPredictiveCounts } from '../predictive-counts.ts'
import { selectModelStatistics, selectNewestFeedback, selectNewestPrediction, selectRecord, selectRecordsCounted, selectRunCounts, selectTask, selectUnfinishedTasks } from '../predictive-queries.ts'
import { PRUNED, selectComparison, selectDocument, selectHistory, selectIdempotent, selectLatestRecords, selectPrunable, selectRuns } from '../queries.ts'
import { RecordCounts } from '../record-counts.ts'
import { type ExportRequest, exportLines, type LineFormat, parquetStatement } from '../record-export.ts'
import type { Configuration, RecordFilter } from '../record-query.ts'
import { RECORD_NAMES, type RecordIds, type RecordName, type RecordOf, type RunRows } from '../records.ts'
import { runQuery } from '../run-query.ts'
import type {
  AuditLimits,
  AuditWrite,
  ComparisonWrite,
  HealthCheck,
  IdempotencyRecord,
  ModelStatistics,
  RecordPage,
  RunCount,
  RunFilter,
  RunPage,
  RunWrite,
  Store,
  StoredTask,
  StoreStats,
  TaskWrite,
} from '../store.ts'
import { comparisonRows, deletionsOf, runRows, taskRows } from '../writes.ts'
import { BackupSchedule } from './backup-schedule.ts'
import { type BackupResult, backUpTo } from './backups.ts'
import { DuckDBFile } from './duckdb-file.ts'
import { backupFolderOf } from './files.ts'
import { FreeDisk } from './free-disk.ts'
import { Health } from './health.ts'
import { OlderRecords } from './older-records.ts'
import { ParquetFiles } from './parquet-files.ts'
import { Writer } from './writer.ts'

/** Entries of the audit log that go in one transaction. */
const MOST_PRUNED = 5000

/** A {@link Store} in one DuckDB file: writes through one writer, recent reads from memory, the rest from the file. */
export class DuckDBStore implements Store {
  readonly engine = 'duckdb'
  readonly #file: DuckDBFile
  readonly #memory: StoreMemory
  readonly #disk: FreeDisk
  readonly #writer: Writer
  readonly #health: Health
  readonly #schedule: BackupSchedule | undefined
  readonly #counts = new RecordCounts()
  readonly #parquet: ParquetFiles
  readonly #older: OlderRecords
  #closed: Promise<void> | undefined

  private constructor(file: DuckDBFile, memory: StoreMemory, disk: FreeDisk, { minFreeBytes, maxQueuedWrites: maxQueued, dailyBackups, now }: StoreOptions) {
    this.#file = file
    this.#memory = memory
    this.#disk = disk
    this.#parquet = new ParquetFiles(file.isInMemory ? undefined : backupFolderOf(file.path))
    this.#writer = new Writer(file, disk, { maxQueued, minFreeBytes })
    this.#health = new Health(file, disk, { maxQueued, minFreeBytes, queued: () => this.#writer.queue.queued })
    this.#older = new OlderRecords(file, (name) => memory.predictive.of(name))
    this.#older.load(RECORD_NAMES)
    if (dailyBackups && !file.isInMemory) this.#schedule = new BackupSchedule(file, now)
  }

  static async open(options: StoreOptions): Promise<DuckDBStore> {
    const file = await DuckDBFile.open(options)
    const disk = new FreeDisk(file.isInMemory ? '.' : dirname(file.path))
    await disk.refresh()
    return new DuckDBStore(file, await StoreMemory.load(file.db, options.memory, options.now), disk, options)
  }

  get openWarnings(): readonly string[] {
    return this.#file.warnings
  }

  async insertRun(write: RunWrite): Promise<void> {
    await this.#writer.add({ rows: runRows(write), remember: (seq) => this.#memory.addRun(seq, write) })
  }

  async insertComparison(write: ComparisonWrite): Promise<void> {
    const text = JSON.stringify(write.document)
    await this.#writer.add({ rows: comparisonRows(write, text), remember: () => this.#memory.addComparison(write, text) })
  }

  findRun(runId: string): Promise<string | undefined> {
    return this.#document(`run ${runId}`, () => selectDocument(this.#file.db, runId))
  }

  async findComparison(id: string): Promise<ComparisonDocument | undefined> {
    const text = await this.#document(`comparison ${id}`, () => selectComparison(this.#file.db, id))
    return text === undefined ? undefined : (JSON.parse(text) as ComparisonDocument)
  }

  async listRuns(filter: RunFilter): Promise<RunPage> {
    const query = runQuery(filter)
    const { runs, total } = this.#memory.runs.select(query) ?? (await selectRuns(this.#file.db, query))
    const page = runs.slice(0, query.limit)
    const last = runs.length > page.length ? page.at(-1) : undefined
    return { runs: page.map(({ summary }) => summary), total, nextCursor: last ? encodeCursor(last.seq) : null }
  }

  searchRuns(text: string, limit: number): Promise<readonly RunSummary[]> {
    return selectRunsHolding(this.#file.db, text, limit)
  }

  exportRuns(filter: Omit<RunFilter, 'limit' | 'offset' | 'cursor'>): AsyncIterable<string> {
    return documentsOf(this.#file.db, runQuery({ ...filter, limit: 0, offset: 0 }))
  }

  evaluatedModels(limit: number): Promise<readonly EvaluatedModel[]> {
    return selectEvaluatedModels(this.#file.db, limit)
  }

  async history(modelId: string, limit?: number): Promise<{ readonly records: readonly HistoryRecord[]; readonly total: number }> {
    return selectHistory(this.#file.db, modelId, limit)
  }

  async latestRecords(modelIds: readonly string[]): Promise<ReadonlyMap<string, HistoryRecord>> {
    const { latest } = this.#memory
    const texts = new Map(modelIds.map((id) => [id, latest.get(id)]))
    const missing = latest.holdsAll ? [] : modelIds.filter((id) => texts.get(id) === undefined)
    const stored = missing.length > 0 ? await selectLatestRecords(this.#file.db, missing) : []
    for (const { model_id, record } of stored) texts.set(model_id, record)
    return new Map([...texts].flatMap(([id, text]) => (text === undefined ? [] : [[id, JSON.parse(text) as HistoryRecord]])))
  }

  async findIdempotent(endpoint: string, key: string): Promise<IdempotencyRecord | undefined> {
    const { keys } = this.#memory
    const known = keys.find(endpoint, key)
    if (known || keys.holdsAll) return known
    const stored = await selectIdempotent(this.#file.db, endpoint, key)
    return stored && keys.isCurrent(stored) ? stored : undefined
  }

  async writeTask(write: TaskWrite): Promise<void> {
    await this.#writer.add({ rows: taskRows(write), remember: () => this.#memory.addTask(write) })
  }

  findTask(taskId: string): Promise<StoredTask | undefined> {
    return selectTask(this.#file.db, taskId)
  }

  unfinishedTasks(): Promise<readonly StoredTask[]> {
    return selectUnfinishedTasks(this.#file.db)
  }

  async listRecords<N extends RecordName>(name: N, filter: RecordFilter): Promise<RecordPage<N>> {
    const { predictive } = this.#memory
    const accepted = (record: RecordOf<N>) => {
      const answer = predictive.feedback.get((record as { readonly recommendation_id?: string }).recommendation_id ?? '')
      return answer === undefined ? null : answer.accepted === 1
    }
    return predictive.of(name).select(filter, accepted) ?? (await selectRecordsCounted(this.#file.db, name, filter, this.#counts, this.#file.lastSeq))
  }

  recordsAtHand(): Promise<void> {
    return this.#older.settled()
  }

  recordsVersion(name: RecordName): number {
    return this.#memory.predictive.of(name).version
  }

  findRecord<N extends RecordName>(name: N, id: string): Promise<RecordOf<N> | undefined> {
    return selectRecord(this.#file.db, name, id)
  }

  async deleteRecords(ids: RecordIds): Promise<number> {
    const deletions = deletionsOf(ids)
    const remember = () => {
      for (const deletion of deletions) this.#memory.predictive.remove(deletion)
    }
    await this.#writer.add({ rows: [], deletions, remember }).finally(() => this.#counts.forget())
    // Who gave feedback before the one that was deleted is heard again.
    this.#readAgain(deletions.map(({ name }) => name))
    if (ids.feedback !== undefined) this.#memory.predictive.recall(await selectNewestFeedback(this.#file.db))
    return deletions.reduce((sum, { isDependent, count }) => sum + (isDependent ? 0 : count), 0)
  }

  exportLines(name: RecordName, request: ExportRequest, format: LineFormat): AsyncIterable<Uint8Array> {
    return exportLines(this.#file.db, name, request, format, this.#file.lastSeq)
  }

  exportParquet(name: RecordName, request: ExportRequest): Promise<string> {
    return this.#parquet.write(this.#file.connected.pool, (path) => parquetStatement(this.#file.db, name, request, path))
  }

  countRuns(name: RunRows, filter: Omit<RecordFilter, 'limit' | 'offset'>): Promise<readonly RunCount[]> {
    return selectRunCounts(this.#file.db, name, filter)
  }

  predictiveCounts(filter: Pick<RecordFilter, 'sinceUs'> & { readonly model_name?: string | undefined }): Promise<PredictiveCounts> {
    return selectPredictiveCounts(this.#file.db, filter)
  }

  async newestPrediction(configuration: Configuration): Promise<RecordOf<'predictions'> | undefined> {
    const { predictive } = this.#memory
    const known = predictive.predictionOf(configuration)
    return known ?? (predictive.knowsAllPredictions ? undefined : selectNewestPrediction(this.#file.db, configuration))
  }

  feedback(): ReadonlyMap<string, RecordOf<'feedback'>> {
    return this.#memory.predictive.feedback
  }

  modelStatistics(): Promise<readonly ModelStatistics[]> {
    return selectModelStatistics(this.#file.db)
  }

  async writeAudit(write: AuditWrite): Promise<void> {
    const { entry, keys = [] } = write
    await this.#writer.add({ rows: auditRows(write), remember: () => this.#memory.predictive.add({ audit: [entry], apiKeys: keys }) })
  }

  async pruneAudit(limits: AuditLimits, entry: RecordOf<'audit'>): Promise<number> {
    const { ids, count } = await selectPrunable(this.#file.db, limits, MOST_PRUNED)
    if (ids.length === 0) return 0
    const written = { ...entry, action: PRUNED, detail: String(count) }
    const deletions = deletionsOf({ audit: ids })
    const remember = () => {
      for (const deletion of deletions) this.#memory.predictive.remove(deletion)
      this.#memory.predictive.add({ audit: [written] })
    }
    await this.#writer.add({ rows: auditRows({ entry: written }), deletions, remember }).finally(() => this.#counts.forget())
    this.#readAgain(['audit'])
    return ids.length
  }

  health(): Promise<readonly HealthCheck[]> {
    return this.#health.checks()
  }

  stats(): StoreStats {
    const { queued: queuedWrites, commits } = this.#writer.queue
    return {
      missingWrites: this.#file.missing,
      lastSequence: this.#file.lastSeq,
      queuedWrites,
      commits,
      freeBytes: this.#disk.bytes,
      areRecordsAtHand: this.#older.isSettled,
      packedRecordBytes: this.#memory.predictive.packedBytes,
    }
  }

  async backup(path: string): Promise<BackupResult> {
    if (this.#file.isInMemory) throw new BenchcastError('invalid_data', 'A database in memory has no backup: start the server with --db FILE.')
    return this.#file.connected.pool.use((connection) => backUpTo(connection, this.#file.path, resolve(path)))
  }

  close(): Promise<void> {
    this.#closed ??= this.#close()
    return this.#closed
  }

  async #close(): Promise<void> {
    await Promise.all([this.#writer.finish(), this.#older.stop()])
    await this.#schedule?.stop()
    await this.#file.close()
  }

  /** Reads what memory forgot with many deletions. */
  #readAgain(names: readonly RecordName[]): void {
    this.#older.load(names.filter((name) => this.#memory.predictive.of(name).wantsOlder))
  }

  async #document(key: string, read: () => Promise<string | undefined>): Promise<string | undefined> {
    const known = this.#memory.documents.get(key)
    if (known !== undefined) return known
    const stored = await read()
    if (stored !== undefined) this.#memory.documents.set(key, stored)
    return stored
  }
}
