import type { OutgoingHttpHeaders } from 'node:http'
import { accessOf, COMPONENTS, type ComponentName, ENDPOINTS, type Endpoint, partOf, type RouteAccess } from '@benchcast/core/api'
import { BenchcastError } from '@benchcast/core/errors'
import type { FastifyInstance, FastifyReply, FastifyRequest, HTTPMethods } from 'fastify'
import { PAGE_PREFIX } from '../browser-page/open-pages.ts'
import { megabytes, type ServerConfig } from '../config.ts'
import { decoded } from '../http/guard.ts'
import { notFound, PUBLIC, READ } from '../http/known-paths.ts'
import { pathOf } from '../http/problem.ts'
import type { RouteFacts } from '../http/route-facts.ts'
import { pathsOf } from '../http/route-path.ts'
import { mayRunModels } from '../measuring/may-run-models.ts'
import { factsOf } from '../routes/mount.ts'
import { waitSeconds } from '../routes/prefer.ts'
import type { Services } from '../services.ts'
import { forward } from './forward.ts'
import type { Remotes } from './remotes.ts'
import type { Upstream } from './upstream.ts'

interface Route {
  readonly method: HTTPMethods | HTTPMethods[]
  readonly url: string
  readonly path: string
  readonly access: RouteAccess
  readonly endpoint?: Endpoint
  /** Whose it is, where the path does not tell. */
  readonly name?: ComponentName
}

/**
 * Forwards what belongs to components in other processes. Endpoints of the table are routes of their own, so that they need the same key and have the same limits as when they are
 * embedded; whatever else is under a component's prefix is forwarded too.
 */
export function mountRemotes(app: FastifyInstance, services: Services, config: ServerConfig): void {
  const { remotes } = services
  if (remotes === undefined || remotes.names.length === 0) return
  void app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    // The body stays in the request, where it is read as it is sent on.
    scope.addContentTypeParser('*', (_request, _payload, done) => done(null))
    for (const route of [...endpointRoutes(remotes), ...remotes.names.flatMap((name) => [...prefixRoutes(name), ...pageRoutes(name)])]) mount(scope, route, remotes, services, config)
  })
}

function mount(app: FastifyInstance, { method, url, path, access, endpoint, name }: Route, remotes: Remotes, services: Services, config: ServerConfig): void {
  const part = name ?? partOf(url.replace(/\/\*$/, ''))
  const largest = megabytes(config.maxBodyMib)
  const facts: RouteFacts = endpoint === undefined ? { path, maxBodyBytes: largest, critical: false, part, audit: undefined } : factsOf(endpoint, url, largest)
  app.route({ method, url, config: { access, facts }, exposeHeadRoute: endpoint !== undefined, handler: forwarder(remotes.of(part)!, endpoint, services, config) })
}

const endpointRoutes = (remotes: Remotes): readonly Route[] =>
  Object.values(ENDPOINTS as Record<string, Endpoint>).flatMap((endpoint) =>
    pathsOf(endpoint)
      .filter(({ url }) => remotes.of(partOf(url)) !== undefined)
      .map(({ url }) => ({ method: endpoint.method, url, path: endpoint.path, access: accessOf(endpoint), endpoint })),
  )

const READING: HTTPMethods[] = ['GET', 'HEAD']
const CHANGING: HTTPMethods[] = ['POST', 'PUT', 'PATCH', 'DELETE']
const STORED_READ: RouteAccess = { scope: 'db:read', keyed: true }
/** What is not known to us is for administrators, where keys are asked for. */
const UNKNOWN_CHANGE: RouteAccess = { scope: 'admin', keyed: false }
const STORED_CHANGE: RouteAccess = { scope: 'admin', keyed: true }

/** Everything else under the prefixes of a component. */
const prefixRoutes = (name: ComponentName): readonly Route[] =>
  COMPONENTS[name].prefixes.flatMap((prefix) => {
    const isDatabase = prefix.startsWith('/api/db/')
    const inside = isDatabase ? [] : catchAll(`${prefix}/db`, STORED_READ, STORED_CHANGE)
    return [...inside, ...catchAll(prefix, isDatabase ? STORED_READ : READ, isDatabase ? STORED_CHANGE : UNKNOWN_CHANGE)]
  })

