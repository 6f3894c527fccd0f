import type { ComparisonDocument, HistoryRecord, RunSummary } from '@benchcast/core/api'

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

/** A run as it is written: summary columns, the whole document as JSON text, one history record per model. */
export interface RunWrite {
  readonly summary: RunSummary
  readonly document: string
  readonly records: readonly HistoryRecord[]
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
}

/** What the server asks of a database. An engine is a folder that implements this and passes `store.test.ts`. */
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
  /** Oldest first, the latest `limit` (all when undefined). */
  history(modelId: string, limit?: number): Promise<{ readonly records: readonly HistoryRecord[]; readonly total: number }>
  /** Latest record of each model that has one. */
  latestRecords(modelIds: readonly string[]): Promise<ReadonlyMap<string, HistoryRecord>>
  /** Records older than 24 hours need not be found. */
  findIdempotent(endpoint: string, key: string): Promise<IdempotencyRecord | undefined>
  /** Write probe (cached 1 s), free disk, migration state. Never throws. */
  health(): Promise<readonly HealthCheck[]>
  stats(): StoreStats
  /** A consistent copy at `path` (must not exist), opened read-only and counted before this resolves. */
  backup(path: string): Promise<{ readonly path: string; readonly tables: Readonly<Record<string, number>> }>
  /** Flushes pending commits, checkpoints, closes. Idempotent. */
  close(): Promise<void>
}
