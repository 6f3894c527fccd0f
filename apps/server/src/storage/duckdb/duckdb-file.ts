import { setTimeout as sleep } from 'node:timers/promises'
import { BenchcastError } from '@benchcast/core/errors'
import type { Kysely } from 'kysely'
import { MIGRATIONS } from '../migrations/index.ts'
import type { StoreOptions } from '../options.ts'
import { selectSequence } from '../queries.ts'
import { StartupError } from '../startup-error.ts'
import type { Database } from '../tables/index.ts'
import type { Deletion } from '../writes.ts'
import { applyWrites } from './apply-writes.ts'
import { removeUnfinished, rotateBackups } from './backups.ts'
import { connectCarefully } from './connect-carefully.ts'
import { type Connected, connect, IN_MEMORY } from './connected.ts'
import { failureOf, isInvalidated, openFailure, unavailable, unreadable } from './failures.ts'
import { backupFolderOf, bytesOf, journalsOf, sequenceFileOf, walOf } from './files.ts'
import { Journal } from './journal.ts'
import { lastWriteIn } from './last-write.ts'
import { migrate } from './migrate.ts'
import { claimFile, releaseFile } from './open-files.ts'
import { keepRefused, replayJournal } from './replay-journal.ts'
import type { PlacedRow } from './row-writer.ts'
import { readSequenceFile, SequenceFile } from './sequence-file.ts'
import { transaction } from './transaction.ts'

/** What the log holds is in memory too, and is replayed after a crash: in a calm moment it is shortened from this size on. */
const LONG_LOG_BYTES = 32 * 1024 * 1024
/** So many writes at once are worth noting in the journal; fewer go straight into the database. */
const MANY_WRITES = 3
const newestVersion = ({ migrations = MIGRATIONS }: StoreOptions): number => migrations.at(-1)?.version ?? 0
const REOPEN_AFTER_MS = [0, 500, 1000, 2000, 5000]

/** A database file held by this process: its connections, its last sequence number, and how it comes back after DuckDB gave up on it. */
export class DuckDBFile {
  readonly warnings: string[] = []
  /** Acknowledged writes that an open found missing, over this process's life. */
  missing = 0
  /** Number of the last write that is durable. */
  lastSeq = 0
  readonly #options: StoreOptions
  #connected: Connected | undefined
  #sequence: SequenceFile | undefined
  #writing: Promise<void> = Promise.resolve()
  #reopening: Promise<void> | undefined
  #isClosing = false
  #journal: Journal | undefined

  private constructor(options: StoreOptions) {
    this.#options = options
  }

  /** Opens, migrates and compares with what was acknowledged. Throws {@link StartupError}. */
  static async open(options: StoreOptions): Promise<DuckDBFile> {
    const file = new DuckDBFile(options)
    if (file.isInMemory) await file.#openMemory()
    else await file.#openFile()
    return file
  }

  get path(): string {
    return this.#options.path
  }

  get isInMemory(): boolean {
    return this.path === IN_MEMORY
  }

  get isOpen(): boolean {
    return this.#connected !== undefined
  }

  /** Room on the disk that acknowledged writes will take on their way from the journal into the database. */
  get owedBytes(): number {
    return this.#journal?.heldBytes ?? 0
  }

