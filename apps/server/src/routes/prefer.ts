import type { FastifyRequest } from 'fastify'

const LONGEST_WAIT_SECONDS = 600

/** Seconds to wait by `?wait=` or by RFC 7240 `Prefer: wait=N`; undefined when neither is there. The query wins. */
export function waitSeconds({ headers }: Pick<FastifyRequest, 'headers'>, query: number | undefined): number | undefined {
  if (query !== undefined) return query
  const { prefer } = headers
  if (prefer === undefined) return undefined
  const seconds = /(?:^|[,;\s])wait\s*=\s*"?(\d{1,6})"?(?:$|[,;\s])/i.exec(String(prefer))?.[1]
  return seconds === undefined ? undefined : Math.min(Number(seconds), LONGEST_WAIT_SECONDS)
}

export const isAsyncPreferred = ({ headers: { prefer } }: Pick<FastifyRequest, 'headers'>): boolean => prefer !== undefined && /(?:^|[,;\s])respond-async(?:$|[,;\s])/i.test(String(prefer))
