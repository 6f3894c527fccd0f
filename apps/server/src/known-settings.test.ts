import { describe, expect, it } from 'vitest'
import { knownSettings, parseConfig } from './config.ts'
import { addressesOf } from './gateway/addresses.ts'

describe('the settings in force', () => {
  it('come from the flag, else the environment, else the default, and say which', () => {
    const environment = { BENCHCAST_PORT: '9000', BENCHCAST_LOG_LEVEL: 'info' }
    const { port, logLevel, host } = knownSettings({ port: '9001' }, environment)
    expect(port).toEqual({ value: 9001, source: 'flag', place: '--port' })
    expect(logLevel).toEqual({ value: 'info', source: 'environment', place: 'BENCHCAST_LOG_LEVEL' })
    expect(host).toEqual({ value: '127.0.0.1', source: 'default', place: '' })
  })

  it('take the variables of the seed', () => {
    expect(parseConfig({}, { PREDICTIVE_PERFORMANCE_DB: 'p.duckdb' }).db).toBe('p.duckdb')
    expect(parseConfig({}, { PREDICTIVE_PERFORMANCE_DB: 'p.duckdb', BENCHCAST_DB: 'b.duckdb' }).db).toBe('b.duckdb')
    expect(parseConfig({ db: 'f.duckdb' }, { PREDICTIVE_PERFORMANCE_DB: 'p.duckdb' }).db).toBe('f.duckdb')
    expect(parseConfig({}, { BENCHMARK_DIR: 'out', BENCHMARK_DB_PATH: 'old.duckdb' })).toMatchObject({ benchmarkDir: 'out', benchmarkDb: 'old.duckdb' })
    expect(knownSettings({}, { BENCHMARK_DB: 'new.duckdb', BENCHMARK_DB_PATH: 'old.duckdb' }).benchmarkDb).toMatchObject({ value: 'new.duckdb', place: 'BENCHMARK_DB' })
  })

  it.each([
    ['test', 8000, './data/test_runs.duckdb', './test_results'],
    ['benchmark', 8002, './benchmark_db.duckdb', './benchmark_results'],
    ['predictive-performance', 8500, './predictive_performance.duckdb', ''],
    ['test,model-performance', 8000, './data/test_runs.duckdb', './test_results'],
    ['model-performance', 8000, '.benchcast/benchcast.duckdb', ''],
  ])('of a process that serves only %s are those of that component', (only, port, db, resultsDir) => {
    expect(parseConfig({ only })).toMatchObject({ port, db, resultsDir })
    expect(parseConfig({ only, port: '1', db: 'x', resultsDir: 'y' })).toMatchObject({ port: 1, db: 'x', resultsDir: 'y' })
  })

  it('give a lone component the port that was given for it, and its database variable to the predictive API only', () => {
    expect(parseConfig({ predictiveOnly: true, predictivePort: '9500' })).toMatchObject({ port: 9500, only: ['predictive-performance'] })
    expect(parseConfig({ predictiveOnly: true }, { PREDICTIVE_PERFORMANCE_DB: 'p.duckdb' }).db).toBe('p.duckdb')
    expect(parseConfig({ only: 'benchmark' }, { PREDICTIVE_PERFORMANCE_DB: 'p.duckdb' }).db).toBe('./benchmark_db.duckdb')
  })

  it('refuse an unknown component by its name', () => {
    expect(() => parseConfig({ only: 'tests' })).toThrow("--only: 'tests' is not one of test, generator, benchmark, predictive-performance, model-performance.")
  })
})

describe('the addresses of a process', () => {
  const shown = (flags: Parameters<typeof parseConfig>[0]) => addressesOf(parseConfig(flags)).map(({ port, reach }) => [port, reach && [...reach].join()])

  it('are the main one, and one for every component that has a port of its own', () => {
    expect(shown({})).toEqual([[8080, undefined]])
    expect(shown({ predictivePort: '8500', benchmarkPort: '8002' })).toEqual([
      [8080, undefined],
      [8002, 'benchmark'],
      [8500, 'predictive-performance'],
    ])
  })

  it('are shared by components with the same port, and never listened on twice', () => {
    expect(shown({ testPort: '8000', modelPerformancePort: '8000', predictivePort: '8080' })).toEqual([
      [8080, undefined],
      [8000, 'test,model-performance'],
    ])
    expect(shown({ predictiveOnly: true, predictivePort: '9500' })).toEqual([[9500, 'predictive-performance']])
  })
})