  /** Throws `database_unavailable` while the file is being opened anew, and after it was closed. */
  get connected(): Connected {
    if (this.#connected === undefined) throw unavailable('closed or being opened anew')
    return this.#connected
  }

  get db(): Kysely<Database> {
    return this.connected.db
  }

  /** All or nothing, durable when it resolves. The rows carry the numbers after `lastSeq`, up to `last`; deletions come after them and are counted. */
  async write(rows: readonly PlacedRow[], last: number, deletions: readonly Deletion[] = []): Promise<void> {
    if (await this.#isInJournal(rows, last, deletions)) return this.acknowledge(last)
    await this.#journal?.flush()
    await this.#transact(rows, deletions)
    this.acknowledge(last)
  }

  /** Whether many writes, or such as come while others wait to go into the database, could be noted in the journal. */
  async #isInJournal(rows: readonly PlacedRow[], last: number, deletions: readonly Deletion[]): Promise<boolean> {
    const journal = this.#journal
    if (journal === undefined || rows.length === 0 || deletions.length > 0 || (journal.isEmpty && last - this.lastSeq < MANY_WRITES)) return false
    return journal.add(rows, last).then(
      () => true,
      () => false,
    )
  }

  /** Never ends with a write half in. Starts opening anew when DuckDB has given up on the file. */
  async #apply(rows: readonly PlacedRow[], done: (last: number) => void): Promise<void> {
    try {
      await applyWrites(rows, { transact: (some) => this.#transact(some), refused: (write, error) => this.#refused(write, error), done })
    } catch (error) {
      this.warn(`Acknowledged writes wait beside ${this.path} until it takes them: ${(error as Error).message}`)
      const failure = this.failed(error)
      if (this.isOpen && !isInvalidated(error)) await this.#lookWhatIsIn(done)
      throw failure
    }
  }

  /** A commit that failed may be in all the same: the database knows. */
  async #lookWhatIsIn(done: (last: number) => void): Promise<void> {
    const last = await lastWriteIn(this.connected.writer).catch(() => undefined)
    if (last !== undefined) done(last)
  }

  #refused(write: readonly PlacedRow[], error: unknown): void {
    this.missing += 1
    this.warnings.push(keepRefused(this.path, write, error))
  }

