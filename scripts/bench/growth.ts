import { RUN_COLUMNS, RunBenchmarkRequest } from '@benchcast/core/api'
import { evaluateRun } from '@benchcast/core/evaluate'
import { readJson } from '@benchcast/core/json'
import { type Benchmark, duration, limitLine } from './benchmark.ts'
import { labelsBody } from './bodies.ts'

const SIZES = [1e3, 1e4, 1e5, 1e6, 1e7]
const LARGEST_QUICK = 1e5
/** Below this size the fixed cost of a request hides the cost of its rows. */
const LINEAR_FROM = 1e5
const SLOPE = 1.1
const PLOT_WIDTH = 50
const BUDGET_SECONDS = 3

interface Cost {
  readonly rows: number
  readonly seconds: number
}

/** One model, labels: reading the JSON, checking it and evaluating it in this process, by number of rows. */
export const growth: Benchmark = {
  name: 'growth',
  title: 'Cost by number of rows (one model, labels; read, checked and evaluated in one thread)',
  run: async ({ quick }) => {
    const costs = SIZES.filter((rows) => !quick || rows <= LARGEST_QUICK).map(costOf)
    const large = costs.filter(({ rows }) => rows >= LINEAR_FROM)
    const lines = large.length < 2 ? [] : [limitLine(`exponent of the growth from ${LINEAR_FROM.toExponential(0)} rows on`, slope(large), SLOPE, (value) => value.toFixed(2))]
    return { lines, notes: plot(costs) }
  },
}

/** The fastest of several evaluations, as many as fit the budget. */
function costOf(rows: number): Cost {
  const bytes = requestBytes(rows)
  let fastest = Number.POSITIVE_INFINITY
  const begun = performance.now()
  do {
    const started = performance.now()
    const request = RunBenchmarkRequest.parse(readJson(bytes, { columns: RUN_COLUMNS }))
    evaluateRun(request, { runId: 'benchmark-run-bench', createdAt: '2026-01-01T00:00:00.000Z' })
    fastest = Math.min(fastest, (performance.now() - started) / 1000)
  } while (performance.now() - begun < BUDGET_SECONDS * 1000)
  return { rows, seconds: fastest }
}

function requestBytes(rows: number): Uint8Array {
  const { model_predictions, ...rest } = labelsBody(rows) as { model_predictions: Record<string, number[]> }
  return new TextEncoder().encode(JSON.stringify({ ...rest, model_predictions: Object.fromEntries(Object.entries(model_predictions).slice(0, 1)) }))
}

/** Least-squares slope of log seconds over log rows: 1 is linear. */
function slope(costs: readonly Cost[]): number {
  const xs = costs.map(({ rows }) => Math.log(rows))
  const ys = costs.map(({ seconds }) => Math.log(seconds))
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const [mx, my] = [mean(xs), mean(ys)]
  return xs.reduce((sum, x, i) => sum + (x - mx) * (ys[i]! - my), 0) / xs.reduce((sum, x) => sum + (x - mx) ** 2, 0)
}

/** One bar per size, on a logarithmic scale: equal steps mean linear growth. */
function plot(costs: readonly Cost[]): string[] {
  const least = Math.log10(Math.min(...costs.map(({ seconds }) => seconds))) - 0.3
  const span = Math.log10(Math.max(...costs.map(({ seconds }) => seconds))) - least
  return costs.map(({ rows, seconds }) => {
    const bar = '█'.repeat(Math.round(((Math.log10(seconds) - least) / span) * PLOT_WIDTH))
    return `${rows.toLocaleString('en').padStart(11)} rows ${bar.padEnd(PLOT_WIDTH)} ${duration(seconds).padStart(8)}  ${duration(seconds / rows).padStart(8)} a row`
  })
}
