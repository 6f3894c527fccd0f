import { z } from 'zod'
import { ERRORS, type ErrorCode } from '../errors.ts'
import { accessOf } from './access.ts'
import type { Endpoint } from './endpoint.ts'
import { ENDPOINTS, type EndpointName } from './endpoints.ts'
import { MODEL_PERFORMANCE_ALIAS } from './model-performance.ts'
import { Problem } from './problem.ts'
import type { Published } from './schemas.ts'

type Json = Record<string, unknown>

/** Failures that any endpoint may answer with. */
const COMMON_ERRORS: readonly ErrorCode[] = [
  'malformed_request',
  'uri_too_long',
  'misdirected_request',
  'validation_failed',
  'rate_limited',
  'headers_too_large',
  'internal',
  'overloaded',
  'database_unavailable',
  'unavailable',
]
/** Failures that any endpoint may answer with where a key is sent or needed. */
const KEY_ERRORS: readonly ErrorCode[] = ['unauthorized', 'insufficient_scope']
/** Failures that any endpoint with a body may answer with. */
const BODY_ERRORS: readonly ErrorCode[] = ['forbidden', 'request_timeout']

export interface OpenApiOptions {
  readonly version: string
  /** Real answers by endpoint, shown as examples. Core cannot make them itself: evaluation stands above the API. */
  readonly examples?: Partial<Record<EndpointName, unknown>>
}

/**
 * The OpenAPI 3.1 description of every endpoint in the table.
 *
 * @example
 * openApiDocument({ version: '1.0.0' }).paths['/health'].get.operationId // 'getHealth'
 */
