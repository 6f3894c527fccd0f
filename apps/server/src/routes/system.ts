import type { Endpoints } from '@benchcast/core/api'
import { BenchcastError } from '@benchcast/core/errors'
import type { HealthCheck } from '../storage/store.ts'
import { VERSION } from '../version.ts'
import type { Handler } from './handler.ts'

export const getHealth: Handler<Endpoints['getHealth']> = async ({ services: { now, store, predictions } }) => ({
  status: 'ok',
  timestamp: now(),
  version: VERSION,
  // Without its database a process would not answer.
  services: { repository: true, hardware_adapter: predictions.isReady, ml_adapter: predictions.isReady },
  duckdb_available: store.engine === 'duckdb',
  hardware_model_predictor_available: predictions.isReady,
  warnings: [...store.openWarnings],
})

export const getReadiness: Handler<Endpoints['getReadiness']> = async ({ services: { now, store, draining } }) => {
  const checks: readonly HealthCheck[] = [{ name: 'accepting', ok: !draining(), message: draining() ? 'The server is shutting down.' : 'The server takes requests.' }, ...(await store.health())]
  const failed = checks.filter((check) => !check.ok)
  if (failed.length === 0) return { status: 'ready', timestamp: now(), checks: [...checks] }
  const errors = failed.map(({ name, message }) => ({ pointer: `/checks/${name}`, code: 'not_ready', detail: message }))
  throw new BenchcastError('unavailable', failed.map((check) => check.message).join(' '), { errors, retryAfterSeconds: 5 })
}
