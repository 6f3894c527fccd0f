import { availableParallelism } from 'node:os'
import { dirname, join } from 'node:path'
import { COMPONENT_NAMES, COMPONENTS, type ComponentName } from '@benchcast/core/api'
import { ExitError } from './exit.ts'
import { aloneSettings } from './gateway/alone.ts'
import { withGatewayFile } from './gateway/file-settings.ts'
import { type Environment, type Known, knownSetting } from './known-settings.ts'

const MIB = 1024 * 1024
const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

/** One setting, said once: the command line, the environment and `--help` are read from it. */
export interface Setting<T> {
  /** As commander writes it: `--port <number>`, or `--insecure` for a switch. */
  readonly flag: string
  /** Other names of the flag. */
  readonly aliases?: readonly string[]
  readonly environment: string
  /** Other names of the variable; the first that is set counts. */
  readonly olderVariables?: readonly string[]
  readonly description: string
  readonly default: T
  /** The default for a page, where it depends on the machine. */
  readonly defaultInWords?: string
  /** Throws an Error with a sentence when the text is no such value. */
  readonly parse: (text: string) => T
}
const setting = <T>(s: Setting<T>): Setting<T> => s

const integer =
  (minimum: number, maximum: number) =>
  (text: string): number => {
    const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN
    if (!(value >= minimum && value <= maximum)) throw new Error(`'${text}' is not a whole number from ${minimum} to ${maximum}`)
    return value
  }
const word = (text: string): string => {
  if (text === '') throw new Error('must not be empty')
  return text
}
const list = (text: string): readonly string[] =>
  text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '')
const toggle = (text: string): boolean => {
  if (/^(true|1|yes|on)$/i.test(text)) return true
  if (/^(false|0|no|off|)$/i.test(text)) return false
  throw new Error(`'${text}' is neither true nor false`)
}
const origins = (text: string): readonly string[] => list(text).map(origin)
function origin(text: string): string {
  if (!URL.canParse(text) || new URL(text).origin !== text.replace(/\/$/, '')) throw new Error(`'${text}' is not an origin such as https://example.org`)
  return new URL(text).origin
}
const logLevel = (text: string): LogLevel => {
  const level = LOG_LEVELS.find((known) => known === text)
  if (level === undefined) throw new Error(`'${text}' is not one of ${LOG_LEVELS.join(', ')}`)
  return level
}
const none: readonly string[] = []
const components = (text: string): readonly ComponentName[] => list(text).map(component)
function component(text: string): ComponentName {
  const found = COMPONENT_NAMES.find((name) => name === text)
  if (found === undefined) throw new Error(`'${text}' is not one of ${COMPONENT_NAMES.join(', ')}`)
  return found
}
/** A component at another address. */
export interface UpstreamAddress {
  readonly name: ComponentName
  readonly url: string
}
const upstreams = (text: string): readonly UpstreamAddress[] =>
  list(text).map((item) => {
    const at = item.indexOf('=')
    const url = item.slice(at + 1)
    if (at < 1 || !URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol) || new URL(url).pathname !== '/')
      throw new Error(`'${item}' is not a component with its address, such as benchmark=http://127.0.0.1:8002`)
    return { name: component(item.slice(0, at)), url }
  })
const port = integer(0, 65_535)
/** The port of one component. */
const componentPort = (name: ComponentName, flag: string, aliases: readonly string[] = []): Setting<number | undefined> => ({
  flag: `--${flag} <number>`,
  aliases,
  environment: `BENCHCAST_${flag.replaceAll('-', '_').toUpperCase()}`,
  description: `port of its own for the ${COMPONENTS[name].title} (${COMPONENTS[name].port} where it needs one and none is given)`,
  default: undefined,
  parse: port,
})

