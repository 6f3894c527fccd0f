import { ENDPOINTS, type Endpoint, openApiDocument, PREDICTIVE_PREFIX } from '@benchcast/core/api'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, PREFIX, SEED_REQUEST, type TestApp } from '../testing/test-app.ts'

/** At and beyond the limits of numbers. */
const ODD_NUMBERS = '-0 -1 1.5 2147483648 9007199254740993 9223372036854775808 -9223372036854775809 1e19 1e39 -1e308 1e309 NaN -Infinity 0x10 ٣'.split(' ')
const ODD_DATES = ['0000-01-01T00:00:00Z', '9999-12-31T23:59:59.999999999-23:59', '-271821-04-20T00:00:00Z', '+275760-09-14', '2024-02-30', '2016-12-31T23:59:60Z']
const ODD_WORDS = ['', ' ', '[]', ',', 'a,,a', "'", '%', '_\\', '*(', '$1', '../x', '/etc/passwd', '.', '😀', '\u0001', '\uFFFF', 'x'.repeat(3000), '__proto__', 'MTIz', 'file:x']
const ODD_TEXTS = [...ODD_WORDS, ...ODD_NUMBERS, ...ODD_DATES]
const ODD_SCALARS = [null, true, 0, -1, 1.5, 2 ** 31, 2 ** 53, 2 ** 63, -(2 ** 64), 1e39, -1e308, Number.MAX_VALUE, Number.MIN_VALUE, '\0', '\uD800']
const ODD_OBJECTS = [[], {}, [[]], [null], [''], ['\uD800'], { '': 1 }, { '\uD800': 1 }, { a: { b: [null] } }, [1e308, -1e308], Array.from({ length: 300 }, () => 'x')]
const ODD_VALUES: readonly unknown[] = [...ODD_TEXTS, ...ODD_SCALARS, ...ODD_OBJECTS]

type Json = Readonly<Record<string, unknown>>
interface Operation extends Json {
  readonly operationId: string
  readonly parameters?: readonly { readonly name: string; readonly in: 'path' | 'query' | 'header' }[]
  readonly responses: Json
}
interface Attempt {
  readonly place: string
  readonly url: string
  readonly body?: unknown
}

/** The document with what lies at each place replaced by `value`, and the place. */
function* replaced(document: unknown, value: unknown, place = ''): Generator<readonly [string, unknown]> {
  yield [place, value]
  if (typeof document !== 'object' || document === null) return
  const entries = Object.entries(document).slice(0, Array.isArray(document) ? 1 : undefined)
  for (const [key, inner] of entries)
    for (const [at, changed] of replaced(inner, value, `${place}/${key}`)) yield [at, Array.isArray(document) ? document.with(Number(key), changed) : { ...document, [key]: changed }]
}

const encoded = (text: unknown) => encodeURIComponent(String(text))

/**
 * Every parameter of an operation and every place of its example body, each with every odd value.
 * Bodies that start something are left to random-bodies.slow.test.ts and Schemathesis: it would all be started.
 */
function* attempts(path: string, operation: Operation, endpoint: Endpoint): Generator<Attempt> {
  const example = endpoint.examples?.request
  const plain = path.replaceAll(/\{\w+\}/g, 'x')
  for (const { name, in: where } of parametersOf(path, operation))
    for (const text of ODD_TEXTS) {
      // An empty part of a path, and a dot, make another path.
      if (where === 'path' && text !== '' && text !== '.') yield { place: `${name}=${text}`, url: path.replace(`{${name}}`, encoded(text)).replaceAll(/\{\w+\}/g, 'x'), body: example }
      if (where === 'query') yield { place: `?${name}=${text}`, url: `${plain}?${name}=${encoded(text)}`, body: example }
    }
  if (endpoint.body === undefined || endpoint.errors.includes('idempotency_in_flight')) return
  for (const value of ODD_VALUES) for (const [place, changed] of replaced(example, value)) yield { place: `${place} = ${JSON.stringify(value)?.slice(0, 60)}`, url: plain, body: changed }
}

let t: TestApp
beforeAll(async () => {
  t = await openTestApp()
  expect((await t.post(`${PREFIX}/run-benchmark`, { ...SEED_REQUEST, confidence: false })).status).toBe(200)
  expect((await t.post(`${PREDICTIVE_PREFIX}/generate-sample-data?wait=60`, { num_models: 2, num_measurements: 10 })).json).toMatchObject({ status: 'completed' })
})
afterAll(() => t.close())

/** The parameters of an operation; an export takes those of its list, which are tried there. */
function parametersOf(path: string, { parameters = [] }: Operation): NonNullable<Operation['parameters']> {
  const listed = path.endsWith('/export') ? paths[path.slice(0, -'/export'.length)]?.get?.parameters : undefined
  return parameters.filter(({ name }) => !listed?.some((known) => known.name === name))
}

const { paths } = openApiDocument({ version: '0' }) as unknown as { readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>> }
const operations = Object.entries(paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase() as 'GET' | 'POST' | 'DELETE', operation })),
)

describe('Odd values', () => {
  it.each(operations.filter(({ operation }) => operation.operationId in ENDPOINTS).map((o) => [`${o.method} ${o.path}`, o] as const))(
    '%s answers with what it documents',
    async (_, { path, method, operation }) => {
      const wrong: string[] = []
      for (const { place, url, body } of attempts(path, operation, ENDPOINTS[operation.operationId as keyof typeof ENDPOINTS])) {
        const { status, text, json } = await t.send({ method, url, headers: { 'content-type': 'application/json' }, ...(body !== undefined && { payload: JSON.stringify(body) }) })
        if (!(status in operation.responses) || status >= 500) wrong.push(`${place}: ${status} ${text.slice(0, 300)}`)
        const id: unknown = json?.task_id ?? json?.run_id
        if (method === 'POST' && typeof id === 'string') await t.services.jobs.cancel(id)
      }
      expect(wrong).toEqual([])
    },
  )
})
