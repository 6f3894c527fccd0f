import { ENDPOINTS, type Endpoint, type RouteAccess } from '@benchcast/core/api'
import { BenchcastError } from '@benchcast/core/errors'
import { pathsOf } from './route-path.ts'

export const notFound = (): BenchcastError => new BenchcastError('not_found', 'Not Found')

/** Routes that show what anybody may know. */
export const PUBLIC: RouteAccess = { scope: 'public', keyed: false }
/** Routes that read. */
export const READ: RouteAccess = { scope: 'read', keyed: false }

/** Pages that are no endpoints of the API. */
export const PAGES = { docs: '/docs', docsScript: '/docs/js/scalar.js', openApi: '/openapi.json', metrics: '/metrics' } as const
const pagePaths = Object.values(PAGES).map((path) => ({ pattern: new RegExp(`^${path.replaceAll('.', String.raw`\.`)}$`), method: 'GET', parameters: 0 }))

const allPaths = Object.values(ENDPOINTS as Record<string, Endpoint>)
  .flatMap((endpoint) => pathsOf(endpoint).map(({ pattern }) => ({ pattern, method: endpoint.method as string, parameters: endpoint.path.split('{').length - 1 })))
  .concat(pagePaths)

/** The methods a path answers to; empty for an unknown path. One that is written out is not that of a record: `…/feedback/delete` is no `…/feedback/{id}`. */
export function allowedMethods(path: string): readonly string[] {
  const matches = allPaths.filter(({ pattern }) => pattern.test(path))
  const fewest = Math.min(...matches.map(({ parameters }) => parameters))
  const methods = matches.filter(({ parameters }) => parameters === fewest).map(({ method }) => method)
  if (methods.length === 0) return []
  return [...new Set([...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'])]
}
