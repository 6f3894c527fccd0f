import { type Endpoints, REPORT_FORMATS, type ReportFormat } from '@benchcast/core/api'
import { BenchcastError } from '@benchcast/core/errors'
import { HTML_REPORT_POLICY } from '@benchcast/core/report'
import { Answer, withSuccess } from '../http/answer.ts'
import { etagOf } from '../http/conditional.ts'
import { varyBy } from '../http/headers.ts'
import { negotiate } from '../http/negotiate.ts'
import { streamList } from '../http/stream-list.ts'
import type { RunFilter, Store } from '../storage/store.ts'
import { VERSION } from '../version.ts'
import type { Call } from './call.ts'
import type { Handler } from './handler.ts'
import { once } from './idempotency.ts'
import { nextLink } from './pages.ts'

export const runBenchmark: Handler<Endpoints['runBenchmark']> = (call) => {
  const { store, evaluator, newId, now } = call.services
  return once(call, {
    make: async (bind) => {
      const runId = newId('run')
      const run = await evaluator.evaluate(call.raw.bytes, { runId, createdAt: now() })
      await store.insertRun({ ...run, idempotency: bind(runId) })
      return withSuccess(run.document)
    },
    replay: async (runId) => {
      const document = await store.findRun(runId)
      return document && withSuccess(document)
    },
  })
}

/** The stored text of a run, or run_not_found. */
async function storedRun(store: Store, runId: string): Promise<string> {
  const document = await store.findRun(runId)
  if (document === undefined) throw new BenchcastError('run_not_found', `There is no benchmark run '${runId}': list the runs there are with GET /api/v1/model-performance/benchmark-runs.`)
  return document
}

export const getBenchmarkRun: Handler<Endpoints['getBenchmarkRun']> = async (call) => {
  const document = await storedRun(call.services.store, call.params.run_id)
  if (call.unchanged(etagOf(call.params.run_id))) return undefined
  return new Answer(`{"success":true,"run":${document}}`)
}

export const getBenchmarkReport: Handler<Endpoints['getBenchmarkReport']> = async (call) => {
  const { store, evaluator } = call.services
  const format = call.query.format ?? acceptedFormat(call)
  const document = await storedRun(store, call.params.run_id)
  varyBy(call.reply, 'Accept')
  if (call.unchanged(etagOf(call.params.run_id, format, VERSION))) return undefined
  const body = await evaluator.report(document, format)
  describeReport(call, format)
  return new Answer(body, `${REPORT_FORMATS[format]}; charset=utf-8`)
}

const FORMATS = Object.keys(REPORT_FORMATS) as ReportFormat[]
const OFFERS = Object.values(REPORT_FORMATS)

function acceptedFormat({ request }: Call): ReportFormat {
  const type = negotiate(request.headers.accept, OFFERS)
  const format = FORMATS.find((f) => REPORT_FORMATS[f] === type)
  if (format === undefined) throw new BenchcastError('not_acceptable', `A report can be had as ${OFFERS.join(', ')}: name one of them in Accept, or add ?format= with one of ${FORMATS.join(', ')}.`)
  return format
}

/** A report holds names that anyone may have chosen: the page runs no script, the table is a download. */
function describeReport({ reply, params }: Call<Endpoints['getBenchmarkReport']>, format: ReportFormat): void {
  if (format === 'html') reply.header('content-security-policy', `sandbox; frame-ancestors 'none'; ${HTML_REPORT_POLICY}`)
  if (format === 'csv') reply.header('content-disposition', `attachment; filename="${params.run_id.replaceAll(/[^\w.-]/g, '_')}.csv"`)
}

export const listBenchmarkRuns: Handler<Endpoints['listBenchmarkRuns']> = async (call) => {
  const { limit, offset, expand } = call.query
  const page = await call.services.store.listRuns(filterOf(call.query))
  if (page.nextCursor !== null) call.reply.header('link', nextLink(call.request.url, page.nextCursor))
  const rest = { total: page.total, limit, offset, next_cursor: page.nextCursor }
  if (expand === undefined) return { success: true, runs: [...page.runs], ...rest }
  const documents = await Promise.all(page.runs.map((run) => storedRun(call.services.store, run.run_id)))
  return new Answer(streamList('{"success":true,"runs":[', documents, `],${JSON.stringify(rest).slice(1)}`))
}

type Query = Call<Endpoints['listBenchmarkRuns']>['query']

const filterOf = ({ limit, offset, cursor, task_type, model_id, dataset_id, name, start_time, end_time }: Query): RunFilter => ({
  limit,
  offset,
  cursor,
  taskType: task_type,
  modelId: model_id,
  datasetId: dataset_id,
  name,
  startTime: start_time,
  endTime: end_time,
})
