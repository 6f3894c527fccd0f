import type { z } from 'zod'
import type { ErrorCode } from '../errors.ts'

/** What a key can be allowed to do; `admin` allows everything. */
export const KEY_SCOPES = ['read', 'write:benchmarks', 'write:measurements', 'tasks:cancel', 'models:run', 'db:read', 'admin'] as const
export type KeyScope = (typeof KEY_SCOPES)[number]

/** What a key must be allowed to do to call an endpoint, where one is needed; nothing for a public one. */
export type Scope = 'public' | KeyScope

/** What the audit log records of calls; what happens to keys is recorded beside these. */
export const AUDIT_ACTIONS = {
  'key.created': 'An API key was made.',
  'key.rotated': 'An API key was replaced by a new one.',
  'key.revoked': 'An API key was revoked.',
  'key.used': 'An API key was used; recorded once an hour for each key.',
  'access.failed': 'Somebody sent a wrong key, or none where one is needed.',
  'access.denied': 'A key was sent that may not do what was asked.',
  'data.deleted': 'Stored records were deleted.',
  'data.exported': 'Stored records were written to a file.',
  'model.run': 'Models were run on this machine.',
  'audit.pruned': 'So many entries (detail) were deleted that were older, or more, than the server keeps.',
  'model.stored': 'A predictor was stored, or another one put to use.',
} as const
export type AuditAction = keyof typeof AUDIT_ACTIONS

/**
 * One endpoint, said once. The server's router and validation, the OpenAPI page and the SDKs are all read from it.
 * `path` names its parameters `{like_this}`, as OpenAPI does.
 */
export interface Endpoint<P extends z.ZodType = z.ZodType, Q extends z.ZodType = z.ZodType, B extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  readonly method: 'GET' | 'POST' | 'DELETE'
  readonly path: `/${string}`
  /** Other paths with the same answer, for callers that expect them; the documentation names them. */
  readonly aliases?: readonly `/${string}`[]
  readonly tag: string
  readonly summary: string
  readonly description?: string
  readonly scope: Scope
  /** What a call is recorded as in the audit log; not recorded when absent. */
  readonly audit?: AuditAction
  readonly params?: P
  readonly query?: Q
  readonly body?: B
  readonly output: O
  /** Media types other than application/json that the endpoint can answer with. */
  readonly produces?: readonly string[]
  /** Answers with server-sent events; `output` is what each event holds. */
  readonly streams?: boolean
  /** May be sent bodies of this many bytes; a small default otherwise. */
  readonly largeBody?: boolean
  /** What is answered never changes: it carries an ETag, and If-None-Match gets 304. */
  readonly immutable?: boolean
  /** The path parameter whose value may hold slashes, raw or as %2F. */
  readonly slashParam?: string
  readonly errors: readonly ErrorCode[]
  readonly examples?: { readonly request?: unknown; readonly response?: unknown }
}

/** What a JSON body can be refused with. */
export const BODY_ERRORS = ['malformed_json', 'duplicate_key', 'not_finite', 'validation_failed', 'body_too_large', 'unsupported_media_type'] as const satisfies readonly ErrorCode[]

/** What a POST that starts something in the background can be refused with, before it has begun. */
export const STARTING_ERRORS = [
  'malformed_json',
  'duplicate_key',
  'not_finite',
  'validation_failed',
  'idempotency_in_flight',
  'idempotency_mismatch',
  'body_too_large',
  'unsupported_media_type',
  'overloaded',
  'storage_full',
] as const satisfies readonly ErrorCode[]

/** Identity, so that the compiler infers the schemas of one endpoint. */
export const endpoint = <P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, O extends z.ZodType>(e: Endpoint<P, Q, B, O>): Endpoint<P, Q, B, O> => e

type Parsed<T> = NonNullable<T> extends z.ZodType ? z.output<NonNullable<T>> : undefined

/** What a handler gets: each part parsed by its schema. */
export interface ParsedRequest<E extends Endpoint> {
  readonly params: Parsed<E['params']>
  readonly query: Parsed<E['query']>
  readonly body: Parsed<E['body']>
}
export type Output<E extends Endpoint> = z.output<E['output']>
