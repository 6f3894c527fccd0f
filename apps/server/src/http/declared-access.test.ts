import { ENDPOINTS, EVENTS } from '@benchcast/core/api'
import type { RouteOptions } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { liveStreams } from '../live/streams.ts'
import { openTestApp, type TestApp } from '../testing/test-app.ts'

/** The routes that are really mounted: every `route` the framework is told, also inside plugins. */
const routes: RouteOptions[] = []

let t: TestApp
beforeAll(async () => {
  t = await openTestApp({}, {}, { onRoute: (route) => void routes.push(route) })
  await t.app.ready()
}, 30_000)
afterAll(() => t.close())

describe('The route table', () => {
  it('says of every route who may call it, of pages and of streams, too', () => {
    expect(routes.length).toBeGreaterThan(Object.keys(ENDPOINTS).length)
    const undeclared = routes.filter(({ config }) => config?.access === undefined).map(({ method, url }) => `${method} ${url}`)
    expect(undeclared).toEqual([])
    for (const page of ['/docs', '/openapi.json', '/metrics', '/measure/']) expect(routes.map(({ url }) => url)).toContain(page)
    const streams = liveStreams(t.services)
    expect(streams).toHaveLength(Object.keys(EVENTS).length)
    for (const { access } of streams) expect(access).toEqual({ scope: 'read', keyed: false })
  })

  it('asks for a key wherever a path leads into a database or to keys, and nowhere else by default', () => {
    for (const { url, config } of routes) expect([url, config!.access!.keyed]).toEqual([url, /^\/api\/([^/]+\/)?db\/|^\/api\/(keys|audit)/.test(url)])
  })

  it('lets nothing that changes something be public', () => {
    const open = routes.filter(({ config, method }) => config?.access?.scope === 'public' && String(method) !== 'GET' && String(method) !== 'HEAD').map(({ url }) => url)
    // The page that measures in a browser: its jobs are named by random tokens.
    expect(open.filter((url) => !url.startsWith('/measure/'))).toEqual([])
  })
})
