import { ENDPOINTS } from '@benchcast/core/api'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, type TestApp } from '../testing/test-app.ts'

let t: TestApp
beforeAll(async () => {
  t = await openTestApp()
})
afterAll(() => t.close())

describe('/docs and /openapi.json', () => {
  it('are served from here, with real answers as examples, and load nothing from elsewhere', async () => {
    const page = await t.get('/docs')
    const script = await t.get(/<script src="([^"]+)"/.exec(page.text)![1]!)
    expect([page.status, script.status, script.headers['content-type']]).toEqual([200, 200, 'text/javascript; charset=utf-8'])
    expect(page.headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self' 'sha256-[^']+'; /)
    expect(page.headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'x-request-id': expect.any(String) })
    expect(page.text).not.toMatch(/https?:\/\//)
    const { json, headers } = await t.get('/openapi.json')
    expect(json.openapi).toBe('3.1.1')
    expect((await t.get('/openapi.json', { 'if-none-match': headers.etag! })).status).toBe(304)
  })

  it.each(Object.entries(ENDPOINTS).filter(([, { streams }]) => !streams))('%s shows an answer of its own shape', async (_, { path, method, output }) => {
    const { json } = await t.get('/openapi.json')
    const { example } = json.paths[path][method.toLowerCase()].responses[200].content['application/json']
    expect(output.safeParse(example).error).toBeUndefined()
  })
})
