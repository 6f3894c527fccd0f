import { z } from 'zod'
import { AUDIT_ACTIONS, BODY_ERRORS, endpoint, KEY_SCOPES } from './endpoint.ts'
import { name, queryInteger, text, timestamp } from './schemas.ts'

const tag = 'Keys'
const shared = { tag, scope: 'admin' } as const

const KEY_STATES = ['active', 'expired', 'revoked'] as const
const SOURCES = ['stored', 'environment'] as const
const instant = (description: string) => z.iso.datetime().nullable().meta({ description })

/** An API key, without what opens anything. */
const KeyRow = z.object({
  key_id: text('Names the key; for a stored one it is the part of the key after bck_.'),
  name: text('What it is for.'),
  scopes: z.array(z.enum(KEY_SCOPES)).meta({ description: 'What it may do; admin allows everything.' }),
  source: z.enum(SOURCES).meta({ description: 'stored: in the database; environment: set in UNIFIED_API_KEYS when the server was started.' }),
  state: z.enum(KEY_STATES).meta({ description: 'Only an active one opens anything.' }),
  created_at: instant('When it was made; null for one of the environment.'),
  expires_at: instant('From when on it is refused; null: never.'),
  revoked_at: instant('When it was revoked; null for one that was not.'),
  last_used_at: instant('When it was last used, to the hour after a restart; null: not that the server knows.'),
})
export type KeyRow = z.infer<typeof KeyRow>

const MadeKey = KeyRow.extend({ key: text('The key itself: send it as X-API-Key. It is shown now and never again.') })

const scopes = z
  .array(z.enum(KEY_SCOPES))
  .min(1)
  .max(KEY_SCOPES.length)
  .nullish()
  .transform((given) => [...new Set(given ?? (['db:read', 'read'] as const))])
  .meta({ description: `What it may do: ${KEY_SCOPES.join(', ')}. Default: db:read and read.` })
const days = z
  .int()
  .min(0)
  .max(3650)
  .nullish()
  .transform((given) => given ?? 90)
  .meta({ description: 'Days until it expires; 0: never. Default: 90.' })
const graceHours = z
  .int()
  .min(0)
  .max(720)
  .nullish()
  .transform((given) => given ?? 24)
  .meta({ description: 'Hours for which the old key stays good. Default: 24.' })

const keyId = z.object({ key_id: name(128).meta({ description: 'Id of a key.' }) })
const CHANGE_ERRORS = [...BODY_ERRORS, 'storage_full'] as const

export const createKey = endpoint({
  ...shared,
  method: 'POST',
  path: '/api/keys',
  summary: 'Make an API key',
  description:
    'The key is in this answer and nowhere else: the server keeps its SHA-256 alone. That is why an Idempotency-Key does not give it again; a repeated request is refused because the name is taken.',
  body: z.object({
    name: z
      .string()
      .regex(/^[\w.-]([\w. -]{0,62}[\w.-])?$/, 'must be 1 to 64 letters, digits, spaces, dots, - or _')
      .meta({ description: 'What it is for; no other active key has this name.' }),
    scopes,
    expires_in_days: days,
  }),
  output: MadeKey,
  errors: [...CHANGE_ERRORS, 'key_unchangeable'],
  examples: { request: { name: 'dashboard', scopes: ['db:read', 'read'], expires_in_days: 90 } },
})

export const listKeys = endpoint({
  ...shared,
  method: 'GET',
  path: '/api/keys',
  summary: 'The API keys, newest first',
  output: z.object({ count: z.int().meta({ description: 'Keys in the list.' }), keys: z.array(KeyRow).meta({ description: 'All keys, also those that have expired or were revoked.' }) }),
  errors: [],
})

export const rotateKey = endpoint({
  ...shared,
  method: 'POST',
  path: '/api/keys/{key_id}/rotate',
  summary: 'Replace an API key by a new one of the same name and scopes',
  description: 'The old one stays good for the given hours, so that programs can change over.',
  params: keyId,
  body: z.object({ grace_hours: graceHours }),
  output: MadeKey.extend({ replaces: KeyRow.meta({ description: 'The old key, with the end of its time.' }) }),
  errors: [...CHANGE_ERRORS, 'key_not_found', 'key_unchangeable'],
  examples: { request: { grace_hours: 24 } },
})

export const revokeKey = endpoint({
  ...shared,
  method: 'DELETE',
  path: '/api/keys/{key_id}',
  summary: 'Revoke an API key',
  description: 'From now on it opens nothing. It stays in the list.',
  params: keyId,
  output: KeyRow,
  errors: ['validation_failed', 'key_not_found', 'key_unchangeable', 'storage_full'],
})

const AuditEntry = z.object({
  entry_id: text('Id of the entry.'),
  timestamp: timestamp('When, UTC.'),
  action: text(
    `What was done: ${Object.entries(AUDIT_ACTIONS)
      .map(([action, meaning]) => `${action} (${meaning.replace(/\.$/, '')})`)
      .join(', ')}.`,
  ),
  who: text('Name of the key, anonymous, or command line.'),
  key_id: z.string().nullable().meta({ description: 'Id of the key; null when none was used.' }),
  address: text('Where the request came from; local for the command line.'),
  target: text('What it was done to: a method with its path, or the id of a key.'),
  outcome: text('ok, or the code of the failure.'),
  detail: text('More about it.'),
})

export const listAudit = endpoint({
  ...shared,
  method: 'GET',
  path: '/api/audit',
  summary: 'Who did what, from where, newest first',
  query: z.object({
    limit: queryInteger(1, 1000, 'Most entries.').default(100),
    offset: queryInteger(0, 1_000_000_000, 'Entries to leave out.').default(0),
    action: z
      .enum(Object.keys(AUDIT_ACTIONS) as [keyof typeof AUDIT_ACTIONS])
      .optional()
      .meta({ description: 'Only entries of this action.' }),
    key_id: name(128).optional().meta({ description: 'Only entries of this key.' }),
    days: queryInteger(1, 3650, 'Only the last days.').optional(),
  }),
  output: z.object({
    count: z.int().meta({ description: 'Entries in this answer.' }),
    total: z.int().meta({ description: 'All entries that match.' }),
    entries: z.array(AuditEntry).meta({ description: 'The entries.' }),
  }),
  errors: ['validation_failed'],
})
