import { COMPONENT_NAMES, COMPONENTS, type ComponentFacts, type ComponentName, type Endpoints } from '@benchcast/core/api'
import { BenchcastError } from '@benchcast/core/errors'
import { isWithin, reachOf } from '../gateway/reach.ts'
import type { Remotes } from '../gateway/remotes.ts'
import { PAGES } from '../http/known-paths.ts'
import type { HealthCheck } from '../storage/store.ts'
import { VERSION } from '../version.ts'
import type { Handler } from './handler.ts'

/** Components that are served at the address a request came in at. */
const servedAt = (socket: object): readonly ComponentName[] => COMPONENT_NAMES.filter((name) => isWithin(reachOf(socket), name))

export const getGateway: Handler<Endpoints['getGateway']> = async ({ request }) => {
  const components = servedAt(request.raw.socket).map((name): ComponentFacts => COMPONENTS[name])
  return {
    message: 'Benchcast',
    version: VERSION,
    services: components.map(({ title, prefixes }) => ({ name: title, url: prefixes[0]! })),
    database_endpoints: components.flatMap(({ title, database }) => (database === undefined ? [] : [{ name: `${title} database`, url: database }])),
    docs_url: PAGES.docs,
  }
}

/** What answers: all that is in this process, and what was last heard of the rest. */
const upOf = (names: readonly ComponentName[], remotes: Remotes | undefined) => Object.fromEntries(names.map((name) => [name, remotes?.of(name)?.isHealthy ?? true]))

const predicts = ({ isReady }: { readonly isReady: boolean }, remotes: Remotes | undefined): boolean => remotes?.of('predictive-performance')?.isHealthy ?? isReady

export const getHealth: Handler<Endpoints['getHealth']> = async ({ request, services: { now, store, predictions, remotes } }) => ({
  status: 'ok',
  timestamp: now(),
  version: VERSION,
  // Without its database a process would not answer.
  services: { repository: true, hardware_adapter: predicts(predictions, remotes), ml_adapter: predicts(predictions, remotes), ...upOf(servedAt(request.raw.socket), remotes) },
  duckdb_available: store.engine === 'duckdb',
  hardware_model_predictor_available: predicts(predictions, remotes),
  warnings: [...store.openWarnings],
})

export const getReadiness: Handler<Endpoints['getReadiness']> = async ({ services: { now, store, draining } }) => {
  const checks: readonly HealthCheck[] = [{ name: 'accepting', ok: !draining(), message: draining() ? 'The server is shutting down.' : 'The server takes requests.' }, ...(await store.health())]
  const failed = checks.filter((check) => !check.ok)
  if (failed.length === 0) return { status: 'ready', timestamp: now(), checks: [...checks] }
  const errors = failed.map(({ name, message }) => ({ pointer: `/checks/${name}`, code: 'not_ready', detail: message }))
  throw new BenchcastError('unavailable', failed.map((check) => check.message).join(' '), { errors, retryAfterSeconds: 5 })
}
