import { PAGE_HEADERS, pageHandler } from '@benchcast/bench'
import type { ComponentName } from '@benchcast/core/api'
import { BenchcastError } from '@benchcast/core/errors'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { notFound, READ } from '../http/known-paths.ts'
import { BENCHMARK_RUNS } from '../runs/benchmark.ts'
import type { Services } from '../services.ts'
import { generatedPage } from './generated-page.ts'
import { PAGE_PREFIX } from './open-pages.ts'
import { listPage, nextJob, runPage } from './pages.ts'

const METHODS = ['GET', 'HEAD', 'POST']
/** Names of runs and jobs are random: who knows one may see its page. */
const OPEN = { access: { scope: 'public', keyed: false } } as const

/** Pages that a person opens in a browser: the list of runs that wait for one, the runs, their jobs, the runtime, and generated pages. Those of components in other processes are forwarded. */
export function mountPages(app: FastifyInstance, services: Services): void {
  const isHere = (name: ComponentName) => services.remotes?.of(name) === undefined
  app.register(async (scope) => {
    // The page's answers are read by its own handler, which knows how large each may be.
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', (_request, _payload, done) => done(null))
    if (isHere('generator')) scope.get(`${PAGE_PREFIX}generated/:task_id/*`, { config: OPEN }, (request, reply) => generatedPage(services, request.params as { task_id: string; '*': string }, reply))
    if (isHere('benchmark')) mountRunPages(scope, services)
  })
}

function mountRunPages(scope: FastifyInstance, services: Services): void {
  const { pages } = services.measuring
  const handle = pageHandler(pages.jobs)
  scope.get(PAGE_PREFIX, { config: { access: READ } }, (_, reply) => sendPage(reply, listPage(pages.list(), Date.now())))
  scope.get(PAGE_PREFIX.slice(0, -1), { config: OPEN }, (_, reply) => reply.redirect(PAGE_PREFIX, 308))
  scope.get(`${PAGE_PREFIX}run/:run_id`, { config: OPEN }, async (request, reply) => {
    const { run_id } = request.params as RunParams
    const page = pages.find(run_id)
    return page === undefined ? sendPage(reply, runPage((await runOf(services, run_id)).state)) : reply.redirect(PAGE_PREFIX + page.path, 303)
  })
  scope.get(`${PAGE_PREFIX}run/:run_id/next`, { config: OPEN }, async (request, reply) => {
    const { run_id } = request.params as RunParams
    const { state } = await runOf(services, run_id)
    return reply
      .headers(PAGE_HEADERS)
      .header('cache-control', 'no-store')
      .send(nextJob(pages.find(run_id), state))
  })
  scope.all(`${PAGE_PREFIX}*`, { config: OPEN }, (request, reply) => {
    checkMethod(request, reply)
    reply.hijack()
    return handle(request.raw, reply.raw, (request.params as { '*': string })['*'])
  })
}

interface RunParams {
  readonly run_id: string
}

async function runOf({ runs }: Services, id: string) {
  const run = await runs.find(BENCHMARK_RUNS, id)
  if (run === undefined) throw notFound()
  return run
}

const sendPage = (reply: FastifyReply, html: string): FastifyReply => reply.headers(PAGE_HEADERS).header('cache-control', 'no-store').type('text/html; charset=utf-8').send(html)

function checkMethod({ method }: FastifyRequest, reply: FastifyReply): void {
  if (METHODS.includes(method)) return
  reply.header('allow', METHODS.join(', '))
  throw new BenchcastError('method_not_allowed', 'Method Not Allowed')
}
