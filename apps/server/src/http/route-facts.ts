import type { AuditAction, PartName, RouteAccess } from '@benchcast/core/api'

/** What hooks may ask of a route. */
export interface RouteFacts {
  /** Path as the API documents it, for metrics and logs. */
  readonly path: string
  readonly maxBodyBytes: number
  /** Answered even when the server sheds load. */
  readonly critical: boolean
  /** Works on its body for a while before it answers. */
  readonly evaluates?: boolean
  /** The part it belongs to; none for what every server has. */
  readonly part: PartName | undefined
  /** What a call is recorded as in the audit log. */
  readonly audit?: AuditAction | undefined
}

declare module 'fastify' {
  interface FastifyContextConfig {
    readonly facts?: RouteFacts
    /** Who may call it; every route must say so. */
    readonly access?: RouteAccess
  }
}
