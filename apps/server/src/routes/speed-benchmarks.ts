import { findChromium, runsInBrowser } from '@benchcast/bench'
import { type Endpoint, type Endpoints, type RunSpeedBenchmarkRequest, SPEED_REPORTS, type SpeedBenchmarkResults, type SpeedReport } from '@benchcast/core/api'
import { BenchcastError } from '@benchcast/core/errors'
import { counted, speedReportCsv, speedReportMarkdown } from '@benchcast/core/report'
import type { z } from 'zod'
import type { OpenPages } from '../browser-page/open-pages.ts'
import { Answer } from '../http/answer.ts'
import { benchmarkableModels } from '../measuring/benchmarkable-models.ts'
import { configurationCount, type SpeedBenchmark } from '../measuring/configurations.ts'
import { checkUserModels } from '../measuring/may-run-models.ts'
import { modelsOf } from '../measuring/priorities.ts'
import { type ResultsDocument, requestWarnings } from '../measuring/results-document.ts'
import { batchOf, batchWrite } from '../runs/batch.ts'
import { BENCHMARK_RUNS } from '../runs/benchmark.ts'
import type { Run } from '../runs/run-book.ts'
import type { Services } from '../services.ts'
import type { RecordOf } from '../storage/store.ts'
import type { Call } from './call.ts'
import type { Handler } from './handler.ts'
import { once } from './idempotency.ts'

type Results = z.output<typeof SpeedBenchmarkResults>

export const startSpeedBenchmark: Handler<Endpoints['startSpeedBenchmark']> = (call) => {
  const { jobs, measuring, newId, runs, store } = call.services
  return once(call as Call<Endpoint>, {
    make: async (bind) => {
      const body = call.body()
      const asked: SpeedBenchmark = { ...body, models: body.models ?? modelsOf(body.priority), browser: chosenBrowser(body) }
      const run = isBatch(asked) ? { ...asked, batch_id: newId('runBatch') } : asked
      await checkUserModels(call.request, run.models, call.services)
      const task = await jobs.submit(BENCHMARK_RUNS.kind, run, bind)
      if (run.batch_id !== undefined) await store.writeTask(batchWrite(batchOf(BENCHMARK_RUNS, run.batch_id, task.createdAt, [task.id])))
      return startedText(task.id, run, task.createdAt, measuring.pages)
    },
    replay: async (id) => {
      const state = (await runs.find(BENCHMARK_RUNS, id))?.state
      return state && startedText(id, state.input as SpeedBenchmark, state.startedAt, measuring.pages)
    },
  })
}

/** Several models or platforms are a batch of the database, however many sizes each has. */
const isBatch = ({ models, hardware }: Pick<SpeedBenchmark, 'models' | 'hardware'>): boolean => models.length * hardware.length > 1

/** A headless browser where there is one, else one that a person opens; null when no platform of a browser was asked for. */
function chosenBrowser({ browser, hardware }: Pick<z.output<typeof RunSpeedBenchmarkRequest>, 'browser' | 'hardware'>): SpeedBenchmark['browser'] {
  if (!hardware.some(runsInBrowser)) return null
  return browser ?? (findChromium() === undefined ? 'open' : 'headless')
}

/** What a run that was taken is answered with. */
export function startedText(run_id: string, run: SpeedBenchmark, started_at: string, pages: Pick<OpenPages, 'addressOf'>): string {
  const what = `${counted(run.models.length, 'model')} on ${run.hardware.join(', ')} at ${run.batch_sizes.length === 1 ? 'batch size' : 'batch sizes'} ${run.batch_sizes.join(', ')}`
  const page = run.browser === 'open' ? ` Open ${pages.addressOf(run_id)} in a browser and press Start: it waits for ${run.browser_wait} s.` : ''
  const message = `To be measured: ${what}; ${counted(configurationCount(run), 'configuration')}.${page}`
  return JSON.stringify({ run_id, status: 'initializing', message, started_at, warnings: requestWarnings(run), ...(run.batch_id !== undefined && { batch_id: run.batch_id }) })
}

async function runOf(services: Services, id: string): Promise<Run> {
  const run = await services.runs.find(BENCHMARK_RUNS, id)
  if (run === undefined) throw new BenchcastError('run_not_found', `There is no benchmark run '${id}': GET /api/benchmark/reports lists those that have ended.`)
  return run
}

