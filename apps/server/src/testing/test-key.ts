import type { InjectOptions } from 'fastify'

/** A key that every test server knows; it may do everything. */
export const TEST_KEY = 'kf83-Qm2x-71Za-pL0w'

const KEYED = /^\/api\/([^/]+\/)?db\/|^\/api\/(keys|audit)\b/

/** Adds the key of the tests where one is needed and the test says nothing of it. */
export function withTestKey(options: InjectOptions): InjectOptions {
  const path = typeof options.url === 'string' ? options.url : ''
  return KEYED.test(path) ? { ...options, headers: { 'x-api-key': TEST_KEY, ...options.headers } } : options
}
