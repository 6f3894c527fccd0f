import { BenchcastError } from '@benchcast/core/errors'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type BodyBudget, type RawBody, type Receiver, readBody } from './body.ts'

const JSON_MEDIA = /^application\/(?:[\w.-]+\+)?json(?:;|$)/i

/** JSON is the only body there is: any other type is refused, which also keeps foreign pages from posting forms. */
export function acceptJsonBodies(app: FastifyInstance, budget: BodyBudget, receiver: Receiver): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(JSON_MEDIA, async (request: FastifyRequest): Promise<RawBody> => {
    const charset = /;\s*charset="?([^;"\s]*)/i.exec(request.headers['content-type']!)?.[1]
    if (charset !== undefined && !/^utf-?8$/i.test(charset)) throw new BenchcastError('unsupported_media_type', `Bodies in the character set ${charset} are not read: send UTF-8.`)
    const length = request.headers['content-length']
    return readBody(request.raw, length === undefined ? undefined : Number(length), {
      limitBytes: request.routeOptions.config.facts!.maxBodyBytes,
      budget,
      receiver,
      fingerprint: request.headers['idempotency-key'] !== undefined,
    })
  })
}
