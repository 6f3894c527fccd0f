import { SETTINGS } from '@benchcast/server/config'
import { type Command, Option } from 'commander'

/** Adds `--db`, as `serve` has it. */
export function addDatabaseOption(command: Command): Command {
  const { flag, description, environment, default: fallback } = SETTINGS.db
  return command.addOption(new Option(flag, description).env(environment).default(fallback))
}
