import { ENDPOINTS, type Endpoint } from '@benchcast/core/api'
import { BenchcastError } from '@benchcast/core/errors'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Call } from '../routes/call.ts'
import { HANDLERS, type Handler } from '../routes/handlers.ts'
import type { Services } from '../services.ts'
import { Answer, JSON_TYPE } from './answer.ts'
import type { RawBody } from './body.ts'
import { pathsOf, type RoutePath } from './route-path.ts'

/** What hooks may ask of a route. */
export interface RouteFacts {
  readonly name: string
  /** Path as the API documents it, for metrics and logs. */
  readonly path: string
  readonly maxBodyBytes: number
  /** Answered even when the server sheds load. */
  readonly critical: boolean
}

declare module 'fastify' {
  interface FastifyContextConfig {
    readonly facts?: RouteFacts
  }
}

const DEFAULT_MAX_BODY = 1024 * 1024

/** Mounts every endpoint of the table, at its own path and under the alias. */
export function mountEndpoints(app: FastifyInstance, services: Services, largeBodyBytes: number): void {
  for (const [name, endpoint] of Object.entries(ENDPOINTS) as [keyof typeof ENDPOINTS, Endpoint][]) {
    const facts: RouteFacts = { name, path: endpoint.path, maxBodyBytes: endpoint.largeBody ? largeBodyBytes : DEFAULT_MAX_BODY, critical: endpoint.scope === 'public' }
    for (const path of pathsOf(endpoint)) {
      app.route({ method: endpoint.method, url: path.url, config: { facts }, handler: respond(name, endpoint, path, HANDLERS[name] as Handler<Endpoint>, services) })
    }
  }
}

function respond(name: string, endpoint: Endpoint, path: RoutePath, handler: Handler<Endpoint>, services: Services) {
  const parameters = parameterReader(endpoint, path)
  return async (request: FastifyRequest, reply: FastifyReply) => {
    try {
      const output = await handler(new Call(endpoint, name, parameters(request), services, request, reply))
      if (output === undefined) return reply.send()
      if (output instanceof Answer) return reply.header('content-type', output.mediaType).send(output.body)
      return reply.header('content-type', JSON_TYPE).send(JSON.stringify(output))
    } finally {
      ;(request.body as RawBody | undefined)?.release()
    }
  }
}

/** The router's own parameters, or those read by the pattern where one may hold slashes. */
function parameterReader({ slashParam }: Endpoint, { url, pattern }: RoutePath): (request: FastifyRequest) => unknown {
  if (slashParam === undefined) return (request) => request.params
  const prefix = url.slice(0, -1)
  return (request) => {
    const match = pattern.exec(prefix + (request.params as { '*': string })['*'])
    if (match === null) throw notFound()
    return match.groups
  }
}

export const notFound = (): BenchcastError => new BenchcastError('not_found', 'Not Found')

/** Pages that are no endpoints of the API. */
export const PAGES = { docs: '/docs', docsScript: '/docs/js/scalar.js', openApi: '/openapi.json', metrics: '/metrics' } as const
const pagePaths = Object.values(PAGES).map((path) => ({ pattern: new RegExp(`^${path.replaceAll('.', String.raw`\.`)}$`), method: 'GET' }))

const allPaths = Object.values(ENDPOINTS as Record<string, Endpoint>)
  .flatMap((endpoint) => pathsOf(endpoint).map(({ pattern }) => ({ pattern, method: endpoint.method as string })))
  .concat(pagePaths)

/** The methods a path answers to; empty for an unknown path. */
export function allowedMethods(path: string): readonly string[] {
  const methods = allPaths.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method)
  if (methods.length === 0) return []
  return [...new Set([...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'])]
}
