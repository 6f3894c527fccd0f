import type { Migration } from './migrations/index.ts'
import type { StartupError } from './startup-error.ts'

/** How much the store keeps in memory. A request that needs more than is kept goes to the database; answers are the same. */
export interface MemoryLimits {
  /** Run summaries, newest kept. */
  readonly runs: number
  /** Bytes of run and comparison documents, least recently used dropped first. */
  readonly documentBytes: number
  /** Models whose latest record is kept. */
  readonly models: number
  /** Idempotency keys of the last 24 hours. */
  readonly idempotencyKeys: number
  /** Records of each kind, newest kept; at hand when the database is open. */
  readonly records: number
  /** Bytes of records of all kinds that are older, or more. They are read after the database is open; a kind that does not fit stays in the database. */
  readonly olderRecordBytes: number
}

/** What a caller may choose when opening a database. `path` names a file (or `:memory:`); `url` also names the engine. */
export interface OpenOptions {
  readonly path?: string | undefined
  readonly url?: string | undefined
  readonly now?: (() => Date) | undefined
  /** Open although the write-ahead log cannot be replayed: it is moved aside and what was only in it is lost. */
  readonly acceptWalLoss?: boolean | undefined
  /** Writes are refused below this many free bytes; reads go on. */
  readonly minFreeBytes?: number | undefined
  /** Writes waiting for a commit; one more is refused as `overloaded`. */
  readonly maxQueuedWrites?: number | undefined
  /** Rotating backups once a day and, when the newest is older, at close. Default true. A migration makes one in any case. */
  readonly dailyBackups?: boolean | undefined
  readonly memory?: Partial<MemoryLimits> | undefined
  /** Called when the database gave up in mid-run and cannot be opened again: the program should end with the error's exit code. */
  readonly onUnusable?: ((error: StartupError) => void) | undefined
  /** For tests: another list of migrations. */
  readonly migrations?: readonly Migration[] | undefined
}

export interface StoreOptions {
  readonly path: string
  readonly now: () => Date
  readonly acceptWalLoss: boolean
  readonly minFreeBytes: number
  readonly maxQueuedWrites: number
  readonly dailyBackups: boolean
  readonly memory: MemoryLimits
  readonly onUnusable: (error: StartupError) => void
  readonly migrations?: readonly Migration[] | undefined
}

const MEMORY: MemoryLimits = { runs: 50_000, documentBytes: 32 * 1024 * 1024, models: 10_000, idempotencyKeys: 100_000, records: 20_000, olderRecordBytes: 256 * 1024 * 1024 }

/** The options with every default filled in. */
export function withDefaults(options: OpenOptions, path: string): StoreOptions {
  return {
    path,
    now: options.now ?? (() => new Date()),
    acceptWalLoss: options.acceptWalLoss ?? false,
    minFreeBytes: options.minFreeBytes ?? 200 * 1024 * 1024,
    maxQueuedWrites: options.maxQueuedWrites ?? 10_000,
    dailyBackups: options.dailyBackups ?? true,
    memory: { ...MEMORY, ...options.memory },
    onUnusable: options.onUnusable ?? (() => {}),
    migrations: options.migrations,
  }
}