  async #transact(rows: readonly PlacedRow[], deletions: readonly Deletion[] = []): Promise<void> {
    const { writer, rows: rowWriter } = this.connected
    const work = transaction(writer, async () => {
      await rowWriter.insert(rows)
      await rowWriter.delete(deletions)
    })
    this.#writing = work.catch(() => undefined)
    await work
  }

  /** Moves a log that has grown into the file: before DuckDB does so by itself, and with a shorter stop. Never throws. */
  async shortenLog(): Promise<void> {
    if (this.isInMemory || !this.isOpen || bytesOf(walOf(this.path)) < LONG_LOG_BYTES) return
    const isFlushed = await this.#journal?.flush().then(
      () => true,
      () => false,
    )
    if (isFlushed === false || !this.isOpen) return
    const work = this.connected.writer.run('CHECKPOINT').then(() => undefined, this.failed)
    this.#writing = work.then(() => undefined)
    await work
  }

  /** Notes that everything up to `seq` is durable. */
  acknowledge(seq: number): void {
    this.lastSeq = seq
    try {
      this.#sequence?.write(seq)
    } catch {
      // The number is a check on the log, not the data: a write that is durable must not fail because of it.
    }
  }

  /** The error to throw on for one that a statement met; starts opening anew when DuckDB has given up on the file. */
  failed = (error: unknown): unknown => {
    if (isInvalidated(error)) {
      void this.reopen(error)
      return unavailable(error)
    }
    return failureOf(error) === 'damaged' ? this.#noteDamage(error) : error
  }

  /** Opens the file anew after DuckDB invalidated it. Callers during that time share one attempt; resolves either way. */
  reopen(cause: unknown): Promise<void> {
    if (this.#isClosing) return Promise.resolve()
    this.#reopening ??= this.#reopen(cause).finally(() => {
      this.#reopening = undefined
    })
    return this.#reopening
  }

  /** Adds what a person should know, once. */
  warn(text: string): void {
    if (!this.warnings.includes(text)) this.warnings.push(text)
  }

  async close(): Promise<void> {
    await this.#reopening
    this.#isClosing = true
    const unflushed = await this.#journal?.close().then(
      () => undefined,
      (error: unknown) => ({ error }),
    )
    const connected = this.#connected
    this.#connected = undefined
    try {
      if (!this.isInMemory) await connected?.writer.run('CHECKPOINT')
    } finally {
      await connected?.disconnect()
      await this.#sequence?.close()
      releaseFile(this.path)
    }
    if (unflushed) throw unflushed.error
  }

  async #openMemory(): Promise<void> {
    this.#connected = await connect(IN_MEMORY, undefined, this.failed)
    await this.#migrate(this.#connected)
  }

  async #openFile(): Promise<void> {
    claimFile(this.path)
    try {
      await removeUnfinished(this.path)
      this.#connected = await connectCarefully(this.#options, this.failed, this.warnings, this.#applied)
      await replayJournal(this.#connected.writer, { path: this.path, newest: newestVersion(this.#options), now: this.#options.now() }, this.warnings)
      await this.#migrate(this.#connected)
      const { writes, last } = await selectSequence(this.db)
      this.#compare(writes, last, readSequenceFile(sequenceFileOf(this.path)))
      this.lastSeq = last
      this.#sequence = new SequenceFile(sequenceFileOf(this.path))
      this.#sequence.reset(last)
      // What was replayed goes into the file now, so that a second crash does not replay it again.
      await this.#connected.writer.run('CHECKPOINT')
      this.#journal = new Journal({ paths: journalsOf(this.path), version: newestVersion(this.#options), apply: (rows, done) => this.#apply(rows, done) })
    } catch (error) {
      await this.#connected?.disconnect()
      await this.#sequence?.close()
      releaseFile(this.path)
      throw openFailure(error, this.path, undefined)
    }
  }

  /** Reads see what was acknowledged, or are refused. While the file is being opened anew only that reads. */
  #applied = async (): Promise<void> => {
    if (!this.isOpen) return
    await this.#journal?.flush().catch((error: unknown) => {
      throw error instanceof BenchcastError ? error : unavailable(error)
    })
  }

  #noteDamage(error: unknown): BenchcastError {
    this.warn(`${this.path} is damaged: ${(error as Error).message}`)
    return unreadable(this.path, error)
  }

  #migrate({ writer }: Connected): Promise<void> {
    const { path, now } = this.#options
    const backUp = async (version: number) => void (await rotateBackups(writer, path, `before-update-of-v${version}`, now()))
    return migrate(writer, { path, now, migrations: this.#options.migrations ?? MIGRATIONS, backUp })
  }

  /** Sequence numbers have no gaps, so fewer rows than the last number, or a last number below the acknowledged one, means loss. */
  #compare(writes: number, last: number, acknowledged: number | undefined | 'unreadable'): void {
    if (acknowledged === 'unreadable') this.warnings.push(`${sequenceFileOf(this.path)} cannot be read, so it is not known whether ${this.path} holds everything that was acknowledged.`)
    const expected = Math.max(last, typeof acknowledged === 'number' ? acknowledged : 0)
    const missing = expected - writes
    if (missing <= 0) return
    this.missing += missing
    this.warnings.push(
      `${missing} of ${expected} acknowledged writes are missing from ${this.path}: its log was cut or damaged. The log as it was is kept beside it (.wal.before-open); backups are in ${backupFolderOf(this.path)}.`,
    )
  }

  async #reopen(cause: unknown): Promise<void> {
    const before = this.#connected
    this.#connected = undefined
    await this.#writing
    await before?.disconnect().catch(() => undefined)
    for (const pause of REOPEN_AFTER_MS) {
      await sleep(pause)
      if (await this.#connectAgain()) return
    }
    this.#options.onUnusable(new StartupError('storage', `${this.path} could not be opened again after the database gave up on it: ${(cause as Error).message}`, cause))
  }

  async #connectAgain(): Promise<boolean> {
    let connected: Connected | undefined
    try {
      connected = await connect(this.path, backupFolderOf(this.path), this.failed, this.#applied)
      const { writes, last } = await selectSequence(connected.db)
      this.#journal?.applied(last)
      const { oldest = this.lastSeq + 1, last: noted = 0 } = this.#journal ?? {}
      this.#compare(writes, last, oldest - 1)
      this.lastSeq = Math.max(last, noted)
      this.#connected = connected
      return true
    } catch {
      await connected?.disconnect()
      return false
    }
  }
}
