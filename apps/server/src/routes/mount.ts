import { accessOf, ENDPOINTS, type Endpoint, partOf } from '@benchcast/core/api'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Answer, JSON_TYPE } from '../http/answer.ts'
import type { RawBody } from '../http/body.ts'
import { notFound } from '../http/known-paths.ts'
import type { RouteFacts } from '../http/route-facts.ts'
import { pathsOf, type RoutePath } from '../http/route-path.ts'
import type { Services } from '../services.ts'
import { Call } from './call.ts'
import type { Handler } from './handler.ts'
import { HANDLERS } from './handlers.ts'
import { idempotencyKey } from './idempotency.ts'

const DEFAULT_MAX_BODY = 1024 * 1024

/** What hooks may ask of an endpoint at one of its paths. */
export const factsOf = (endpoint: Endpoint, url: string, largeBodyBytes: number): RouteFacts => ({
  path: endpoint.path,
  maxBodyBytes: endpoint.largeBody ? largeBodyBytes : DEFAULT_MAX_BODY,
  critical: endpoint.scope === 'public',
  evaluates: endpoint.largeBody === true,
  part: partOf(url),
  audit: endpoint.audit,
})

/** Mounts every endpoint of the table that is of this process, at its own path and under the alias. */
export function mountEndpoints(app: FastifyInstance, services: Services, largeBodyBytes: number): void {
  const routes = (Object.entries(ENDPOINTS) as [keyof typeof ENDPOINTS, Endpoint][])
    .flatMap(([name, endpoint]) => pathsOf(endpoint).map((path) => ({ name, endpoint, path })))
    .filter(({ path }) => services.remotes?.of(partOf(path.url)) === undefined)
  for (const sharing of Map.groupBy(routes, ({ endpoint, path }) => `${endpoint.method} ${path.url}`).values()) {
    const [{ endpoint, path }] = sharing as [Route, ...Route[]]
    const config = { facts: factsOf(endpoint, path.url, largeBodyBytes), access: accessOf(endpoint) }
    const responders = sharing.map((route) => ({ path: route.path, respond: respond(route.name, route.endpoint, route.path, HANDLERS[route.name] as Handler<Endpoint>, services) }))
    app.route({ method: endpoint.method, url: path.url, config, handler: responders.length === 1 ? responders[0]!.respond : firstMatching(responders) })
  }
}

interface Route {
  readonly name: keyof typeof ENDPOINTS
  readonly endpoint: Endpoint
  readonly path: RoutePath
}

interface Responder {
  readonly path: RoutePath
  readonly respond: ReturnType<typeof respond>
}

/** Endpoints that differ only behind a parameter that may hold slashes are one route to the router; the one with most to match comes first. */
function firstMatching(responders: readonly Responder[]): Responder['respond'] {
  const ordered = responders.toSorted((a, b) => b.path.pattern.source.length - a.path.pattern.source.length)
  return async (request, reply) => {
    const found = ordered.find(({ path: { url, pattern } }) => pattern.test(url.slice(0, -1) + (request.params as { '*': string })['*']))
    if (found === undefined) throw notFound()
    return found.respond(request, reply)
  }
}

function respond(name: string, endpoint: Endpoint, path: RoutePath, handler: Handler<Endpoint>, services: Services) {
  const parameters = parameterReader(endpoint, path)
  return async (request: FastifyRequest, reply: FastifyReply) => {
    try {
      if (endpoint.method === 'POST') idempotencyKey(request)
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
