import { COMPONENTS, type ComponentName } from '@benchcast/core/api'
import type { KnownSettings } from '../config.ts'
import type { Environment, Known } from '../known-settings.ts'

/** Where a component keeps what it has when it runs in a process of its own. */
interface AloneFacts {
  readonly db: string
  /** Variable that names its database too. */
  readonly dbVariable?: string
  readonly resultsDir?: string
  readonly outputDir?: string
}

/** Files of a component that was started alone and told nothing else, in the folder it was started in. */
export const ALONE: Readonly<Partial<Record<ComponentName, AloneFacts>>> = {
  test: { db: './data/test_runs.duckdb', resultsDir: './test_results' },
  generator: { db: './data/generator_tasks.duckdb', outputDir: './generated_models' },
  benchmark: { db: './benchmark_db.duckdb', resultsDir: './benchmark_results' },
  'predictive-performance': { db: './predictive_performance.duckdb', dbVariable: 'PREDICTIVE_PERFORMANCE_DB' },
}

/** Setting of each component's own port. */
export const PORT_SETTINGS = {
  test: 'testPort',
  generator: 'generatorPort',
  benchmark: 'benchmarkPort',
  'predictive-performance': 'predictivePort',
  'model-performance': 'modelPerformancePort',
} as const satisfies Readonly<Record<ComponentName, keyof KnownSettings>>

/** What `--only` and `--predictive-only` come to; empty when everything is served. */
const onlyOf = ({ only, predictiveOnly }: Pick<KnownSettings, 'only' | 'predictiveOnly'>): readonly ComponentName[] => (predictiveOnly.value ? ['predictive-performance'] : only.value)

/** Settings that nobody gave and that follow from what is served. */
export function aloneSettings(known: KnownSettings, environment: Environment): Partial<KnownSettings> {
  const only = onlyOf(known)
  const named = known.split.value || known.configFile.value !== '' ? undefined : ownDatabase(only, environment)
  const { port, db, resultsDir, outputDir } = aloneDefaults(only)
  const fallback = <T>(setting: Known<T>, value: T | undefined): Known<T> => (setting.source === 'default' && value !== undefined ? { ...setting, value } : setting)
  return {
    only: { ...known.only, value: only },
    port: known.port.source === 'default' ? (ownPort(only, known) ?? fallback(known.port, port)) : known.port,
    db: known.db.source === 'default' ? (named ?? fallback(known.db, db)) : known.db,
    resultsDir: fallback(known.resultsDir, resultsDir),
    outputDir: fallback(known.outputDir, outputDir),
  }
}

function aloneDefaults(only: readonly ComponentName[]): Partial<AloneFacts> & { readonly port?: number } {
  const [first] = only
  return first === undefined ? {} : { ...only.map((name) => ALONE[name]).find((facts) => facts !== undefined), port: COMPONENTS[first].port }
}

/** The port that was given for the one component that is served. */
function ownPort(only: readonly ComponentName[], known: KnownSettings): Known<number> | undefined {
  const given = only.map((name) => known[PORT_SETTINGS[name]]).find(({ value }) => value !== undefined)
  return given as Known<number> | undefined
}

/** The database that a variable of the seed names. A process that serves everything serves the predictive API too. */
function ownDatabase(only: readonly ComponentName[], environment: Environment): Known<string> | undefined {
  const variable = ALONE['predictive-performance']!.dbVariable!
  const value = environment[variable]
  return value === undefined || (only.length > 0 && !only.includes('predictive-performance')) ? undefined : { value, source: 'environment', place: variable }
}
