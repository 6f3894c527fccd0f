import type { FastifyReply, FastifyRequest } from 'fastify'
import { hideKeys } from '../keys/hide-keys.ts'
import type { KeyBook } from '../keys/key-book.ts'
import type { Report } from './access-control.ts'
import { pathOf } from './problem.ts'

/** Tells the key book who used which key, and the audit log who was refused. */
export const reportTo =
  (book: KeyBook): Report =>
  (action, { ip, target }, who, detail) => {
    if (action === 'key.used') return book.used(who!, ip, target)
    book.audit.noteAttempt({ action, actor: { keyId: who?.id ?? null, who: who?.name ?? 'anonymous', address: ip }, target, outcome: 'refused', detail })
  }

/** Notes an answered request that its endpoint wants recorded. */
export function noteAnswer({ audit }: KeyBook, request: FastifyRequest, { statusCode }: FastifyReply): void {
  const action = request.routeOptions.config?.facts?.audit
  // Of a refused request nothing was done, and nobody shall fill the log with them; a key that was the reason was noted already.
  if (action === undefined || request.access === undefined || (statusCode >= 400 && statusCode < 500)) return
  const { keyId, who } = request.access
  audit.note({ action, actor: { keyId, who, address: request.ip }, target: targetOf(request), outcome: statusCode < 400 ? 'ok' : String(statusCode) })
}

/** What was asked for: the method and the path that was asked, without its query. */
export const targetOf = ({ method, url }: Pick<FastifyRequest, 'method' | 'url'>): string => hideKeys(`${method} ${pathOf(url)}`)
