import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ENDPOINTS } from '@benchcast/core/api'
import type { FastifyInstance, InjectOptions, RouteOptions } from 'fastify'
import { createApp } from '../app.ts'
import { monotonicClock } from '../clock.ts'
import { parseConfig, type ServerConfig } from '../config.ts'
import { ThreadedEvaluator } from '../evaluation/evaluator.ts'
import { newId } from '../ids.ts'
import { startBackground } from '../jobs/background.ts'
import { readEnvironmentKeys } from '../keys/environment-keys.ts'
import { KeyBook } from '../keys/key-book.ts'
import type { Services } from '../services.ts'
import { openStore, type Store } from '../storage/index.ts'
import { TEST_KEY, withTestKey } from './test-key.ts'

export const PREFIX = '/api/v1/model-performance'

/** The seed's own request. */
export const SEED_REQUEST = ENDPOINTS.runBenchmark.examples!.request as Record<string, unknown> & { model_predictions: Record<string, unknown[]>; ground_truth: unknown[] }

/** An answer, with its JSON body parsed. */
interface Answered {
  readonly status: number
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly text: string
  // biome-ignore lint/suspicious/noExplicitAny: a test reads what it expects to be there
  readonly json: any
}

/** The same store with some methods replaced. */
export function overriding(store: Store, changes: Partial<Store>): Store {
  return new Proxy(store, {
    get(target, key) {
      if (key in changes) return changes[key as keyof Store]
      const value: unknown = Reflect.get(target, key, target)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}

/** An app on a database file of its own, driven as a function. */
export interface TestApp {
  readonly app: FastifyInstance
  readonly services: Services
  /** Where result files and exports are written. */
  readonly resultsFolder: string
  get(path: string, headers?: Record<string, string>): Promise<Answered>
  /** An object is sent as JSON, a string as it is. */
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Answered>
  /** Paths that need a key get one, unless the headers hold another or none (`''`). */
  send(options: InjectOptions): Promise<Answered>
  close(): Promise<void>
}

/** `predicts`: the predictor is made beforehand, as a server does at its start. `firstRunExtraSeconds`: how long a hostile model's first run is waited for. `onRoute`: told of every route that is mounted. */
export async function openTestApp(
  config: Partial<ServerConfig> = {},
  services: Partial<Services> = {},
  { predicts = false, firstRunExtraSeconds, onRoute }: { readonly predicts?: boolean; readonly firstRunExtraSeconds?: number; readonly onRoute?: (route: RouteOptions) => void } = {},
): Promise<TestApp> {
  const folder = await mkdtemp(join(tmpdir(), 'benchcast-test-'))
  const store = services.store ?? (await openStore({ path: join(folder, 'test.duckdb') }))
  const evaluator = new ThreadedEvaluator({ workers: 1, timeoutSeconds: 60 })
  const now = monotonicClock()
  const background = await startBackground({ store, now, newId, workers: 1, modelsFolder: join(folder, 'models'), resultsFolder: join(folder, 'results'), firstRunExtraSeconds })
  if (predicts) await background.warm()
  const keys = await KeyBook.open({ store, others: readEnvironmentKeys(`tests:${TEST_KEY}@admin`), now, newId })
  const world: Services = {
    store,
    evaluator,
    ...background,
    keys,
    generatedFolder: join(folder, 'generated_models'),
    allowsModels: config.allowModels ?? false,
    now,
    newId,
    draining: () => false,
    ...services,
  }
  const app = createApp(world, { ...parseConfig({ logLevel: 'silent', busyAfterMs: '0' }), ...config }, onRoute)
  const send = async (options: InjectOptions): Promise<Answered> => {
    const { statusCode, headers, body } = await app.inject(withTestKey(options))
    const json = /\/(problem\+)?json/.test(String(headers['content-type'])) && body !== '' ? JSON.parse(body) : undefined
    return { status: statusCode, headers: headers as Record<string, string>, text: body, json }
  }
  return {
    app,
    services: world,
    resultsFolder: join(folder, 'results'),
    send,
    get: (url, headers = {}) => send({ method: 'GET', url, headers }),
    post: (url, body, headers = {}) => send({ method: 'POST', url, headers: { 'content-type': 'application/json', ...headers }, payload: typeof body === 'string' ? body : JSON.stringify(body) }),
    close: async () => {
      await app.close()
      await keys.audit.settled()
      await background.close()
      await evaluator.close()
      await store.close()
      await rm(folder, { recursive: true })
    },
  }
}