export function openApiDocument({ version, examples = {} }: OpenApiOptions) {
  return {
    openapi: '3.1.1',
    info: {
      title: 'Benchcast',
      version,
      summary: 'Which of my models is best, how sure are we, and how fast does it run?',
      description: DESCRIPTION,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/', description: 'This server' }],
    tags: tags(),
    paths: paths(examples),
    components: { schemas: { Problem: schemaOf(Problem, 'output') }, headers: HEADERS, securitySchemes: SECURITY_SCHEMES },
  }
}

const DESCRIPTION = `Success is status 200; 202 only where a request asks for it with \`Prefer: respond-async\`. Every failure is \`application/problem+json\` (RFC 9457) whose \`detail\` says what is wrong and what to do; \`code\` is stable.

Every path under \`${MODEL_PERFORMANCE_ALIAS.to}\` also answers under \`${MODEL_PERFORMANCE_ALIAS.from}\`.

The database API needs an API key, in \`X-API-Key\` or as \`Authorization: Bearer\`; the rest does where the server was started with \`--require-key\`. A wrong key is refused everywhere but for health and documentation. \`benchcast keys create\` makes one.

Times are UTC, ISO 8601. Numbers that are undefined are absent and named in \`undefined_metrics\`; there is never a NaN. Unknown fields of a request are ignored, \`null\` for an optional field means "not given".

A POST with an \`Idempotency-Key\` may be repeated for 24 hours: the same body gets the first answer again, another body is refused. Prometheus metrics are at \`/metrics\`.`

const TAG_DESCRIPTIONS: Readonly<Record<string, string>> = {
  'Model performance': 'Evaluate, rank and compare models by their predictions; read runs, reports and histories.',
  'Predictive performance': 'Predict speed and memory of models on hardware, recommend hardware, record measurements, and see how good predictions were. Work is done in tasks.',
  Benchmark: 'Measure how fast models are on this machine, read what was measured.',
  Test: 'Test that models compute what they should on this machine.',
  'Test database': 'Stored test runs: lists, counts, search, export, deletion.',
  'Generator database': 'Stored generator tasks: lists, counts, search, export, deletion.',
  'Predictive database': 'Stored predictions, measurements, recommendations, predictors and what became of them: lists with filters on every column, search, export.',
  'Unified database': 'Questions to all components at once.',
  'Benchmark database': 'Stored benchmark runs: lists, counts, search, export, deletion.',
  Keys: 'API keys and what was done with them. Needs a key of an administrator; on the machine of the server `benchcast keys` needs none.',
  System: 'Is the server alive, and can it serve?',
}
const tags = () => [...new Set(Object.values(ENDPOINTS).map((e) => e.tag))].map((name) => ({ name, description: TAG_DESCRIPTIONS[name] ?? name }))

const string = { type: 'string' }
const HEADERS = {
  'X-Request-Id': { description: 'Names this request in the log of the server.', schema: string },
  'WWW-Authenticate': { description: 'How to authenticate (RFC 6750).', schema: string },
  'Retry-After': { description: 'Seconds to wait before the next try.', schema: { type: 'integer', minimum: 0 } },
  ETag: { description: 'Tag of this representation; send it back in If-None-Match.', schema: string },
  Link: { description: 'RFC 8288 link with rel="next"; absent on the last page.', schema: string },
  'Idempotency-Replayed': { description: 'true when this is the answer of an earlier request with the same Idempotency-Key.', schema: { type: 'string', enum: ['true'] } },
} as const
const header = (name: keyof typeof HEADERS) => ({ [name]: { $ref: `#/components/headers/${name}` } })

const REQUEST_ID = { name: 'X-Request-Id', in: 'header', description: 'Your own id for this request: 1 to 64 letters, digits, - or _. Anything else is replaced.', schema: string }
const IDEMPOTENCY_KEY = {
  name: 'Idempotency-Key',
  in: 'header',
  description: 'Makes a repeated request safe: a UUID of your own, new for each new request.',
  schema: { type: 'string', minLength: 1, maxLength: 255 },
}
const IF_NONE_MATCH = { name: 'If-None-Match', in: 'header', description: 'An ETag you have: 304 when it is still right.', schema: string }

function paths(examples: Partial<Record<EndpointName, unknown>>): Record<string, Record<string, Json>> {
  const all: Record<string, Record<string, Json>> = {}
  for (const [name, endpoint] of Object.entries(ENDPOINTS) as [EndpointName, Endpoint][]) {
    all[endpoint.path] = { ...all[endpoint.path], [endpoint.method.toLowerCase()]: operation(name, endpoint, examples[name] ?? endpoint.examples?.response) }
  }
  return all
}

function operation(operationId: EndpointName, endpoint: Endpoint, example: unknown): Json {
  const { tag, summary, scope } = endpoint
  const description = describe(endpoint)
  return {
    operationId,
    tags: [tag],
    summary,
    ...(description === undefined ? {} : { description }),
    ...(scope === 'public' ? {} : { security: securityOf(endpoint), 'x-scope': scope }),
    parameters: [...parametersOf(endpoint.params, 'path'), ...parametersOf(endpoint.query, 'query'), ...headerParameters(endpoint)],
    ...(endpoint.body === undefined ? {} : { requestBody: requestBody(endpoint) }),
    responses: {
      200: success(endpoint, example),
      ...(endpoint.immutable ? { 304: { description: 'You have it already.', headers: { ...header('X-Request-Id'), ...header('ETag') } } } : {}),
      ...failures(endpoint),
    },
  }
}

const SECURITY_SCHEMES = {
  apiKey: { type: 'apiKey', in: 'header', name: 'X-API-Key', description: 'A key of `benchcast keys create` or of UNIFIED_API_KEYS.' },
  bearer: { type: 'http', scheme: 'bearer', description: 'The same key.' },
} as const

/** Either header; nothing at all where a key is needed only if the server says so. */
const securityOf = (endpoint: Endpoint): Json[] => [...(accessOf(endpoint).keyed ? [] : [{}]), { apiKey: [] }, { bearer: [] }]

/** What there is to say beside the summary; other paths with the same answer are named there. */
function describe({ description, aliases = [] }: Endpoint): string | undefined {
  const also = aliases.length === 0 ? undefined : `Also answers at ${aliases.map((path) => `\`${path}\``).join(', ')}.`
  return description === undefined && also === undefined ? undefined : [description, also].filter((part) => part !== undefined).join(' ')
}

function parametersOf(schema: z.ZodType | undefined, place: 'path' | 'query'): Json[] {
  if (schema === undefined) return []
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as { properties?: Record<string, Json>; required?: string[] }
  return Object.entries(properties).map(([name, { description, ...rest }]) => ({ name, in: place, description, required: place === 'path' || required.includes(name), schema: rest }))
}

const headerParameters = ({ method, immutable }: Endpoint): Json[] => [REQUEST_ID, ...(method === 'POST' ? [IDEMPOTENCY_KEY] : []), ...(immutable ? [IF_NONE_MATCH] : [])]

const requestBody = ({ body, examples }: Endpoint): Json => ({
  required: true,
  content: { 'application/json': { schema: schemaOf(body!, 'input'), ...(examples?.request === undefined ? {} : { example: examples.request }) } },
})

function success({ output, produces = [], streams, method, immutable, query }: Endpoint, example: unknown): Json {
  const paged = query instanceof z.ZodObject && 'cursor' in query.shape
  return {
    description: 'Success',
    headers: { ...header('X-Request-Id'), ...(immutable ? header('ETag') : {}), ...(paged ? header('Link') : {}), ...(method === 'POST' ? header('Idempotency-Replayed') : {}) },
    content: {
      ...(streams ? { 'text/event-stream': eventStream(output, example) } : { 'application/json': { schema: schemaOf(output, 'output'), ...(example === undefined ? {} : { example }) } }),
      ...Object.fromEntries(produces.map((mediaType) => [mediaType, { schema: string }])),
    },
  }
}

/** One server-sent event: its data is JSON text. */
const eventStream = (output: z.ZodType, example: unknown): Json => ({
  schema: {
    type: 'object',
    properties: {
      id: { type: 'string', description: 'Names this state; send it back in Last-Event-ID.' },
      event: { type: 'string', enum: ['progress', 'end'], description: 'end is the last one.' },
      data: { type: 'string', contentMediaType: 'application/json', contentSchema: schemaOf(output, 'output'), description: 'The state, as JSON.' },
    },
    required: ['data'],
  },
  ...(example === undefined ? {} : { example: { id: '1', event: 'end', data: JSON.stringify(example) } }),
})

/** One response per status, naming the codes it can carry. */
function failures({ errors, body, scope }: Endpoint): Record<number, Json> {
  const codes = [...new Set([...errors, ...COMMON_ERRORS, ...(scope === 'public' ? [] : KEY_ERRORS), ...(body === undefined ? [] : BODY_ERRORS)])]
  const byStatus = Map.groupBy(codes, (code) => ERRORS[code].status)
  return Object.fromEntries([...byStatus].map(([status, group]) => [status, failure(group, status)]))
}

const failure = (codes: readonly ErrorCode[], status: number): Json => ({
  description: codes.map((code) => `\`${code}\`: ${ERRORS[code].title}.`).join(' '),
  headers: { ...header('X-Request-Id'), ...header('Retry-After'), ...(status === 401 ? header('WWW-Authenticate') : {}) },
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
})

/** JSON Schema of a zod schema, as OpenAPI 3.1 wants it. Answers may gain fields, so objects stay open. */
export function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    io,
    target: 'draft-2020-12',
    unrepresentable: 'any',
    override: ({ jsonSchema, zodSchema }) => publish(jsonSchema as Json & Published, zodSchema._zod.def),
  })
  return rest
}

/** What JSON Schema cannot express is replaced by what the schema says to publish; a description inside a nullable moves up to its field. */
function publish(node: Json & Published, { type, defaultValue }: { readonly type: string; readonly defaultValue?: unknown }): void {
  if (node.additionalProperties === false) delete node.additionalProperties
  if (node.jsonSchema !== undefined) {
    const { jsonSchema, description } = node
    for (const key of Object.keys(node)) delete node[key]
    Object.assign(node, jsonSchema, description === undefined ? {} : { description })
  }
  if (type === 'default') node.default = defaultValue
  const described = (node.anyOf as Json[] | undefined)?.filter((option) => option.description !== undefined) ?? []
  if (node.description === undefined && described.length === 1) {
    node.description = described[0]!.description
    delete described[0]!.description
  }
}
