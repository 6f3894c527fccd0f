import { existsSync } from 'node:fs'
import { createInterface } from 'node:readline/promises'
import type { Command } from 'commander'
import { addDatabaseOption } from '../database-option.ts'
import { USAGE_EXIT_CODE } from '../exit-codes.ts'

const EXAMPLES = `
Examples:
  $ benchcast restore --from .benchcast/benchcast.duckdb.backups/20261121T020000000Z-daily-at-5120.duckdb
  $ benchcast restore --from copy.duckdb --db new.duckdb --yes

What was there is kept as <db>.replaced-<time>. The server must not be running on the file.`

/** `benchcast restore`: puts a backup in the place of a database, after reading the backup from end to end. */
export function restoreCommand(program: Command): void {
  const command = program.command('restore').description('Put a backup in the place of the database').requiredOption('--from <file>', 'the backup')
  addDatabaseOption(command).option('--yes', 'do not ask before an existing database is moved aside').addHelpText('after', EXAMPLES).action(restore)
}

async function restore({ from, db, yes = false }: { readonly from: string; readonly db: string; readonly yes?: boolean }): Promise<void> {
  if (existsSync(db) && !yes && !(await confirmed(`Move ${db} aside and put ${from} in its place? [y/N] `))) {
    console.error(`benchcast: nothing was changed. ${db} exists: say --yes to replace it; it is kept beside, never deleted.`)
    process.exitCode = USAGE_EXIT_CODE
    return
  }
  const { restoreStore } = await import('@benchcast/server/storage')
  const { path, tables, replaced } = await restoreStore({ from, path: db })
  console.log(path)
  for (const [table, rows] of Object.entries(tables)) console.error(`  ${table.padEnd(28)} ${rows} rows`)
  for (const file of replaced) console.error(`  kept ${file}`)
}

/** Asks a person; nobody there means no. */
async function confirmed(question: string): Promise<boolean> {
  if (!process.stdin.isTTY) return false
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  const answer = await terminal.question(question).finally(() => terminal.close())
  return /^y(es)?$/i.test(answer.trim())
}
