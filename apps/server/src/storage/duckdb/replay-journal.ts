import { appendFileSync, rmSync } from 'node:fs'
import { rename } from 'node:fs/promises'
import type { DuckDBConnection } from '@duckdb/node-api'
import { StartupError } from '../startup-error.ts'
import { applyWrites } from './apply-writes.ts'
import { bytesOf, fileTime, journalsOf, sequenceFileOf } from './files.ts'
import { decodeEntries, EntryEncoder, type Found, type FoundEntry } from './journal-entry.ts'
import { readJournalFile } from './journal-file.ts'
import { lastWriteIn } from './last-write.ts'
import { readVersion } from './migrate.ts'
import { type PlacedRow, RowWriter } from './row-writer.ts'
import { readSequenceFile } from './sequence-file.ts'
import { transaction } from './transaction.ts'

export interface ReplayOptions {
  readonly path: string
  /** Version of the schema that this program writes. */
  readonly newest: number
  readonly now: Date
}

/** What was left beside a database, the oldest entry first. */
function foundBeside(database: string): Found {
  const files = journalsOf(database).map((path) => decodeEntries(readJournalFile(path)))
  return { entries: files.flatMap(({ entries }) => entries).sort((a, b) => a.numbers[0]! - b.numbers[0]!), isWhole: files.every(({ isWhole }) => isWhole) }
}

/** Number of the newest write that was left beside a database; 0 without one. */
export const lastBeside = (database: string): number => foundBeside(database).entries.at(-1)?.numbers.at(-1) ?? 0

/**
 * Writes into the database what was acknowledged and not yet in it when a program died, then removes the journal; keeps it aside, with a
 * warning, when a part of it is damaged that was acknowledged, and when the database is new and so has no part in it. Throws StartupError
 * `config` when rows are for another version of the schema than the database's and this program's.
 */
export async function replayJournal(connection: DuckDBConnection, options: ReplayOptions, warnings: string[]): Promise<void> {
  const { path } = options
  const { entries, isWhole } = foundBeside(path)
  const version = await readVersion(connection)
  if (entries.length > 0 && version === 0) return void warnings.push(`${path} is new, and the journal beside it belongs to another database: it was moved to ${await moveAside(options)}.`)
  const last = version === 0 ? 0 : await lastWriteIn(connection)
  const missing = entries.filter(({ numbers }) => numbers.at(-1)! > last)
  refuseStrangers(missing, version, options)
  await insert(
    connection,
    path,
    missing.flatMap((entry) => entry.rows()).filter(({ seq }) => seq > last),
    warnings,
  )
  if (!isWhole && lacksAcknowledged(path, last, missing)) warnings.push(`A part of the journal of ${path} is damaged and was not read: it was moved to ${await moveAside(options)}.`)
  else for (const journal of journalsOf(path)) rmSync(journal, { force: true })
}

function refuseStrangers(missing: readonly FoundEntry[], version: number, { path, newest }: ReplayOptions): void {
  const stranger = missing.find((entry) => entry.version !== version || version !== newest)
  if (stranger === undefined) return
  throw new StartupError(
    'config',
    `${path} was not closed, and what waits beside it in ${journalsOf(path)[0]} is of version ${stranger.version} of the database, while this Benchcast writes version ${newest}: start and stop the Benchcast that wrote it once, then this one.`,
  )
}

async function insert(connection: DuckDBConnection, path: string, rows: readonly PlacedRow[], warnings: string[]): Promise<void> {
  if (rows.length === 0) return
  const transact = (some: readonly PlacedRow[]) => transaction(connection, () => new RowWriter(connection).insert(some))
  await applyWrites(rows, { transact, refused: (write, error) => warnings.push(keepRefused(path, write, error)), done: () => {} })
}

/** Whether a number after the database's `last` is neither in the entries nor later than what was acknowledged. */
function lacksAcknowledged(path: string, last: number, entries: readonly FoundEntry[]): boolean {
  const found = new Set(entries.flatMap(({ numbers }) => numbers).filter((seq) => seq > last))
  const acknowledged = readSequenceFile(sequenceFileOf(path))
  return Math.max(last, entries.at(-1)?.numbers.at(-1) ?? 0, typeof acknowledged === 'number' ? acknowledged : 0) - last > found.size
}

/** Keeps a write that the database does not take in a file beside it; the sentence that tells of it. */
export function keepRefused(database: string, rows: readonly PlacedRow[], error: unknown): string {
  const kept = `${journalsOf(database)[0]}.refused`
  appendFileSync(kept, new EntryEncoder().encode({ version: 0, rows }), { mode: 0o600, flush: true })
  return `An acknowledged write cannot be taken by ${database}: ${(error as Error).message} It is kept in ${kept}; please report this.`
}

/** Where the files are now, in words. */
async function moveAside({ path: database, now }: ReplayOptions): Promise<string> {
  const aside = journalsOf(database)
    .filter((path) => bytesOf(path) > 0)
    .map((path) => ({ path, to: `${path}.left-over-${fileTime(now)}` }))
  for (const { path, to } of aside) await rename(path, to)
  return aside.map(({ to }) => to).join(' and ')
}
