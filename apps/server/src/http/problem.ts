import type { Problem } from '@benchcast/core/api'
import { BenchcastError, ERRORS, type ErrorCode } from '@benchcast/core/errors'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { hideKeys } from '../keys/hide-keys.ts'

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8'

/** The problem a client sees. `instance` is the path that was asked for. */
export function toProblem(error: BenchcastError, instance: string, requestId: string): Problem {
  const { status, title } = ERRORS[error.code]
  return {
    type: `urn:benchcast:problem:${error.code}`,
    title,
    status,
    detail: hideKeys(error.message),
    instance: hideKeys(instance),
    code: error.code,
    request_id: requestId,
    errors: [...error.errors],
  }
}

const BY_STATUS: Readonly<Record<number, ErrorCode>> = {
  400: 'malformed_request',
  404: 'not_found',
  405: 'method_not_allowed',
  408: 'request_timeout',
  413: 'body_too_large',
  414: 'uri_too_long',
  415: 'unsupported_media_type',
  429: 'rate_limited',
  431: 'headers_too_large',
  503: 'unavailable',
}
const WORDING: Readonly<Record<string, string>> = {
  FST_ERR_BAD_URL: 'The path of the address holds a % that does not start a valid UTF-8 escape: encode it as %25.',
  FST_ERR_MAX_PARAM_LENGTH: 'The id in the address is too long.',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'Send the body as Content-Type: application/json.',
}

/** Any thrown value as one of our failures: what the framework refuses keeps its status, everything else is ours (500) and says nothing of its inside. */
export function asBenchcastError(error: unknown): BenchcastError {
  if (error instanceof BenchcastError) return error
  const { statusCode, code, message } = error as { statusCode?: number; code?: string; message?: string }
  const known = statusCode === undefined ? undefined : BY_STATUS[code === 'FST_ERR_MAX_PARAM_LENGTH' ? 414 : statusCode]
  if (known === undefined) return new BenchcastError('internal', 'The server failed; the log of the server says why under this request_id.', { cause: error })
  return new BenchcastError(known, WORDING[code ?? ''] ?? message ?? ERRORS[known].title)
}

/** Answers with the problem; server faults are logged with their cause. */
export function sendProblem(error: BenchcastError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (error.status === 500) request.log.error({ request_id: request.id, err: error.cause ?? error }, 'request failed')
  if (error.retryAfterSeconds !== undefined) reply.header('retry-after', String(error.retryAfterSeconds))
  return reply
    .code(error.status)
    .header('content-type', PROBLEM_TYPE)
    .send(JSON.stringify(toProblem(error, pathOf(request.url), request.id)))
}

export const pathOf = (url: string): string => {
  const end = url.indexOf('?')
  return end < 0 ? url : url.slice(0, end)
}
