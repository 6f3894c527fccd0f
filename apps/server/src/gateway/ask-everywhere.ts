import { ENDPOINTS, type Endpoint, partOf } from '@benchcast/core/api'
import { BenchcastError, type ErrorCode } from '@benchcast/core/errors'
import type { Services } from '../services.ts'
import { type Ask, askLocally, type Question } from '../unified-database/ask.ts'
import type { Remotes } from './remotes.ts'
import type { Upstream } from './upstream.ts'

/** Longest wait for one component. */
const ASK_MS = 10_000

/** Asks components for the unified queries: those of this process by their handlers, the others over HTTP. */
export function askEverywhere(services: Services, remotes: Remotes): Ask {
  const local = askLocally(services)
  return (name, question = {}) => {
    const endpoint: Endpoint = ENDPOINTS[name]
    const upstream = remotes.of(partOf(endpoint.path))
    return upstream === undefined ? local(name, question) : (askRemotely(upstream, endpoint, question) as never)
  }
}

/** Asks a component over HTTP. Rejects with its own problem, or with `upstream_unavailable`. */
export async function askRemotely(upstream: Upstream, { method, path }: Endpoint, { query = {}, params = {}, body }: Question, more: Readonly<Record<string, string>> = {}): Promise<unknown> {
  const named = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
  const search = new URLSearchParams(Object.entries(query).flatMap(([key, value]) => (value === undefined || value === null ? [] : [[key, `${value as string | number | boolean}`]])))
  const { keys, breaker } = upstream
  const url = upstream.checkedUrl() + (search.size === 0 ? named : `${named}?${search}`)
  const headers = { accept: 'application/json', ...(body !== undefined && { 'content-type': 'application/json' }), ...(keys !== undefined && { 'x-api-key': keys.database }), ...more }
  try {
    const answer = await fetch(url, { method, headers, body: body === undefined ? null : JSON.stringify(body), signal: AbortSignal.timeout(ASK_MS) })
    const text = await answer.text()
    breaker.succeeded()
    if (answer.status === 200) return JSON.parse(text)
    throw refusal(upstream, answer.status, text)
  } catch (error) {
    if (error instanceof BenchcastError) throw error
    breaker.failed()
    throw upstream.unavailable('it did not answer', 1, error)
  }
}

/** The component's own problem where it is one of ours. */
function refusal(upstream: Upstream, status: number, text: string): BenchcastError {
  const { code, detail } = readProblem(text)
  const why = `it answered with ${status}${detail === undefined ? '' : `: ${detail}`}`
  return code === undefined || status === 401 || status === 403 ? upstream.unavailable(why) : new BenchcastError(code, detail ?? why)
}

function readProblem(text: string): { readonly code?: ErrorCode; readonly detail?: string } {
  try {
    return JSON.parse(text) as { code?: ErrorCode; detail?: string }
  } catch {
    return {}
  }
}
