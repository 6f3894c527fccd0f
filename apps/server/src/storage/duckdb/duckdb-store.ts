import { statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { ComparisonDocument, HistoryRecord } from '@benchcast/core/api'
import { BenchcastError } from '@benchcast/core/errors'
import { encodeCursor } from '../cursor.ts'
import { GroupCommit } from '../group-commit.ts'
import { StoreMemory } from '../memory/store-memory.ts'
import { MIGRATIONS } from '../migrations/index.ts'
import type { StoreOptions } from '../options.ts'
import { selectComparison, selectDocument, selectHistory, selectIdempotent, selectLatestRecords, selectRuns, selectSequence } from '../queries.ts'
import { runQuery } from '../run-query.ts'
import type { ComparisonWrite, HealthCheck, IdempotencyRecord, RunFilter, RunPage, RunWrite, Store } from '../store.ts'
import { comparisonRows, type PendingRow, runRows } from '../writes.ts'
import { type Connected, connect, IN_MEMORY } from './connected.ts'
import { migrate } from './migrate.ts'
import { claimFile, releaseFile } from './open-files.ts'
import { transaction } from './transaction.ts'

interface Write {
  readonly rows: readonly PendingRow[]
  /** Puts it into memory, after the commit. */
  readonly remember: (seq: number) => void
}

export class DuckDBStore implements Store {
  readonly engine = 'duckdb'
  readonly openWarnings: readonly string[] = []
  readonly #options: StoreOptions
  readonly #connected: Connected
  readonly #memory: StoreMemory
  readonly #queue: GroupCommit<Write>
  #lastSeq: number
  #closed: Promise<void> | undefined

  private constructor(options: StoreOptions, connected: Connected, memory: StoreMemory, lastSeq: number) {
    this.#options = options
    this.#connected = connected
    this.#memory = memory
    this.#lastSeq = lastSeq
    this.#queue = new GroupCommit({ commit: (writes) => this.#commit(writes), maxQueued: options.maxQueuedWrites })
  }

  static async open(options: StoreOptions): Promise<DuckDBStore> {
    const { path, memory, now } = options
    if (path !== IN_MEMORY) claimFile(path)
    try {
      const connected = await connect(path, undefined, (error) => error)
      await migrate(connected.writer, { path, now, migrations: options.migrations ?? MIGRATIONS, backUp: async () => {} })
      const { last } = await selectSequence(connected.db)
      return new DuckDBStore(options, connected, await StoreMemory.load(connected.db, memory, now), last)
    } catch (error) {
      releaseFile(path)
      throw error
    }
  }

  async insertRun(write: RunWrite): Promise<void> {
    const recordTexts = write.records.map((record) => JSON.stringify(record))
    await this.#queue.add({ rows: runRows(write, recordTexts), remember: (seq) => this.#memory.addRun(seq, write, recordTexts) })
  }

  async insertComparison(write: ComparisonWrite): Promise<void> {
    const text = JSON.stringify(write.document)
    await this.#queue.add({ rows: comparisonRows(write, text), remember: () => this.#memory.addComparison(write, text) })
  }

  async findRun(runId: string): Promise<string | undefined> {
    return this.#document(runId, () => selectDocument(this.#connected.db, runId))
  }

  async findComparison(id: string): Promise<ComparisonDocument | undefined> {
    const text = await this.#document(id, () => selectComparison(this.#connected.db, id))
    return text === undefined ? undefined : (JSON.parse(text) as ComparisonDocument)
  }

  async listRuns(filter: RunFilter): Promise<RunPage> {
    const query = runQuery(filter)
    const { runs, total } = this.#memory.runs.select(query) ?? (await selectRuns(this.#connected.db, query))
    const page = runs.slice(0, query.limit)
    const last = runs.length > page.length ? page.at(-1) : undefined
    return { runs: page.map(({ summary }) => summary), total, nextCursor: last ? encodeCursor(last.seq) : null }
  }

  async history(modelId: string, limit?: number): Promise<{ readonly records: readonly HistoryRecord[]; readonly total: number }> {
    return selectHistory(this.#connected.db, modelId, limit)
  }

  async latestRecords(modelIds: readonly string[]): Promise<ReadonlyMap<string, HistoryRecord>> {
    const found = new Map(modelIds.map((id) => [id, this.#memory.latest.get(id)]))
    const missing = modelIds.filter((id) => found.get(id) === undefined)
    const stored = missing.length > 0 ? await selectLatestRecords(this.#connected.db, missing) : []
    for (const { model_id, record } of stored) found.set(model_id, record)
    return new Map([...found].flatMap(([id, text]) => (text === undefined ? [] : [[id, JSON.parse(text) as HistoryRecord]])))
  }

  async findIdempotent(endpoint: string, key: string): Promise<IdempotencyRecord | undefined> {
    const { keys } = this.#memory
    const known = keys.find(endpoint, key)
    if (known || keys.holdsAll) return known
    const stored = await selectIdempotent(this.#connected.db, endpoint, key)
    return stored && keys.isCurrent(stored) ? stored : undefined
  }

  async health(): Promise<readonly HealthCheck[]> {
    const { bavail, bsize } = await statfs(this.#options.path === IN_MEMORY ? '.' : dirname(this.#options.path))
    return [{ name: 'free_disk', ok: bavail * bsize >= this.#options.minFreeBytes, message: `${bavail * bsize} bytes free` }]
  }

  async backup(_path: string): Promise<{ readonly path: string; readonly tables: Readonly<Record<string, number>> }> {
    throw new BenchcastError('unavailable', 'Backups are not ready yet.')
  }

  close(): Promise<void> {
    this.#closed ??= this.#close()
    return this.#closed
  }

  async #close(): Promise<void> {
    await this.#queue.drained()
    await this.#connected.writer.run('CHECKPOINT')
    this.#connected.disconnect()
    releaseFile(this.#options.path)
  }

  async #document(id: string, read: () => Promise<string | undefined>): Promise<string | undefined> {
    const known = this.#memory.documents.get(id)
    if (known !== undefined) return known
    const stored = await read()
    if (stored !== undefined) this.#memory.documents.set(id, stored)
    return stored
  }

  async #commit(writes: readonly Write[]): Promise<readonly unknown[]> {
    try {
      await this.#commitTogether(writes)
      return []
    } catch (error) {
      if (writes.length === 1) return [error]
      // One bad item must not fail the others: each gets a transaction of its own.
      const errors: unknown[] = []
      for (const write of writes) errors.push(...(await this.#commit([write])))
      return errors
    }
  }

  async #commitTogether(writes: readonly Write[]): Promise<void> {
    const first = this.#lastSeq + 1
    const rows = writes.flatMap((write, index) => write.rows.map((row) => ({ ...row, seq: first + index })))
    await transaction(this.#connected.writer, () => this.#connected.rows.insert(rows))
    this.#lastSeq += writes.length
    writes.forEach(({ remember }, index) => remember(first + index))
  }
}