/** Every setting of the server. Sizes are in MiB on the command line. */
export const SETTINGS = {
  host: setting({ flag: '--host <address>', environment: 'BENCHCAST_HOST', description: 'address to listen on', default: '127.0.0.1', parse: word }),
  port: setting({ flag: '--port <number>', aliases: ['--gateway-port'], environment: 'BENCHCAST_PORT', description: 'port to listen on; 0 takes a free one', default: 8080, parse: port }),
  db: setting({
    flag: '--db <file>',
    aliases: ['--db-path'],
    environment: 'BENCHCAST_DB',
    description: 'DuckDB database file, made when it does not exist',
    default: '.benchcast/benchcast.duckdb',
    parse: word,
  }),
  testPort: componentPort('test', 'test-api-port'),
  generatorPort: componentPort('generator', 'generator-api-port'),
  benchmarkPort: componentPort('benchmark', 'benchmark-api-port'),
  predictivePort: componentPort('predictive-performance', 'predictive-port', ['--predictive-performance-api-port']),
  modelPerformancePort: componentPort('model-performance', 'model-performance-port'),
  only: setting({
    flag: '--only <components>',
    environment: 'BENCHCAST_ONLY',
    description: `serve nothing but these, comma-separated: ${COMPONENT_NAMES.join(', ')}`,
    default: [] as readonly ComponentName[],
    parse: components,
  }),
  predictiveOnly: setting({
    flag: '--predictive-only',
    environment: 'BENCHCAST_PREDICTIVE_ONLY',
    description: 'serve nothing but the predictive API, on --predictive-port',
    default: false,
    parse: toggle,
  }),
  unifiedOnly: setting({
    flag: '--unified-only',
    environment: 'BENCHCAST_UNIFIED_ONLY',
    description: 'serve everything but the predictive API, which runs already on --predictive-port of this machine and is forwarded to',
    default: false,
    parse: toggle,
  }),
  modelsDir: setting({
    flag: '--models-dir <folder>',
    environment: 'BENCHCAST_MODELS_DIR',
    description: 'folder that predictors of your own are stored from, and models of your own (file:NAME) run from',
    default: '.benchcast/models',
    parse: word,
  }),
  allowModels: setting({
    flag: '--allow-models',
    environment: 'BENCHCAST_ALLOW_MODELS',
    description: 'run models of the models folder for callers of this machine without a key; a key needs the scope models:run',
    default: false,
    parse: toggle,
  }),
  benchmarkDir: setting({
    flag: '--benchmark-dir <folder>',
    environment: 'BENCHMARK_DIR',
    description: 'folder that other tools write results into; read at the start and watched',
    default: './benchmark_results',
    parse: word,
  }),
  benchmarkDb: setting({
    flag: '--benchmark-db <file>',
    environment: 'BENCHMARK_DB',
    olderVariables: ['BENCHMARK_DB_PATH'],
    description: 'DuckDB file of another benchmark tool; its results are read at the start',
    default: '',
    parse: word,
  }),
  resultsDir: setting({
    flag: '--results-dir <folder>',
    environment: 'BENCHCAST_RESULTS_DIR',
    description: 'folder that result files and exports are written to; the folder results beside the database when not given',
    default: '',
    parse: word,
  }),
  outputDir: setting({
    flag: '--output-dir <folder>',
    environment: 'BENCHCAST_OUTPUT_DIR',
    description: 'folder that generated scripts are written to; the folder generated_models beside the database when not given',
    default: '',
    parse: word,
  }),
  configFile: setting({
    flag: '--config <file>',
    environment: 'BENCHCAST_CONFIG',
    description: "gateway's configuration file: each component that it names runs in a process of its own, or at its url",
    default: '',
    parse: word,
  }),
  split: setting({
    flag: '--split',
    environment: 'BENCHCAST_SPLIT',
    description: 'run every component in a process of its own, with its own port and database file, and forward to them',
    default: false,
    parse: toggle,
  }),
  upstreams: setting({
    flag: '--upstreams <name=url>',
    environment: 'BENCHCAST_UPSTREAMS',
    description: 'components that run elsewhere and are forwarded to, comma-separated, such as benchmark=http://127.0.0.1:8002',
    default: [] as readonly UpstreamAddress[],
    parse: upstreams,
  }),
  upstreamSeconds: setting({
    flag: '--upstream-timeout <seconds>',
    environment: 'BENCHCAST_UPSTREAM_TIMEOUT',
    description: 'longest silence of a component that is forwarded to, beside what the caller asked to wait and the longest evaluation',
    default: 30,
    parse: integer(1, 3600),
  }),
  insecure: setting({ flag: '--insecure', environment: 'BENCHCAST_INSECURE', description: 'listen on an address other machines can reach although no API keys exist', default: false, parse: toggle }),
  requireKey: setting({
    flag: '--require-key',
    environment: 'BENCHCAST_REQUIRE_KEY',
    description: 'ask for an API key everywhere but for health and documentation, not only for the database API',
    default: false,
    parse: toggle,
  }),
  allowedHosts: setting({
    flag: '--allowed-hosts <names>',
    environment: 'BENCHCAST_ALLOWED_HOSTS',
    description: 'host names to answer for beside localhost, comma-separated',
    default: none,
    parse: list,
  }),
  corsOrigins: setting({ flag: '--cors-origin <origins>', environment: 'BENCHCAST_CORS_ORIGIN', description: 'web origins that may call this server, comma-separated', default: none, parse: origins }),
  maxBodyMib: setting({ flag: '--max-body <mib>', environment: 'BENCHCAST_MAX_BODY', description: 'largest body of run-benchmark, MiB', default: 128, parse: integer(1, 1024) }),
  maxBodiesMib: setting({ flag: '--max-bodies <mib>', environment: 'BENCHCAST_MAX_BODIES', description: 'large bodies held in memory at the same time, MiB', default: 512, parse: integer(1, 65_536) }),
  listMemoryMib: setting({
    flag: '--list-memory <mib>',
    environment: 'BENCHCAST_LIST_MEMORY',
    description: 'memory for records that lists are answered from, MiB; a million measurements take about 65, and a kind that does not fit is read from the database, more slowly',
    default: 256,
    parse: integer(0, 65_536),
  }),
  workers: setting({
    flag: '--workers <number>',
    environment: 'BENCHCAST_WORKERS',
    description: 'threads for large evaluations',
    default: availableParallelism(),
    defaultInWords: 'one for each processor',
    parse: integer(1, 256),
  }),
  evaluationSeconds: setting({ flag: '--evaluation-timeout <seconds>', environment: 'BENCHCAST_EVALUATION_TIMEOUT', description: 'longest evaluation', default: 120, parse: integer(1, 86_400) }),
  auditEntries: setting({
    flag: '--audit-entries <number>',
    environment: 'BENCHCAST_AUDIT_ENTRIES',
    description: 'entries of the audit log that are kept, the newest',
    default: 100_000,
    parse: integer(1, 100_000_000),
  }),
  auditDays: setting({ flag: '--audit-days <number>', environment: 'BENCHCAST_AUDIT_DAYS', description: 'days that an entry of the audit log is kept', default: 365, parse: integer(1, 36_500) }),
  rateLimit: setting({ flag: '--rate-limit', environment: 'BENCHCAST_RATE_LIMIT', description: 'limit requests per client address, loopback included', default: false, parse: toggle }),
  busyAfterMs: setting({
    flag: '--busy-after <ms>',
    environment: 'BENCHCAST_BUSY_AFTER',
    description: 'refuse requests with 503 while they would wait longer than this for their turn, ms; 0 lets them wait',
    default: 250,
    parse: integer(0, 600_000),
  }),
  logLevel: setting({ flag: '--log-level <level>', environment: 'BENCHCAST_LOG_LEVEL', description: LOG_LEVELS.join(', '), default: 'warn' as LogLevel, parse: logLevel }),
} as const
export type SettingName = keyof typeof SETTINGS
export type ServerConfig = { readonly [Name in SettingName]: (typeof SETTINGS)[Name]['default'] extends infer D ? (D extends boolean ? boolean : D extends number ? number : D) : never }

