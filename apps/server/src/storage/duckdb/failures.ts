import { BenchcastError } from '@benchcast/core/errors'
import { StartupError, type StartupFailure } from '../startup-error.ts'

interface KnownFailure {
  readonly pattern: RegExp
  readonly failure: StartupFailure
}

/** DuckDB tells its failures apart by text only. The first that fits counts. */
const KNOWN: readonly KnownFailure[] = [
  { pattern: /Could not set lock on file/, failure: 'locked' },
  { pattern: /newer version of DuckDB|can only read version|storage version/i, failure: 'config' },
  { pattern: /No space left|Disk quota|Read-only file system|Permission denied|Cannot open file/, failure: 'storage' },
  { pattern: /not a valid DuckDB database|[Cc]orrupt|checksum|replaying WAL|Could not read enough bytes|[Ss]erializ|Table with name .* does not exist|INTERNAL/, failure: 'damaged' },
]

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

export const failureOf = (error: unknown): StartupFailure =>
  (error instanceof StartupError ? error.failure : undefined) ?? KNOWN.find(({ pattern }) => pattern.test(messageOf(error)))?.failure ?? 'storage'

/** Whether the log beside the file is what could not be read. */
export const isWalDamage = (error: unknown): boolean => /WAL/.test(messageOf(error)) && failureOf(error) === 'damaged'

/** After such an error every statement fails, reads too, until the file is opened anew. */
export const isInvalidated = (error: unknown): boolean => /database has been invalidated|FATAL Error/.test(messageOf(error))

export const isDiskFull = (error: unknown): boolean => /No space left|Disk quota/.test(messageOf(error))

/** What a client reads while the database is being opened anew. */
export const unavailable = (cause: unknown): BenchcastError =>
  new BenchcastError('database_unavailable', 'The database had to be opened anew and is not ready yet: try again in a few seconds. Nothing of this request was stored.', {
    retryAfterSeconds: 5,
    cause,
  })

/** What a client reads when a block of the file is damaged; what lies in other blocks is still served. */
export const unreadable = (path: string, cause: unknown): BenchcastError =>
  new BenchcastError(
    'database_unavailable',
    `A part of the database ${path} is damaged and cannot be read: stop the server, then look with benchcast doctor and put a backup back with benchcast restore.`,
    { cause },
  )

export const diskFull = (cause?: unknown): BenchcastError =>
  new BenchcastError('storage_full', 'The disk of the database is almost full, so nothing new is stored; reading goes on. Free some space, or move the database to a larger disk.', {
    retryAfterSeconds: 60,
    cause,
  })

/** The sentence that belongs to an error met when opening `path`, with the exit code. `newestBackup` is named as the remedy for damage. */
export function openFailure(error: unknown, path: string, newestBackup: string | undefined): StartupError {
  if (error instanceof StartupError) return error
  const failure = failureOf(error)
  return new StartupError(failure, SENTENCES[failure](messageOf(error).replaceAll(/\s+/g, ' '), path, newestBackup), error)
}

const SENTENCES: Record<StartupFailure, (message: string, path: string, newestBackup: string | undefined) => string> = {
  locked: (message, path) => `${path} is in use by PID ${/PID (\d+)/.exec(message)?.[1] ?? 'unknown'}: stop that program, or choose another file with --db.`,
  config: (message, path) => `${path} was written by another version: ${message}. Start the Benchcast that wrote it.`,
  storage: (message, path) => `${path} cannot be opened: ${message}. Check the folder, its permissions and the free space.`,
  damaged: (message, path, newestBackup) =>
    `${path} is damaged: ${message}. ${newestBackup ? `The newest good backup is ${newestBackup}: benchcast restore --from ${newestBackup} --db ${path}` : 'There is no backup that can be read.'}${
      isWalDamage(message) ? ' Or start with --accept-wal-loss: the log is moved aside, and what only it holds is lost.' : ''
    }`,
}
