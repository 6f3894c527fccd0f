import type { Asked, Endpoints } from '@benchcast/core/api'
import type { Services } from '../services.ts'
import { modelAnalysis } from '../unified-database/analysis.ts'
import { answersOf, measured, type Row, timed } from '../unified-database/answers.ts'
import { type Ask, type AskedName, askLocally } from '../unified-database/ask.ts'
import type { Handler } from './handler.ts'

const askOf = (services: Services): Ask => services.ask ?? askLocally(services)

/** By which endpoint each component tells its counts, and searches. */
const STATISTICS = {
  test: 'testDatabaseModelStats',
  generator: 'generatorDatabaseModelStats',
  benchmark: 'benchmarkDatabaseModelStats',
  predictive: 'getPredictiveStatistics',
} as const satisfies Record<Asked, AskedName>
const SEARCH = { test: 'testDatabaseSearch', generator: 'generatorDatabaseSearch', benchmark: 'benchmarkDatabaseSearch', predictive: 'searchPredictiveDatabase' } as const satisfies Record<
  Asked,
  AskedName
>

export const getDatabaseOverview: Handler<Endpoints['getDatabaseOverview']> = async ({ services }) => {
  const ask = askOf(services)
  const { answers, unavailable } = await answersOf(STATISTICS, (name) => ask(name) as Promise<readonly Row[]>)
  const statsOf = (component: Asked) => (unavailable[component] === undefined ? answers[component]! : { error: unavailable[component] }) as never
  return { test_stats: statsOf('test'), generator_stats: statsOf('generator'), benchmark_stats: statsOf('benchmark'), predictive_stats: statsOf('predictive'), timestamp: services.now() }
}

const RECENT = 10

export const getModelData: Handler<Endpoints['getModelData']> = async ({ params: { model_name }, services }) => {
  const ask = askOf(services)
  const now = services.now()
  const page = { query: { model_name, limit: RECENT, offset: 0 } }
  const questions = {
    test: async () => ({ rows: await ask('testDatabaseList', page), stats: await ask('testDatabaseModelStats', { query: { model_name } }) }),
    generator: async () => ({ rows: await ask('generatorDatabaseList', page), stats: await ask('generatorDatabaseModelStats', { query: { model_name } }) }),
    benchmark: async () => ({ rows: await ask('benchmarkDatabaseList', { query: { ...page.query, min_throughput: 0 } }), stats: await ask('benchmarkDatabaseModelStats', { query: { model_name } }) }),
    predictive: async () => ({ predictions: await ask('databasePredictions', page), measurements: await ask('databaseMeasurements', page) }),
  }
  const { answers, unavailable } = await answersOf<() => Promise<unknown>, unknown>(questions, (question) => question())
  const { test, generator, benchmark, predictive } = answers as { readonly [C in keyof typeof questions]?: Awaited<ReturnType<(typeof questions)[C]>> }
  return {
    model_name,
    overview: {
      total_test_runs: counted(test, 'runs').total,
      total_generator_tasks: counted(generator, 'tasks').total,
      total_benchmark_runs: counted(benchmark, 'runs').total,
      test_success_rate: counted(test, 'runs').successRate,
      generator_success_rate: counted(generator, 'tasks').successRate,
      benchmark_success_rate: counted(benchmark, 'runs').successRate,
      total_predictions: predictive?.predictions.total ?? 0,
      total_measurements: predictive?.measurements.total ?? 0,
    },
    recent_test_runs: timed(test?.rows, now) as never,
    recent_generator_tasks: timed(generator?.rows, now) as never,
    recent_benchmark_runs: timed(benchmark?.rows, now) as never,
    recent_predictions: predictive?.predictions.predictions ?? [],
    recent_measurements: predictive?.measurements.measurements ?? [],
    unavailable,
    timestamp: now,
  }
}

/** The line of one model in the counts of a component. */
function counted(answer: { readonly stats: readonly Row[] } | undefined, noun: 'runs' | 'tasks') {
  const { [`total_${noun}`]: total = 0, [`completed_${noun}`]: completed = 0 } = (answer?.stats[0] ?? {}) as Readonly<Record<string, number>>
  return { total, successRate: total === 0 ? 0 : completed / total }
}

export const searchDatabases: Handler<Endpoints['searchDatabases']> = async ({ query: { query, limit }, services }) => {
  const ask = askOf(services)
  const now = services.now()
  const { answers, unavailable } = await answersOf(SEARCH, (name) => ask(name, { body: { query, limit } }) as Promise<readonly Row[]>)
  const rows = { test: timed(answers.test, now), generator: timed(answers.generator, now), benchmark: measured(timed(answers.benchmark, now)), predictive: answers.predictive ?? [] }
  const result_counts = { test: rows.test.length, generator: rows.generator.length, benchmark: rows.benchmark.length, predictive: rows.predictive.length }
  return {
    query,
    test_results: rows.test as never,
    generator_results: rows.generator as never,
    benchmark_results: rows.benchmark as never,
    predictive_results: rows.predictive as never,
    result_counts: { ...result_counts, total: Object.values(result_counts).reduce((sum, count) => sum + count, 0) },
    unavailable,
    timestamp: now,
  }
}

export const analyzeModel: Handler<Endpoints['analyzeModel']> = async ({ params: { model_name }, services }) => ({
  ...(await modelAnalysis(model_name, askOf(services))),
  timestamp: services.now(),
})
