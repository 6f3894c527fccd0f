import type { Problem } from '@benchcast/core/api'
import { BenchcastError, ERRORS, type ErrorCode } from '@benchcast/core/errors'
import type { KeyCommands } from './key-commands.ts'

const SECONDS = 10

/** The commands on a running server, with the key of an administrator. */
export function remoteKeys({ url, key }: { readonly url: string; readonly key: string }): KeyCommands {
  const call = async (method: string, path: string, body?: object) => {
    const response = await fetch(new URL(`/api/keys${path}`, url), {
      method,
      headers: { authorization: `Bearer ${key}`, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
      redirect: 'error',
      signal: AbortSignal.timeout(SECONDS * 1000),
    })
    const answer = (await response.json()) as never
    if (!response.ok) throw failure(answer, url)
    return answer
  }
  return {
    create: (order) => call('POST', '', order),
    list: () => call('GET', ''),
    rotate: (id, order) => call('POST', `/${encodeURIComponent(id)}/rotate`, order),
    revoke: (id) => call('DELETE', `/${encodeURIComponent(id)}`),
  }
}

function failure({ code, detail }: Partial<Problem>, url: string): Error {
  if (code === undefined || !(code in ERRORS) || detail === undefined) return new BenchcastError('unavailable', `${url} does not answer as Benchcast does: is another program listening there?`)
  return new BenchcastError(code as ErrorCode, detail)
}
