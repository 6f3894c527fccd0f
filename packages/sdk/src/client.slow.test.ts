import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { APIConnectionError, type APIError, APITimeoutError, Benchcast, InternalServerError, RateLimitError, UnprocessableEntityError, UserAbortError } from './index.ts'
import { answer, cutOff, type Deed, reset, silence, withFlakyServer } from './testing/flaky-server.ts'

const PAGE = { count: 0, total: 0, limit: 10, offset: 0, measurements: [] }
const AT_ONCE = { 'retry-after': '0' }
const PROBLEM = { type: 'urn:benchcast:problem:overloaded', title: 'The server is busy', status: 503, detail: 'Too much to do: try again.', code: 'overloaded', request_id: 'req-1', errors: [] }
const MEASUREMENT = { model_name: 'm', hardware_platform: 'cpu', throughput: 1 } as const
const busy = answer(PROBLEM, 503, AT_ONCE)

/** Warnings about repeated requests are what is tested here, not what is shown. */
const client = (baseUrl: string, options = {}) => new Benchcast({ baseUrl, logLevel: 'off', apiKey: null, ...options })
const failure = (promise: PromiseLike<unknown>): Promise<APIError> =>
  Promise.resolve(promise).then(
    () => expect.fail('It should have failed.'),
    (error: APIError) => error,
  )

describe('A request is sent again', () => {
  it('when the server is busy, under the same Idempotency-Key and with the number of the attempt', () =>
    withFlakyServer([busy, busy, answer({ task_id: 't', status: 'pending' })], async (url, arrived) => {
      expect(await client(url).measurements.record(MEASUREMENT)).toEqual({ task_id: 't', status: 'pending' })
      expect(arrived.map(({ headers }) => headers['x-benchcast-retry-count'])).toEqual([undefined, '1', '2'])
      expect(new Set(arrived.map(({ headers }) => headers['idempotency-key'])).size).toBe(1)
      expect(new Set(arrived.map(({ body }) => body))).toEqual(new Set([JSON.stringify(MEASUREMENT)]))
    }))

  it.each([
    ['is reset', reset],
    ['breaks off in the middle of the answer', cutOff],
  ] as const)('when the connection %s', (_, deed: Deed) =>
    withFlakyServer([deed, answer(PAGE)], async (url, arrived) => {
      expect(await client(url).measurements.list()).toEqual(PAGE)
      expect(arrived).toHaveLength(2)
    }),
  )

  it('at most twice; then the error says what the server said', () =>
    withFlakyServer([busy], async (url, arrived) => {
      const error = await failure(client(url).measurements.list())
      expect(error).toBeInstanceOf(InternalServerError)
      expect(error).toMatchObject({ name: 'InternalServerError', status: 503, code: 'overloaded', requestId: 'req-1', message: PROBLEM.detail, problem: PROBLEM, errors: [] })
      expect(arrived).toHaveLength(3)
    }))

  it('as often as the client or the call says', () =>
    withFlakyServer([busy], async (url, arrived) => {
      await failure(client(url, { maxRetries: 0 }).measurements.list())
      expect(arrived).toHaveLength(1)
      await failure(client(url).measurements.list({}, { maxRetries: 1 }))
      expect(arrived).toHaveLength(3)
    }))

  it('not when it is wrong, nor when the server asks for more patience than two minutes', () =>
    withFlakyServer([answer({ ...PROBLEM, status: 422, errors: [{ pointer: '/x', code: 'y', detail: 'z' }] }, 422), answer({}, 429, { 'retry-after': '3600' })], async (url, arrived) => {
      const wrong = await failure(client(url).measurements.list())
      expect(wrong).toBeInstanceOf(UnprocessableEntityError)
      expect(wrong.errors).toEqual([{ pointer: '/x', code: 'y', detail: 'z' }])
      const limited = await failure(client(url).measurements.list())
      expect(limited).toBeInstanceOf(RateLimitError)
      expect([limited.message, limited.headers?.get('retry-after'), arrived.length]).toEqual(['The server answered with status 429.', '3600', 2])
    }))
})

describe('A call ends', () => {
  it('when nothing answers in time', () =>
    withFlakyServer([silence], async (url) => {
      const error = await failure(client(url, { maxRetries: 0 }).measurements.list({}, { timeoutMs: 50 }))
      expect(error).toBeInstanceOf(APITimeoutError)
      expect(error).toMatchObject({ status: undefined, code: undefined, message: expect.stringContaining('not answered within 0.05 s') })
    }))

  it('when its signal is aborted: before, while waiting for the answer, or between two attempts', () =>
    withFlakyServer([silence, answer({}, 503)], async (url, arrived) => {
      expect(await failure(client(url).measurements.list({}, { signal: AbortSignal.abort() }))).toBeInstanceOf(UserAbortError)
      expect(arrived).toHaveLength(0)
      expect(await failure(client(url).measurements.list({}, { signal: AbortSignal.timeout(50) }))).toBeInstanceOf(UserAbortError)
      expect(await failure(client(url).measurements.list({}, { signal: AbortSignal.timeout(50) }))).toBeInstanceOf(UserAbortError)
      expect(arrived).toHaveLength(2)
    }))

  it('when there is no server', async () => {
    const error = await failure(client('http://127.0.0.1:9', { maxRetries: 0 }).system.health())
    expect(error).toBeInstanceOf(APIConnectionError)
    expect(error.message).toMatch(/is a Benchcast server running there\? BENCHCAST_URL and baseUrl say where\.$/)
  })
})