export const getSpeedBenchmarkStatus: Handler<Endpoints['getSpeedBenchmarkStatus']> = async ({ services, params }) => (await runOf(services, params.run_id)).status as never

export const cancelSpeedBenchmark: Handler<Endpoints['cancelSpeedBenchmark']> = async ({ services, params }) => {
  await runOf(services, params.run_id)
  await services.jobs.cancel(params.run_id)
  return (await runOf(services, params.run_id)).status as never
}

/** What a completed run measured; any other run has no results, and its status says why. */
async function resultsOf(services: Services, id: string): Promise<Results> {
  const { state } = await runOf(services, id)
  if (state.status !== 'completed') throw new BenchcastError('run_not_completed', withoutResults(state))
  const { run_id, status, results, started_at, completed_at } = state.record as unknown as RecordOf<'benchmarkRuns'>
  return { run_id, status: status as 'completed', ...(results as ResultsDocument), start_time: started_at, completion_time: completed_at }
}

const withoutResults = ({ id, status, error }: Run['state']): string =>
  error === undefined ? `The run '${id}' is ${status}: its results are there once GET /api/benchmark/status/${id} says completed.` : `The run '${id}' has no results, since it ${status}: ${error}`

export const getSpeedBenchmarkResults: Handler<Endpoints['getSpeedBenchmarkResults']> = ({ services, params }) => resultsOf(services, params.run_id)

const REPORT_TEXTS: Readonly<Record<SpeedReport, (results: Results) => string>> = {
  'results.json': (results) => JSON.stringify(results),
  'report.md': speedReportMarkdown,
  'results.csv': speedReportCsv,
}

export const getSpeedBenchmarkReport: Handler<Endpoints['getSpeedBenchmarkReport']> = async ({ services, params, reply }) => {
  const results = await resultsOf(services, params.run_id)
  if (params.file === 'results.csv') reply.header('content-disposition', `attachment; filename="benchmark-${results.run_id.replaceAll(/[^\w.-]/g, '_')}.csv"`)
  return new Answer(REPORT_TEXTS[params.file](results), `${SPEED_REPORTS[params.file]}; charset=utf-8`)
}

/** Runs that are listed. */
const MOST_REPORTS = 1000

export const listSpeedBenchmarkReports: Handler<Endpoints['listSpeedBenchmarkReports']> = async ({ services: { store } }) => {
  const { rows } = await store.listRecords('benchmarkRuns', { limit: MOST_REPORTS, offset: 0 })
  return rows.map(({ run_id, status }) => ({
    run_id,
    status: status === 'completed' ? 'completed' : 'failed',
    reports: status === 'completed' ? Object.keys(SPEED_REPORTS) : [],
    path: `reports/${run_id}`,
  }))
}

export const listBenchmarkableModels: Handler<Endpoints['listBenchmarkableModels']> = async () => benchmarkableModels()

const GIGABYTE = 2 ** 30

export const listBenchmarkHardware: Handler<Endpoints['listBenchmarkHardware']> = async ({ services: { measuring } }) => {
  const hardware = await measuring.hardware()
  return hardware
    .filter(({ isAvailable }) => isAvailable)
    .map(({ platform, device, memoryBytes, isSimulation }) => ({ name: platform, device, memory_gb: Math.round((10 * memoryBytes) / GIGABYTE) / 10, simulation_mode: isSimulation }))
}

export const querySpeedBenchmarks: Handler<Endpoints['querySpeedBenchmarks']> = async ({ query, services: { store } }) => {
  const { limit, model, hardware, batch_size } = query
  const { rows } = await store.listRecords('results', { limit, offset: 0, equals: { model_name: model, hardware, batch_size, status: 'completed' } })
  return rows.map((row) => ({
    model_name: row.model_name,
    model_family: row.model_family,
    hardware_type: row.hardware,
    device_name: row.device_name,
    test_case: row.mode,
    batch_size: row.batch_size,
    precision: row.precision,
    throughput_items_per_second: row.throughput!,
    average_latency_ms: row.latency!,
    memory_peak_mb: row.memory_usage,
    simulation_mode: row.simulation_mode === 1,
    created_at: row.completed_at,
  }))
}