const catchAll = (prefix: string, read: RouteAccess, change: RouteAccess): readonly Route[] =>
  [prefix, `${prefix}/*`].flatMap((url) => [
    { method: READING, url, path: `${prefix}/*`, access: read },
    { method: CHANGING, url, path: `${prefix}/*`, access: change },
    { method: 'OPTIONS', url, path: `${prefix}/*`, access: PUBLIC },
  ])

/** Pages of runs that wait for a browser, and generated pages. */
const PAGES: Readonly<Partial<Record<ComponentName, readonly string[]>>> = {
  benchmark: [PAGE_PREFIX.slice(0, -1), PAGE_PREFIX, `${PAGE_PREFIX}*`],
  generator: [`${PAGE_PREFIX}generated/*`],
}

const pageRoutes = (name: ComponentName): readonly Route[] =>
  (PAGES[name] ?? []).flatMap((url) => [
    { name, method: READING, url, path: url, access: url === PAGE_PREFIX ? READ : PUBLIC },
    { name, method: CHANGING, url, path: url, access: PUBLIC },
  ])

function forwarder(upstream: Upstream, endpoint: Endpoint | undefined, services: Services, config: ServerConfig) {
  const seconds = config.upstreamSeconds
  const answerSeconds = seconds + (endpoint?.largeBody ? config.evaluationSeconds : 0)
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> => {
    const { headers, method, raw, url, id } = request
    checkForwardable(url, endpoint)
    // Which pages may ask is decided here.
    if (method === 'OPTIONS' && headers['access-control-request-method'] !== undefined) return reply.code(204).send()
    const isStream = endpoint?.streams === true || headers.accept === 'text/event-stream'
    const forget = isStream ? services.keys.ring.onRevoked(request.access.keyId, () => raw.socket.destroy()) : undefined
    await forward(upstream, {
      incoming: raw,
      response: reply.raw,
      url,
      requestId: id,
      key: keyFor(upstream, request, services),
      ownHeaders: reply.getHeaders() as OutgoingHttpHeaders,
      answerSeconds: answerSeconds + waitAsked(request),
      silenceSeconds: isStream ? 0 : seconds,
    }).finally(forget)
    reply.hijack()
    return undefined
  }
}

function keyFor({ keys }: Upstream, request: FastifyRequest, services: Services): string | undefined {
  if (keys === undefined || request.routeOptions.config.access?.scope === 'public') return undefined
  if (request.routeOptions.config.access?.keyed) return keys.database
  return keys.of((scope) => (scope === 'models:run' ? mayRunModels(request, services) : request.access.may(scope)))
}

const LONGEST_WAIT_SECONDS = 600

function waitAsked(request: FastifyRequest): number {
  const { wait } = request.query as { readonly wait?: unknown }
  return Math.min(LONGEST_WAIT_SECONDS, waitSeconds(request, typeof wait === 'string' && /^\d{1,6}$/.test(wait) ? Number(wait) : undefined) ?? 0)
}

/** Paths that a service might read otherwise than the gateway did are not sent on: what is in a database stays behind its key. */
function checkForwardable(url: string, endpoint: Endpoint | undefined): void {
  const path = pathOf(url)
  if (!/[\\%]|\/\/|\/\./.test(path)) return
  const plain = decoded(path)
  const segments = plain.split('/').slice(1)
  if (plain.includes('\\') || segments.some((segment, at) => segment === '.' || segment === '..' || (segment === '' && at < segments.length - 1)))
    throw new BenchcastError('malformed_request', 'The path holds //, \\, . or .. as a segment: it is not forwarded.')
  if (endpoint === undefined && partOfDatabase(plain) !== partOfDatabase(path)) throw notFound()
}

const partOfDatabase = (path: string): boolean => /^\/api\/(?:[^/]+\/)?db(?:\/|$)/.test(path)
