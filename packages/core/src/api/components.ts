import { BENCHMARK_PREFIX } from './benchmark.ts'
import { GENERATOR_PREFIX } from './generator.ts'
import { MODEL_PERFORMANCE_ALIAS } from './model-performance.ts'
import { PREDICTIVE_PREFIX } from './predictive-performance-words.ts'
import { TEST_PREFIX } from './test.ts'

/** A part of the product that can run in a process of its own. */
export interface ComponentFacts {
  readonly title: string
  /** Where its routes are; a prefix ends at a path segment. */
  readonly prefixes: readonly `/${string}`[]
  /** Where the gateway shows its database. */
  readonly database?: `/${string}`
  /** Port it listens on when it runs alone. */
  readonly port: number
  /** What it is called in the gateway's configuration file. */
  readonly configName: string
}

const database = (name: string) => `/api/db/${name}` as const

/** Every component. The order is that of the gateway's answers. */
export const COMPONENTS = {
  test: { title: 'Test API', prefixes: [TEST_PREFIX, database('test')], database: database('test'), port: 8000, configName: 'test_api' },
  generator: { title: 'Generator API', prefixes: [GENERATOR_PREFIX, database('generator')], database: database('generator'), port: 8001, configName: 'generator_api' },
  benchmark: { title: 'Benchmark API', prefixes: [BENCHMARK_PREFIX, database('benchmark')], database: database('benchmark'), port: 8002, configName: 'benchmark_api' },
  'predictive-performance': {
    title: 'Predictive Performance API',
    prefixes: [PREDICTIVE_PREFIX, database('predictive-performance')],
    database: database('predictive-performance'),
    port: 8500,
    configName: 'predictive_performance_api',
  },
  'model-performance': {
    title: 'Model Performance API',
    prefixes: [MODEL_PERFORMANCE_ALIAS.to, MODEL_PERFORMANCE_ALIAS.from, database('model-performance')],
    database: database('model-performance'),
    port: 8000,
    configName: 'model_performance_api',
  },
  /** What asks several components; it has no process of its own. */
  unified: { title: 'Unified database', prefixes: ['/api/db'], port: 8080, configName: 'gateway' },
} as const satisfies Readonly<Record<string, ComponentFacts>>
/** A component, or what asks them all. */
export type PartName = keyof typeof COMPONENTS
/** A component that can run alone. */
export type ComponentName = Exclude<PartName, 'unified'>

export const COMPONENT_NAMES = (Object.keys(COMPONENTS) as PartName[]).filter((name) => name !== 'unified')

/** Longest first, so that `/api/db/test` is the test component's before it is the unified database's. */
const PREFIXES = (Object.entries(COMPONENTS) as [PartName, ComponentFacts][])
  .flatMap(([name, { prefixes }]) => prefixes.map((prefix) => ({ name, prefix })))
  .sort((a, b) => b.prefix.length - a.prefix.length)

/**
 * Whose path this is; undefined for what every server has, such as `/health` and `/docs`.
 *
 * @example
 * partOf('/api/db/test/runs') // 'test'
 * partOf('/api/tests') // undefined: a prefix ends at a path segment
 */
export const partOf = (path: string): PartName | undefined => PREFIXES.find(({ prefix }) => path === prefix || path.startsWith(`${prefix}/`))?.name
