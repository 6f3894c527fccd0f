import { SETTINGS } from '@benchcast/server/config'
import { type Command, Option } from 'commander'
import { CommandError } from '../exit-codes.ts'

/** Which server, or which database without one. */
export interface PlaceFlags {
  readonly url?: string
  /** Older names of `--url`. */
  readonly server?: string
  readonly apiUrl?: string
  readonly apiKey?: string
  readonly db?: string
  readonly timeout?: string
}

/** A server to ask, or a database file of this machine; what was said where, flags before environment. */
export type Place = { readonly url: string; readonly apiKey?: string } | { readonly database: string; readonly isUsual: boolean }

/** Adds `--url`, `--api-key`, `--db` and `--timeout`. The environment is read later: a flag of one beats a variable of the other. */
export function addPlaceOptions(command: Command): Command {
  return command
    .option('--url <address>', 'server to ask [BENCHCAST_URL]')
    .addOption(new Option('--server <address>').hideHelp())
    .addOption(new Option('--api-url <address>').hideHelp())
    .option('--api-key <key>', 'API key for it [BENCHCAST_API_KEY]')
    .option('--db <file>', `without a server: database file, made when it does not exist; its server is asked where one runs [${SETTINGS.db.environment}] (default ${SETTINGS.db.default})`)
    .option('--timeout <seconds>', 'longest time to wait', '600')
}

/**
 * What the flags and the environment say. Throws a {@link CommandError} for an address that is none.
 *
 * @example placeOf({}, {}) // { database: '.benchcast/benchcast.duckdb', isUsual: true }
 */
export function placeOf({ db, apiKey, ...flags }: PlaceFlags, environment: Readonly<Record<string, string | undefined>>): Place {
  const given = flags.url ?? flags.server ?? flags.apiUrl
  const url = given ?? (db === undefined ? environment.BENCHCAST_URL : undefined)
  if (given !== undefined && db !== undefined) throw new CommandError('usage', '--url and --db name two places: give one of them.')
  if (!url) return { database: db ?? environment[SETTINGS.db.environment] ?? SETTINGS.db.default, isUsual: db === undefined && environment[SETTINGS.db.environment] === undefined }
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    throw new CommandError('usage', `'${url}' is no address of a server: give one such as http://127.0.0.1:8080 with --url or in BENCHCAST_URL.`)
  const key = apiKey ?? environment.BENCHCAST_API_KEY
  return { url: url.replace(/\/+$/, ''), ...(key && { apiKey: key }) }
}

/** `--timeout` in milliseconds. */
export function timeoutOf({ timeout = '600' }: PlaceFlags): number {
  const seconds = Number(timeout)
  if (!(seconds > 0 && seconds <= 86_400)) throw new CommandError('usage', `--timeout is '${timeout}': give seconds, above 0 and up to 86400.`)
  return seconds * 1000
}
