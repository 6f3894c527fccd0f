import { basename, dirname, extname, join } from 'node:path'
import { COMPONENT_NAMES, COMPONENTS, type ComponentName } from '@benchcast/core/api'
import { generatedFolderOf, resultsFolderOf, SETTINGS, type ServerConfig, type SettingName } from '../config.ts'
import type { Environment } from '../known-settings.ts'
import { ALONE, PORT_SETTINGS } from './alone.ts'
import type { ChildPlan } from './child.ts'
import { addressesElsewhere } from './elsewhere.ts'
import { readGatewayFile } from './gateway-file.ts'

interface ComponentsPlan extends ChildPlan {
  readonly names: readonly ComponentName[]
}

/** The processes of a gateway that was started with `--split`: one for every port. */
export function childPlans(config: ServerConfig, environment: Environment, keyEntries: readonly string[]): readonly ComponentsPlan[] {
  if (!config.split) return []
  const elsewhere = new Set(addressesElsewhere(config).map(({ name }) => name))
  const names = COMPONENT_NAMES.filter((name) => !elsewhere.has(name) && (config.only.length === 0 || config.only.includes(name)))
  const entries = config.configFile === '' ? undefined : readGatewayFile(config.configFile).components
  // Free ports differ, whatever they will be.
  const groups = Map.groupBy(names, (name) => (portOf(name, config) === 0 ? name : portOf(name, config)))
  return [...groups.values()].map((group) => planOf(group, config, environment, { keyEntries, given: group.flatMap((name) => entries?.get(name)?.args ?? []) }))
}

const portOf = (name: ComponentName, config: ServerConfig): number => config[PORT_SETTINGS[name]] ?? COMPONENTS[name].port

interface Told {
  readonly keyEntries: readonly string[]
  /** Options that the configuration file gives. */
  readonly given: readonly string[]
}

function planOf(names: readonly ComponentName[], config: ServerConfig, environment: Environment, { keyEntries, given }: Told): ComponentsPlan {
  const [first] = names
  const hasDatabase = given.some((option) => /^--db(-path)?(=|$)/.test(option))
  const database = hasDatabase ? [] : ['--db', databaseOf(first!, config, environment)]
  const args = ['--only', names.join(','), '--host', '127.0.0.1', '--port', String(portOf(first!, config)), ...database, ...given]
  // Ours first: that is the one a process shows another, whatever others may do.
  const keys = [...keyEntries, environment.UNIFIED_API_KEYS].filter((entry) => entry !== undefined && entry !== '').join(',')
  return { names, title: names.map((name) => COMPONENTS[name].title).join(' and '), args, environment: { ...environmentOf(config, environment), UNIFIED_API_KEYS: keys } }
}

/** A file beside the gateway's own: a database has one process. */
function databaseOf(name: ComponentName, { db }: ServerConfig, environment: Environment): string {
  const own = environment[ALONE[name]?.dbVariable ?? '']
  if (own !== undefined || db === ':memory:') return own ?? db
  const ending = extname(db)
  return join(dirname(db), `${basename(db, ending)}.${name}${ending || '.duckdb'}`)
}

/** What a process is told of itself, and what the gateway has settled before it forwards a request. */
const OWN: ReadonlySet<SettingName> = new Set([
  'host',
  'port',
  'db',
  'only',
  'predictiveOnly',
  'unifiedOnly',
  'configFile',
  'split',
  'upstreams',
  'insecure',
  'rateLimit',
  ...Object.values(PORT_SETTINGS),
])

/** The gateway's settings as an environment. */
function environmentOf(config: ServerConfig, environment: Environment): Record<string, string | undefined> {
  const folders = { resultsDir: resultsFolderOf(config), outputDir: generatedFolderOf(config) }
  const told: Record<string, string | undefined> = { ...environment }
  for (const [name, { environment: variable, olderVariables }] of Object.entries(SETTINGS) as [SettingName, (typeof SETTINGS)[SettingName] & { olderVariables?: readonly string[] }][]) {
    for (const known of [variable, ...(olderVariables ?? [])]) delete told[known]
    const value = { ...config, ...folders }[name as Exclude<SettingName, 'upstreams'>]
    const text = `${value}`
    if (!OWN.has(name) && text !== '') told[variable] = text
  }
  return told
}
