import type { Endpoints } from '@benchcast/core/api'
import { compareLatest } from '@benchcast/core/evaluate'
import { Answer, withSuccess } from '../http/answer.ts'
import { streamList } from '../http/stream-list.ts'
import type { Handler } from './handler.ts'
import { once } from './idempotency.ts'

export const compareModels: Handler<Endpoints['compareModels']> = (call) => {
  const { store, newId, now } = call.services
  return once(call, {
    make: async (bind) => {
      const request = call.body()
      const records = await store.latestRecords([...new Set(request.model_ids)])
      const id = newId('comparison')
      const document = compareLatest(request, records, { id, createdAt: now() })
      await store.insertComparison({ document, idempotency: bind(id) })
      return withSuccess(JSON.stringify(document))
    },
    replay: async (id) => {
      const document = await store.findComparison(id)
      return document && withSuccess(JSON.stringify(document))
    },
  })
}

export const getPerformanceHistory: Handler<Endpoints['getPerformanceHistory']> = async ({ services: { store }, params: { model_id }, query: { limit } }) => {
  const { records, total } = await store.history(model_id, limit)
  if (records.length <= LONGEST_AT_ONCE) return { success: true, model_id, history: [...records], total_records: total }
  const texts = records.values().map((record) => JSON.stringify(record))
  return new Answer(streamList(`{"success":true,"model_id":${JSON.stringify(model_id)},"history":[`, texts, `],"total_records":${total}}`))
}

/** Longer histories are sent piece by piece. */
const LONGEST_AT_ONCE = 200
