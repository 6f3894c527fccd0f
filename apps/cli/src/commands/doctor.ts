import { parseConfig } from '@benchcast/server/config'
import type { DoctorCheck, DoctorStatus } from '@benchcast/server/storage'
import type { Command } from 'commander'
import { addDatabaseOption } from '../database-option.ts'
import { addOutputOptions, type OutputFlags, outputOf } from '../output/output-options.ts'

const EXAMPLES = `
Examples:
  $ benchcast doctor
  $ benchcast doctor --db runs/benchmarks.duckdb --json

Settings of the server are read from the environment, as benchcast serve reads them.
Changes nothing. Exit code 1 when a check fails.`

const MARKS: Record<DoctorStatus, string> = { ok: 'ok  ', warn: 'warn', fail: 'FAIL' }

/** `benchcast doctor`: looks at the database, all that belongs to it and the settings that keep others out, and says what is not as it should be. */
export function doctorCommand(program: Command): void {
  const command = program.command('doctor').description('Check the database (damage, lock, missing writes, backups, disk) and the settings that keep others out')
  addOutputOptions(addDatabaseOption(command)).addHelpText('after', EXAMPLES).action(examine)
}

async function examine({ db, ...flags }: OutputFlags & { readonly db: string }): Promise<void> {
  const { doctor } = await import('@benchcast/server/storage')
  const checks = [...(await doctor({ path: db })), ...(await safety(db))]
  outputOf(flags).print({ data: { db, checks }, page: () => checks.map(line).join('\n'), rows: () => checks, ids: () => checks.filter(({ status }) => status === 'fail').map(({ name }) => name) })
  if (checks.some(({ status }) => status === 'fail')) process.exitCode = 1
}

/** The settings that keep others out, as `serve` would take them from the environment. */
async function safety(db: string): Promise<readonly DoctorCheck[]> {
  const { KEYS_VARIABLE, readEnvironmentKeys, safetyChecks, storedKeys } = await import('@benchcast/server/keys')
  const environment = readEnvironmentKeys(process.env[KEYS_VARIABLE])
  return safetyChecks({ config: parseConfig({ db }, process.env), stored: await storedKeys(db), environment, nowMs: Date.now(), user: process.getuid?.() })
}

const line = ({ name, status, message }: DoctorCheck): string => `${MARKS[status]}  ${name.padEnd(14)} ${message}`
