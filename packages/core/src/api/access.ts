import type { Endpoint, Scope } from './endpoint.ts'

/** What a route asks of who calls it. */
export interface RouteAccess {
  /** What a key must be allowed to do. */
  readonly scope: Scope
  /** A key is needed even where the server asks for none elsewhere. */
  readonly keyed: boolean
}

/** Stored records of all components, under either form of the path. */
const DATABASE_PATH = /^\/api\/([^/]+\/)?db\//

/**
 * What an endpoint asks of who calls it: the database API and the administration of keys need a key, the rest only where the server asks one for everything.
 *
 * @example accessOf({ path: '/api/db/overview', scope: 'db:read' }) // { scope: 'db:read', keyed: true }
 */
export const accessOf = ({ path, scope }: Pick<Endpoint, 'path' | 'scope'>): RouteAccess => ({ scope, keyed: scope === 'db:read' || scope === 'admin' || DATABASE_PATH.test(path) })
