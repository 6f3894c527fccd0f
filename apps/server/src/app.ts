import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest, LogController, type RouteOptions } from 'fastify'
import { mountPages } from './browser-page/mount.ts'
import { megabytes, type ServerConfig } from './config.ts'
import { mountDocs } from './docs/mount.ts'
import { mountRemotes } from './gateway/mount-remotes.ts'
import { checkReach } from './gateway/reach.ts'
import { relayedStreams } from './gateway/relayed-streams.ts'
import { WebSocketRelay } from './gateway/web-socket-relay.ts'
import { AccessControl, type Asked, challengeOf, isAboutKeys, UNDECLARED } from './http/access-control.ts'
import { noteAnswer, reportTo, targetOf } from './http/audit.ts'
import { BodyBudget, bodyDeadlineMs } from './http/body.ts'
import { BodyMemory } from './http/body-memory.ts'
import { answerClientError, answerExpectation } from './http/client-error.ts'
import { answerUnrouted, checkBodyHead, Guard } from './http/guard.ts'
import { applyCors, requestId, SECURITY_HEADERS } from './http/headers.ts'
import { acceptJsonBodies } from './http/json-body.ts'
import { PAGES, READ } from './http/known-paths.ts'
import { lingeringClose } from './http/lingering-close.ts'
import { asBenchcastError, sendProblem } from './http/problem.ts'
import { RateLimiter } from './http/rate-limit.ts'
import type { KeyBook } from './keys/key-book.ts'
import { liveStreams } from './live/streams.ts'
import { TaskSockets } from './live/task-sockets.ts'
import { LoadWatch } from './observe/load.ts'
import { logAnswer, loggerOptions } from './observe/logging.ts'
import { ServerMetrics } from './observe/metrics.ts'
import { mountEndpoints } from './routes/mount.ts'
import type { Services } from './services.ts'

/** The server as a function of the world: tests inject requests into it, `startServer` gives it a port. `onRoute` is told of every route there is. */
export function createApp(services: Services, config: ServerConfig, onRoute?: (route: RouteOptions) => void): FastifyInstance {
  const app = Fastify(frameworkOptions(config))
  if (onRoute) app.addHook('onRoute', onRoute)
  const load = new LoadWatch(config)
  const metrics = new ServerMetrics(services, load)
  const guard = new Guard(config)
  acceptJsonBodies(app, new BodyBudget(megabytes(config.maxBodiesMib)), { memory: new BodyMemory(), receive: (body) => services.evaluator.receive(body) })
  const access = new AccessControl(services.keys.ring, config, reportTo(services.keys))
  addHooks(app, config, { guard, access, load, metrics, keys: services.keys })
  mountEndpoints(app, services, megabytes(config.maxBodyMib))
  mountRemotes(app, services, config)
  mountLive(app, services, guard, access)
  app.server.on('checkExpectation', answerExpectation)
  mountDocs(app, services.remotes)
  mountPages(app, services)
  app.get(PAGES.metrics, { config: { access: READ } }, async (_, reply) => reply.header('content-type', metrics.registry.contentType).send(await metrics.registry.metrics()))
  app.addHook('onClose', async () => load.close())
  return app
}

/** WebSockets, and an end of all waiting and following once the server stops. */
function mountLive(app: FastifyInstance, services: Services, guard: Guard, access: AccessControl): void {
  const { jobs } = services
  const relay = new WebSocketRelay()
  const sockets = new TaskSockets(relayedStreams(liveStreams(services), services.remotes, relay), guard, access)
  sockets.attach(app.server)
  app.addHook('preClose', async () => {
    jobs.stopWaiting()
    await Promise.all([sockets.close(), relay.close()])
  })
}

const SECOND = 1000

function frameworkOptions({ logLevel, maxBodyMib, evaluationSeconds }: ServerConfig) {
  return {
    logger: loggerOptions(logLevel),
    logController: new LogController({ disableRequestLogging: true }),
    childLoggerFactory: (logger: FastifyInstance['log']) => logger,
    genReqId: ({ headers }: { headers: Record<string, string | string[] | undefined> }) => requestId(headers['x-request-id']),
    requestTimeout: bodyDeadlineMs(megabytes(maxBodyMib)),
    connectionTimeout: SECOND * (evaluationSeconds + 30),
    // Of a hook at the start and at the end too, where open requests get some seconds.
    pluginTimeout: 30 * SECOND,
    maxRequestsPerSocket: 10_000,
    // Without a Host the guard answers, with a problem; Node's own answer has no body.
    http: { headersTimeout: 10 * SECOND, connectionsCheckingInterval: 5 * SECOND, requireHostHeader: false },
    routerOptions: { maxParamLength: 8192 },
    clientErrorHandler: answerClientError,
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) => {
      reply.headers({ ...SECURITY_HEADERS, 'x-request-id': request.id })
      sendProblem(asBenchcastError(error), request, reply)
    },
  }
}

interface Watchers {
  readonly guard: Guard
  readonly access: AccessControl
  readonly load: LoadWatch
  readonly metrics: ServerMetrics
  readonly keys: KeyBook
}

function addHooks(app: FastifyInstance, config: ServerConfig, { guard, access, load, metrics, keys }: Watchers): void {
  const limiter = new RateLimiter(config.rateLimit)
  const logsAnswers = ['trace', 'debug', 'info'].includes(config.logLevel)
  app.decorateRequest('access')
  app.addHook('onRequest', (request, reply, done) => {
    load.enter(reply.raw)
    reply.headers(SECURITY_HEADERS).header('x-request-id', request.id)
    try {
      guard.check(request)
      checkReach(request)
      applyCors(guard, request, reply)
      if (request.is404) return answerUnrouted(request, reply)
      const { facts } = request.routeOptions.config
      if (!facts?.critical) load.check(facts?.evaluates)
      request.access = access.check(askedOf(request))
      if (request.routeOptions.config.access?.keyed) reply.header('cache-control', 'no-store')
      limiter.check(request, reply)
      checkBodyHead(request)
    } catch (error) {
      return done(error as Error)
    }
    done()
  })
  app.addHook('preHandler', (request, reply, done) => {
    if (request.routeOptions.config.facts?.evaluates) load.await(reply.raw)
    done()
  })
  app.addHook('onResponse', (request, reply, done) => {
    metrics.observe(request, reply)
    noteAnswer(keys, request, reply)
    if (logsAnswers) logAnswer(request, reply)
    done()
  })
  app.setErrorHandler((thrown, request, reply) => {
    const error = asBenchcastError(thrown)
    if (isAboutKeys(error)) reply.header('www-authenticate', challengeOf(error))
    if (error.code === 'body_too_large') return lingeringClose(error, request, reply)
    return sendProblem(error, request, reply)
  })
  app.setNotFoundHandler(answerUnrouted)
}

const askedOf = (request: FastifyRequest): Asked => {
  const { headers, ip, socket, routeOptions } = request
  return { headers, ip, localAddress: socket.localAddress, route: routeOptions.config.access ?? UNDECLARED, target: targetOf(request) }
}
