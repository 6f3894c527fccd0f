import { ENDPOINTS, type EndpointName } from '@benchcast/core/api'
import { Benchcast } from '@benchcast/sdk'
import { describe, expect, it } from 'vitest'
import { SDK_METHODS } from './methods.ts'
import { OPERATIONS, type Operation } from './operations.ts'
import { requestFields } from './types-file.ts'

type Method = (...args: unknown[]) => unknown

/** The method of a client that an operation is, bound to its resource. */
function methodOf(client: Benchcast, { resource, method }: Operation): Method | undefined {
  const holder = resource.split('.').reduce<Record<string, never> | undefined>((at, name) => at?.[name], client as never) as Record<string, Method> | undefined
  return holder?.[method]?.bind(holder)
}

/** Sends what is asked of it nowhere, and remembers it. */
function recordingClient() {
  const sent: { readonly url: URL; readonly init: RequestInit }[] = []
  const fetch = async (url: string, init: RequestInit) => {
    sent.push({ url: new URL(url), init })
    return new Response('{}', { headers: { 'content-type': 'application/json' } })
  }
  return { sent, client: new Benchcast({ baseUrl: 'http://server', apiKey: null, logLevel: 'off', fetch: fetch as unknown as typeof globalThis.fetch }) }
}

/** Calls an operation with a value for every parameter of its path and every field of its request. */
async function call(operation: Operation) {
  const { client, sent } = recordingClient()
  const request = Object.fromEntries(Object.keys(requestFields(operation)).map((name) => [name, `value of ${name}`]))
  const answer = methodOf(client, operation)!(...Object.keys(operation.path).map((name) => `${name}/1`), ...(Object.keys(request).length === 0 ? [] : [request]))
  await (operation.endpoint.streams ? (answer as AsyncGenerator).next() : (answer as Promise<unknown>))
  return sent[0]!
}

describe('The SDK', () => {
  it('has a method for every endpoint of the table, each its own', () => {
    const { client } = recordingClient()
    expect(OPERATIONS.map(({ name }) => name).toSorted()).toEqual(Object.keys(ENDPOINTS).toSorted())
    expect(OPERATIONS.filter((operation) => methodOf(client, operation) === undefined)).toEqual([])
    expect(new Set(Object.values(SDK_METHODS)).size).toBe(OPERATIONS.length)
  })

  it.each(OPERATIONS.map((operation) => [operation.name, operation] as const))('sends %s where it belongs, every field in its place', async (name: EndpointName, operation) => {
    const { url, init } = await call(operation)
    const { method, path } = ENDPOINTS[name]
    expect([init.method, url.pathname]).toEqual([method, path.replace(/\{(\w+)\}/g, (_, parameter) => encodeURIComponent(`${parameter}/1`))])
    const inBody = Object.keys(operation.body)
    expect(Object.keys(JSON.parse((init.body as string | undefined) ?? '{}')).toSorted()).toEqual(inBody.toSorted())
    expect([...url.searchParams.keys()].toSorted()).toEqual(
      Object.keys(operation.query)
        .filter((field) => !inBody.includes(field))
        .toSorted(),
    )
  })
})
