import type { FastifyReply, FastifyRequest } from 'fastify'
import type { LogLevel } from '../config.ts'
import { pathOf } from '../http/problem.ts'
import { hideKeys } from '../keys/hide-keys.ts'

const SECRETS = ['req.headers["x-api-key"]', 'req.headers.authorization', 'req.headers.cookie', 'headers["x-api-key"]', 'headers.authorization', 'headers.cookie', '*.password', '*.DATABASE_URL']

/** Log lines are JSON on stderr: control characters in names are escaped by that, bodies are never logged, secrets are blanked, also where they have no place, such as an address. */
export const loggerOptions = (level: LogLevel) => ({ level, redact: { paths: SECRETS, censor: '[redacted]' }, stream: { write: (line: string) => process.stderr.write(hideKeys(line)) } })

/** One line per answer at level info; query strings are left out. */
export function logAnswer(request: FastifyRequest, reply: FastifyReply): void {
  request.log.info({ request_id: request.id, method: request.method, path: pathOf(request.url), status: reply.statusCode, ms: Math.round(reply.elapsedTime * 1000) / 1000 }, 'answered')
}
