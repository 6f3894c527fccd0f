import { Readable } from 'node:stream'
import type { Endpoints } from '@benchcast/core/api'
import { Answer } from '../http/answer.ts'
import type { RunFilter, Store } from '../storage/store.ts'
import type { Handler } from './handler.ts'
import { nextLink } from './pages.ts'

interface Filters {
  readonly task_type?: string | undefined
  readonly model_name?: string | undefined
  readonly dataset_id?: string | undefined
  readonly name?: string | undefined
  readonly start_time?: string | undefined
  readonly end_time?: string | undefined
}

const filterOf = ({ task_type, model_name, dataset_id, name, start_time, end_time }: Filters): Omit<RunFilter, 'limit' | 'offset'> => ({
  ...(task_type !== undefined && { taskType: task_type }),
  ...(model_name !== undefined && { modelId: model_name }),
  ...(dataset_id !== undefined && { datasetId: dataset_id }),
  ...(name !== undefined && { name }),
  ...(start_time !== undefined && { startTime: start_time }),
  ...(end_time !== undefined && { endTime: end_time }),
})

export const modelPerformanceDatabaseList: Handler<Endpoints['modelPerformanceDatabaseList']> = async ({ query, services: { store }, request, reply }) => {
  const { limit, offset, cursor } = query
  const { runs, total, nextCursor } = await store.listRuns({ ...filterOf(query), limit, offset, ...(cursor !== undefined && { cursor }) })
  if (nextCursor !== null) reply.header('link', nextLink(request.url, nextCursor))
  return { count: runs.length, total, limit, offset: cursor === undefined ? offset : 0, runs: [...runs], next_cursor: nextCursor }
}

export const modelPerformanceDatabaseSearch: Handler<Endpoints['modelPerformanceDatabaseSearch']> = async (call) => {
  const { query, limit } = call.body()
  return [...(await call.services.store.searchRuns(query, limit))]
}

export const modelPerformanceDatabaseModelStats: Handler<Endpoints['modelPerformanceDatabaseModelStats']> = async ({ query, services }) => [...(await services.store.evaluatedModels(query.limit))]

const MEDIA_TYPES = { json: 'application/json; charset=utf-8', ndjson: 'application/x-ndjson; charset=utf-8' } as const

export const modelPerformanceDatabaseExport: Handler<Endpoints['modelPerformanceDatabaseExport']> = async ({ query, services, reply }) => {
  reply.header('content-disposition', `attachment; filename="model-performance-runs.${query.format}"`)
  return new Answer(Readable.from(documents(services.store, query)), MEDIA_TYPES[query.format]) as never
}

/** Stored documents are JSON text of one line each. */
async function* documents(store: Store, { format, ...filters }: Filters & { readonly format: keyof typeof MEDIA_TYPES }): AsyncGenerator<string> {
  let isFirst = true
  for await (const document of store.exportRuns(filterOf(filters))) {
    yield format === 'ndjson' ? `${document}\n` : `${isFirst ? '[' : ',\n'}${document}`
    isFirst = false
  }
  if (format === 'json') yield isFirst ? '[]' : ']'
}
