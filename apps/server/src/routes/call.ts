import type { Endpoint, ParsedRequest } from '@benchcast/core/api'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { RawBody } from '../http/body.ts'
import { matchesEtag } from '../http/conditional.ts'
import { readBodyJson } from '../http/json.ts'
import { parsePart } from '../http/validate.ts'
import type { Services } from '../services.ts'

/** One request to one endpoint, as its handler sees it. */
export class Call<E extends Endpoint = Endpoint> {
  readonly endpoint: E
  readonly name: string
  readonly params: ParsedRequest<E>['params']
  readonly query: ParsedRequest<E>['query']
  readonly services: Services
  readonly request: FastifyRequest
  readonly reply: FastifyReply

  constructor(endpoint: E, name: string, pathParameters: unknown, services: Services, request: FastifyRequest, reply: FastifyReply) {
    this.endpoint = endpoint
    this.name = name
    this.services = services
    this.request = request
    this.reply = reply
    this.params = (endpoint.params === undefined ? undefined : parsePart(endpoint.params, pathParameters, 'path')) as this['params']
    this.query = (endpoint.query === undefined ? undefined : parsePart(endpoint.query, request.query, 'query')) as this['query']
  }

  /** The bytes of the body; empty when none was sent. */
  get raw(): RawBody {
    return (this.request.body as RawBody | undefined) ?? NO_BODY
  }

  /** The body, parsed by the endpoint's schema. */
  body(): ParsedRequest<E>['body'] {
    return parsePart(this.endpoint.body!, readBodyJson(this.raw.bytes), 'body') as ParsedRequest<E>['body']
  }

  /** Marks the answer with its tag; true when the client has it already and 304 is the answer. */
  unchanged(etag: string): boolean {
    this.reply.header('etag', etag)
    if (!matchesEtag(this.request.headers['if-none-match'], etag)) return false
    this.reply.code(304)
    return true
  }
}

const NO_BODY: RawBody = { bytes: new Uint8Array(0), fingerprint: () => '', release: () => {} }
