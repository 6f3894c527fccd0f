import { statSync } from 'node:fs'

/** The files beside a database, all named after it. */
export const walOf = (database: string): string => `${database}.wal`
/** The log as it was before the last opens, newest first: DuckDB may open a damaged one with fewer rows and then drops it. */
export const walCopiesOf = (database: string): readonly string[] => [`${database}.wal.before-open`, `${database}.wal.before-open.1`]
export const sequenceFileOf = (database: string): string => `${database}.seq`
/** Writes that are durable and not yet in the database, in two files that are filled by turns. */
export const journalsOf = (database: string): readonly [string, string] => [`${database}.journal`, `${database}.journal.1`]
export const backupFolderOf = (database: string): string => `${database}.backups`

/** A time as part of a file name: `20261121T143045123Z`. */
export const fileTime = (time: Date): string => time.toISOString().replaceAll(/[-:.]/g, '')

/** Size of a file; 0 without one. */
export const bytesOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0
