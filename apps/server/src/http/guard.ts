import { BenchcastError } from '@benchcast/core/errors'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ServerConfig } from '../config.ts'
import { tooLarge } from './body.ts'
import { allowedMethods, notFound } from './known-paths.ts'
import { pathOf } from './problem.ts'
import { validationError } from './validate.ts'

const LOCAL_ORIGIN = /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/
/** ONNX Runtime as everybody can download it: generated pages load it from here, also when they are opened as files. */
const PUBLIC_FILES = '/measure/runtime/'
const LONGEST_URL = 8192
const MOST_QUERY_PARAMETERS = 50

/** Refuses requests by their head alone: wrong host, foreign origin, hostile address, unknown path, body that will not be read. */
export class Guard {
  readonly #hosts: ReadonlySet<string>
  readonly #origins: ReadonlySet<string>

  constructor({ host, allowedHosts, corsOrigins }: Pick<ServerConfig, 'host' | 'allowedHosts' | 'corsOrigins'>) {
    this.#hosts = new Set(['localhost', '127.0.0.1', '[::1]', host, `[${host}]`, ...allowedHosts].map((name) => name.toLowerCase()))
    this.#origins = new Set(corsOrigins)
  }

  /** Throws what is wrong with the request's head. */
  check(request: Pick<FastifyRequest, 'headers' | 'url'>): void {
    this.#checkHost(request.headers.host)
    checkUrl(request.url)
    this.#checkOrigin(request)
  }

  #checkHost(host = ''): void {
    const name = host.replace(/:\d*$/, '').toLowerCase()
    if (this.#hosts.has(name)) return
    throw new BenchcastError('misdirected_request', `This server does not answer for the host '${name}': call it by localhost or 127.0.0.1, or start it with --allowed-hosts ${name || '<name>'}.`)
  }

  /** A page of another site must neither read nor change anything here. No Origin header: not a browser, or a link that was followed. */
  #checkOrigin({ url, headers: { origin, host } }: Pick<FastifyRequest, 'headers' | 'url'>): void {
    if (origin === undefined || this.allowsOrigin(origin) || url.startsWith(PUBLIC_FILES)) return
    if (URL.canParse(origin) && new URL(origin).host === host?.toLowerCase()) return
    throw new BenchcastError(
      'forbidden',
      `Pages of the origin '${origin}' may not call this server${origin === 'null' ? ': a page without an origin of its own (a local file, a sandboxed frame) cannot be allowed.' : `: start it with --cors-origin ${origin} to allow it.`}`,
    )
  }

  /** Pages of this machine may, and those of the origins that were allowed. */
  allowsOrigin(origin: string): boolean {
    return LOCAL_ORIGIN.test(origin) || this.#origins.has(origin)
  }
}

function checkUrl(url: string): void {
  if (url.length > LONGEST_URL) throw new BenchcastError('uri_too_long', `The address has ${url.length} characters, ${LONGEST_URL} are the most.`)
  if (url.includes('%00')) throw validationError([{ pointer: '/path', code: 'nul_character', detail: 'The address holds a NUL character (%00): remove it.' }])
  const query = url.indexOf('?')
  if (query >= 0 && url.slice(query + 1).split('&').length > MOST_QUERY_PARAMETERS)
    throw validationError([{ pointer: '/query', code: 'too_big', detail: `The query holds more than ${MOST_QUERY_PARAMETERS} parameters.` }])
}

/** 404 for an unknown path, 405 for a known one called by another method, 204 for OPTIONS of a known one. */
export function answerUnrouted(request: FastifyRequest, reply: FastifyReply): void {
  const methods = allowedMethods(decoded(pathOf(request.url)))
  // A slash of the path that was written as %2F is none, and so not of a path that is served.
  if (methods.length === 0 || (request.method !== 'OPTIONS' && methods.includes(request.method))) throw notFound()
  reply.header('allow', methods.join(', '))
  if (request.method !== 'OPTIONS') throw new BenchcastError('method_not_allowed', 'Method Not Allowed')
  reply.code(204).send()
}

/** The path without its escapes; as it is when they are no UTF-8. */
export function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** Refuses a body before its first byte is read. */
export function checkBodyHead({ headers, routeOptions }: FastifyRequest): void {
  const encoding = headers['content-encoding']
  if (encoding !== undefined && encoding.toLowerCase() !== 'identity')
    throw new BenchcastError('unsupported_media_type', `Bodies with Content-Encoding: ${encoding} are not read: send it uncompressed.`)
  const { facts } = routeOptions.config
  if (facts !== undefined && Number(headers['content-length']) > facts.maxBodyBytes) throw tooLarge(facts.maxBodyBytes)
}
