import { describe, expect, it } from 'vitest'
import { COMPONENT_NAMES, partOf } from './components.ts'
import type { Endpoint } from './endpoint.ts'
import { ENDPOINTS } from './endpoints.ts'
import { EVENTS } from './events.ts'

describe('the part a path belongs to', () => {
  it.each([
    ['/api/test/run', 'test'],
    ['/api/test', 'test'],
    ['/api/tests', undefined],
    ['/api/db/test/runs', 'test'],
    ['/api/db/tests', 'unified'],
    ['/api/db/model/openai/whisper-tiny', 'unified'],
    ['/api/db/predictive-performance/measurements', 'predictive-performance'],
    ['/api/v1/model-performance-benchmarking/task-types', 'model-performance'],
    ['/health', undefined],
  ])('of %s is %s', (path, part) => expect(partOf(path)).toBe(part))

  /** Keys and who used them: every server has its own. */
  const OF_EVERY_SERVER = /^\/api\/(keys|audit)(\/|$)/

  it('is known of every endpoint and stream of the API', () => {
    const paths = [...Object.values(ENDPOINTS as Record<string, Endpoint>).map(({ path }) => path), ...Object.values(EVENTS).map(({ webSocket }) => webSocket)]
    expect(paths.filter((path) => path.startsWith('/api/') && !OF_EVERY_SERVER.test(path) && partOf(path) === undefined)).toEqual([])
    for (const name of COMPONENT_NAMES) expect(paths.some((path) => partOf(path) === name)).toBe(true)
  })
})
