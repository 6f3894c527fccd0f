import type { Command } from 'commander'
import { addDatabaseOption } from '../database-option.ts'

const EXAMPLES = `
Examples:
  $ benchcast backup
  $ benchcast backup --db runs/benchmarks.duckdb --to /mnt/safe/benchmarks-2026-11.duckdb

The server must not be running on the file; it makes a backup every day by itself, in <db>.backups.`

/** `benchcast backup`: a consistent copy of a database, opened and counted before it counts. */
export function backupCommand(program: Command): void {
  const command = program.command('backup').description('Copy the database to a file, and check the copy')
  addDatabaseOption(command).option('--to <file>', 'new file for the copy (default: one in <db>.backups)').addHelpText('after', EXAMPLES).action(backup)
}

async function backup({ db, to }: { readonly db: string; readonly to?: string }): Promise<void> {
  const { backupFile } = await import('@benchcast/server/storage')
  const { path, tables } = await backupFile({ path: db, to })
  console.log(path)
  for (const [table, rows] of Object.entries(tables)) console.error(`  ${table.padEnd(28)} ${rows} rows`)
}