/** Where generated scripts go. */
export const generatedFolderOf = ({ outputDir, db }: Pick<ServerConfig, 'outputDir' | 'db'>): string => outputDir || join(dirname(db), 'generated_models')

export const megabytes = (mebibytes: number): number => mebibytes * MIB

export type Flags = Partial<Readonly<Record<SettingName, string | boolean>>>
export type KnownSettings = { readonly [Name in SettingName]: Known<ServerConfig[Name]> }

/**
 * The settings in force: flags win over the environment, the environment over the defaults.
 * Throws an {@link ExitError} (78) that names the flag or variable and what it should be.
 *
 * @example parseConfig({ port: '0' }, process.env).port // 0
 */
export function parseConfig(flags: Flags, environment: Environment = {}): ServerConfig {
  const known = Object.entries(knownSettings(flags, environment)).map(([name, { value }]) => [name, value])
  const config = Object.fromEntries(known) as ServerConfig
  return config
}

/** Every setting with its value and where it was said. A process that serves some components only has their port and files by default. */
export function knownSettings(flags: Flags, environment: Environment = {}): KnownSettings {
  const entries = Object.entries(SETTINGS as Record<string, Setting<unknown>>).map(([name, s]) => [name, knownSetting(s, flags[name as SettingName], environment)])
  const known = Object.fromEntries(entries) as KnownSettings
  return withGatewayFile({ ...known, ...aloneSettings(known, environment) })
}

/** Where result files and exports are written. */
export const resultsFolderOf = ({ db, resultsDir }: Pick<ServerConfig, 'db' | 'resultsDir'>): string => (resultsDir === '' ? join(dirname(db), 'results') : resultsDir)

export const isLoopback = (address: string): boolean => /^(localhost|127(\.\d{1,3}){3}|::1|\[::1\]|::ffff:127(\.\d{1,3}){3})$/i.test(address)

/** Whether the address may be listened on, with so many API keys. */
export const isAddressSafe = ({ host, insecure }: Pick<ServerConfig, 'host' | 'insecure'>, keys: number): boolean => isLoopback(host) || insecure || keys > 0

/** Why it may not. */
export const openAddress = ({ host }: Pick<ServerConfig, 'host'>): ExitError =>
  new ExitError(
    'config',
    `--host ${host} would let other machines in, and this server has no API keys: make one with benchcast keys create or set UNIFIED_API_KEYS, use 127.0.0.1, or add --insecure when something in front checks who calls.`,
  )
