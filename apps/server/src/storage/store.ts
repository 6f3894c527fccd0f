import type { ComparisonDocument, HistoryRecord, RunSummary } from '@benchcast/core/api'
import type { AuditLimits, AuditWrite } from './audit-rows.ts'
import type { EvaluatedModel } from './evaluation-queries.ts'
import type { PredictiveCounts } from './predictive-counts.ts'
import type { ExportRequest, LineFormat } from './record-export.ts'
import type { Configuration, RecordFilter } from './record-query.ts'
import type { NewRecords, RecordIds, RecordName, RecordOf, RunRows } from './records.ts'

/** Binds an Idempotency-Key to what it made. */
export interface IdempotencyRecord {
  readonly key: string
  /** Endpoint name, so that one key may be used once per endpoint. */
  readonly endpoint: string
  /** SHA-256 of the request body, hex. */
  readonly fingerprint: string
  /** Run or comparison id the request made. */
  readonly resourceId: string
  readonly createdAt: string
}

/** A run as it is written: summary columns, the whole document as JSON text, and that of one history record per model of the summary, in its order. */
export interface RunWrite {
  readonly summary: RunSummary
  readonly document: string
  readonly records: readonly string[]
  readonly idempotency?: IdempotencyRecord | undefined
}

export interface ComparisonWrite {
  readonly document: ComparisonDocument
  readonly idempotency?: IdempotencyRecord | undefined
}

export interface RunFilter {
  readonly limit: number
  readonly offset: number
  /** Opaque, from an earlier page. An unreadable one throws validation_failed. */
  readonly cursor?: string | undefined
  readonly taskType?: string | undefined
  readonly modelId?: string | undefined
  readonly datasetId?: string | undefined
  /** Case-insensitive substring. */
  readonly name?: string | undefined
  /** ISO time, inclusive. */
  readonly startTime?: string | undefined
  /** ISO time, exclusive. */
  readonly endTime?: string | undefined
}

export interface RunPage {
  readonly runs: readonly RunSummary[]
  readonly total: number
  readonly nextCursor: string | null
}

/** What happens to a task that must survive a crash. `released`: handed back at a shutdown, so that the attempt does not count. */
export type TaskEvent = 'created' | 'started' | 'released' | 'completed' | 'failed'

/** One change of a task. */
export interface StoredTask {
  readonly taskId: string
  readonly kind: string
  readonly event: TaskEvent
  readonly attempt: number
  readonly timestamp: string
  readonly message: string
  /** JSON text: the input of a created task, the result of a completed one; '' otherwise. */
  readonly document: string
}

/** A change of a task with the records it makes: all of it or nothing. */
export interface TaskWrite {
  readonly task: StoredTask
  readonly records?: NewRecords | undefined
  readonly idempotency?: IdempotencyRecord | undefined
}

export interface RecordPage<N extends RecordName> {
  readonly rows: readonly RecordOf<N>[]
  readonly total: number
}

/** Runs that are alike in model, platforms, status and the UTC day they began, counted. Durations in seconds. */
export interface RunCount {
  readonly model_name: string
  /** As the column holds it: the name of a platform, or a list of them as JSON text. */
  readonly hardware: string
  readonly status: string
  /** `2025-08-15`. */
  readonly day: string
  readonly runs: number
  readonly total_duration: number
  readonly min_duration: number
  readonly max_duration: number
  /** When the last one began. */
  readonly latest: string
}

/** What is known of one model. */
export interface ModelStatistics {
  readonly model_name: string
  readonly total_predictions: number
  readonly total_measurements: number
  readonly total_recommendations: number
  readonly mean_relative_error: number | null
  readonly latest: string
}

export interface HealthCheck {
  readonly name: string
  readonly ok: boolean
  readonly message: string
}

/** Figures for the metrics page. */
export interface StoreStats {
  /** Acknowledged writes that were found missing when the database was opened. */
  readonly missingWrites: number
  /** Writes since the database was made. */
  readonly lastSequence: number
  /** Writes waiting for a commit. */
  readonly queuedWrites: number
  /** Transactions since the start; writes share them. */
  readonly commits: number
  /** Free bytes of the disk below the database; Infinity when unknown. */
  readonly freeBytes: number
  /** Memory has what it keeps of older records. */
  readonly areRecordsAtHand: boolean
  /** Bytes of older records in memory. */
  readonly packedRecordBytes: number
}