describe('An answer', () => {
  it('can be had with its response, or as the response alone', () =>
    withFlakyServer([answer(PAGE, 200, { 'x-request-id': 'req-7' })], async (url) => {
      const { data, response, requestId } = await client(url).measurements.list().withResponse()
      expect([data, response.status, requestId]).toEqual([PAGE, 200, 'req-7'])
      expect(await (await client(url).measurements.list().asResponse()).json()).toEqual(PAGE)
    }))

  it('of a proxy that knows no problems is an error all the same', () =>
    withFlakyServer([(response) => response.writeHead(502, AT_ONCE).end('<html>Bad gateway</html>')], async (url) => {
      expect(await failure(client(url).system.health())).toMatchObject({ status: 502, problem: {}, message: 'The server answered with status 502.' })
    }))
})

describe('A list', () => {
  const page = (offset: number, rows: number) => answer({ count: rows, total: 5, limit: 2, offset, measurements: Array.from({ length: rows }, (_, i) => ({ id: String(offset + i) })) })

  it('gives every row of every page, and asks for no page that nobody reads', () =>
    withFlakyServer([page(0, 2), page(2, 2), page(4, 1)], async (url, arrived) => {
      const ids: string[] = []
      for await (const { id } of client(url).measurements.list({ limit: 2, model_name: 'm' })) ids.push(id)
      expect(ids).toEqual(['0', '1', '2', '3', '4'])
      expect(arrived.map((request) => request.url.split('?')[1])).toEqual(['limit=2&model_name=m', 'limit=2&model_name=m&offset=2', 'limit=2&model_name=m&offset=4'])
    }))

  it('is cut at the limit of toArray', () =>
    withFlakyServer([page(0, 2), page(2, 2)], async (url, arrived) => {
      expect(await client(url).measurements.list({ limit: 2 }).toArray({ limit: 3 })).toHaveLength(3)
      expect(await client(url).measurements.list().toArray({ limit: 0 })).toEqual([])
      expect(arrived).toHaveLength(2)
    }))

  it('goes on at the cursor that the Link header names', () => {
    const row = (run_id: string) => [{ run_id }]
    const linked = answer(row('1'), 200, { link: '</api/test/db/runs?cursor=abc&limit=1>; rel="next"' })
    return withFlakyServer([linked, answer(row('2'))], async (url, arrived) => {
      expect((await client(url).database.tests.list({ limit: 1 }).toArray({ limit: 10 })).map(({ run_id }) => run_id)).toEqual(['1', '2'])
      expect(arrived.map((request) => request.url.split('?')[1])).toEqual(['limit=1', 'limit=1&cursor=abc'])
    })
  })
})

describe('The client', () => {
  beforeEach(() => {
    vi.stubEnv('BENCHCAST_URL', '')
    vi.stubEnv('BENCHCAST_API_KEY', '')
  })
  afterEach(() => void vi.unstubAllEnvs())

  it('reads its address and key from the environment; options win', () =>
    withFlakyServer([answer({ keys: [], count: 0 })], async (url, arrived) => {
      expect(new Benchcast().baseUrl).toBe('http://localhost:8080')
      vi.stubEnv('BENCHCAST_URL', `${url}/`)
      vi.stubEnv('BENCHCAST_API_KEY', 'from-environment')
      await new Benchcast().keys.list()
      await new Benchcast({ apiKey: 'mine' }).keys.list()
      await new Benchcast().withOptions({ apiKey: null }).keys.list()
      expect(arrived.map(({ headers }) => headers['x-api-key'])).toEqual(['from-environment', 'mine', undefined])
    }))

  it('refuses what is no address', () => {
    expect(() => new Benchcast({ baseUrl: 'localhost:8080' })).toThrow(/'localhost:8080' is not the address of a server/)
  })

  it('tells a logger of requests and of repetitions, without keys and bodies', () =>
    withFlakyServer([busy, answer({ task_id: 't', status: 'pending' })], async (url) => {
      const lines: string[] = []
      const write = (level: string) => (facts: object, message: string) => void lines.push(`${level} ${message} ${JSON.stringify(facts)}`)
      const logger = { error: write('error'), warn: write('warn'), info: write('info'), debug: write('debug') }
      await new Benchcast({ baseUrl: url, apiKey: 'top-secret', logger, logLevel: 'debug' }).measurements.record({ ...MEASUREMENT, model_name: 'private-model' })
      expect(lines.map((line) => line.split(' {')[0])).toEqual([
        'debug request',
        'info answer',
        'debug headers of the answer',
        'warn request is sent again',
        'debug request',
        'info answer',
        'debug headers of the answer',
      ])
      expect(lines.join('\n')).not.toMatch(/top-secret|private-model/)
      expect(lines[0]).toContain('"x-api-key":"***"')
    }))
})