/** What the server asks of a database. An engine is a folder that implements this and passes `store.slow.test.ts`. */
export interface Store {
  readonly engine: string
  /** What a person should know about how the database was opened (rows lost from a damaged log, for example). */
  readonly openWarnings: readonly string[]
  /** Writes run, history and idempotency record in one transaction; resolves once durable. Concurrent calls share a commit. */
  insertRun(write: RunWrite): Promise<void>
  insertComparison(write: ComparisonWrite): Promise<void>
  /** JSON text of the run document, or undefined. */
  findRun(runId: string): Promise<string | undefined>
  findComparison(id: string): Promise<ComparisonDocument | undefined>
  /** Newest first, by write order, not by clock. */
  listRuns(filter: RunFilter): Promise<RunPage>
  /** Runs that hold a text in their id, name, data set, task type or models, ignoring case; newest first. */
  searchRuns(text: string, limit: number): Promise<readonly RunSummary[]>
  /** JSON text of every run that matches, newest first, a few at a time. */
  exportRuns(filter: Omit<RunFilter, 'limit' | 'offset' | 'cursor'>): AsyncIterable<string>
  /** One line per model that was evaluated, the last evaluated first. */
  evaluatedModels(limit: number): Promise<readonly EvaluatedModel[]>
  /** Oldest first, the latest `limit` (all when undefined). */
  history(modelId: string, limit?: number): Promise<{ readonly records: readonly HistoryRecord[]; readonly total: number }>
  /** Latest record of each model that has one. */
  latestRecords(modelIds: readonly string[]): Promise<ReadonlyMap<string, HistoryRecord>>
  /** Records older than 24 hours need not be found. */
  findIdempotent(endpoint: string, key: string): Promise<IdempotencyRecord | undefined>
  /** Writes a change of a task and its records in one transaction; resolves once durable. Concurrent calls share a commit. */
  writeTask(write: TaskWrite): Promise<void>
  /** The last change of a task. */
  findTask(taskId: string): Promise<StoredTask | undefined>
  /** Creation of every task that has no end, oldest first; `attempt` counts the attempts that were begun and not handed back. */
  unfinishedTasks(): Promise<readonly StoredTask[]>
  /** Newest first, by write order, without heavy columns. */
  listRecords<N extends RecordName>(name: N, filter: RecordFilter): Promise<RecordPage<N>>
  /** Resolves when memory has what it keeps of older records; lists are answered all the same before, more slowly. */
  recordsAtHand(): Promise<void>
  /** A number that differs after every record of a kind that is written or deleted, and only then. */
  recordsVersion(name: RecordName): number
  /** One record, whole. */
  findRecord<N extends RecordName>(name: N, id: string): Promise<RecordOf<N> | undefined>
  /** Deletes records, and with measurements the errors of predictions against them, in one transaction; resolves once durable, with how many there were of those asked for. */
  deleteRecords(ids: RecordIds): Promise<number>
  /** Lines of all records that match as UTF-8, piece by piece, newest first unless the filter ascends; its paging is not looked at. */
  exportLines(name: RecordName, request: ExportRequest, format: LineFormat): AsyncIterable<Uint8Array>
  /** Writes the records that match to a Parquet file of the database's own and gives its path; who asked removes it. */
  exportParquet(name: RecordName, request: ExportRequest): Promise<string>
  /** Records that match, counted by model, platforms, status and day. */
  countRuns(name: RunRows, filter: Omit<RecordFilter, 'limit' | 'offset'>): Promise<readonly RunCount[]>
  /** Predictions and measurements, counted by day, model and platform; samples are left out. */
  predictiveCounts(filter: Pick<RecordFilter, 'sinceUs'> & { readonly model_name?: string | undefined }): Promise<PredictiveCounts>
  /** Newest prediction of exactly this configuration, in the first of its settings that has one; of those in memory, where only some are. */
  newestPrediction(configuration: Configuration): Promise<RecordOf<'predictions'> | undefined>
  /** Newest feedback on each recommendation that has one. */
  feedback(): ReadonlyMap<string, RecordOf<'feedback'>>
  /** One line per model, the one last heard of first. */
  modelStatistics(): Promise<readonly ModelStatistics[]>
  /** Writes an entry of the audit log and the changes of API keys it tells of in one transaction; resolves once durable. */
  writeAudit(write: AuditWrite): Promise<void>
  /**
   * Deletes the oldest entries of the audit log that are older, or more, than is kept, some thousand at most, and writes `entry`, which then tells how many, in one transaction.
   * Resolves once durable, with how many entries were deleted; 0, and nothing is written, when none was to go.
   */
  pruneAudit(limits: AuditLimits, entry: RecordOf<'audit'>): Promise<number>
  /** Write probe (cached 1 s), free disk, migration state. Never throws. */
  health(): Promise<readonly HealthCheck[]>
  stats(): StoreStats
  /** A consistent copy at `path` (must not exist), opened read-only and counted before this resolves. */
  backup(path: string): Promise<{ readonly path: string; readonly tables: Readonly<Record<string, number>> }>
  /** Flushes pending commits, checkpoints, closes. Idempotent. */
  close(): Promise<void>
}

export type { AuditLimits, AuditWrite } from './audit-rows.ts'
export type { EvaluatedModel } from './evaluation-queries.ts'
export type { PredictiveCount, PredictiveCounts } from './predictive-counts.ts'
export type { ExportColumn, ExportRequest, LineFormat } from './record-export.ts'
export type { RecordFilter } from './record-query.ts'
export type { NewRecords, RecordIds, RecordName, RecordOf, RunRows } from './records.ts'
