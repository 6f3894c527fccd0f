import type { AuditAction } from '@benchcast/core/api'
import { type Policy, TokenBuckets } from '../http/token-buckets.ts'
import type { IdKind } from '../ids.ts'
import type { RecordOf, Store } from '../storage/store.ts'
import type { Actor } from './actor.ts'

/** Something worth knowing afterwards. */
export interface AuditEvent {
  readonly action: AuditAction
  readonly actor: Actor
  /** What it was done to: `DELETE /api/test/db/run/{run_id}`, a key's id. */
  readonly target: string
  /** `ok`, or the code of the failure. */
  readonly outcome: string
  readonly detail?: string
}

interface Options {
  readonly store: Pick<Store, 'writeAudit' | 'pruneAudit'>
  readonly now: () => string
  readonly newId: (kind: IdKind) => string
  /** Told when an entry that nobody waits for could not be written. */
  readonly report?: (error: unknown) => void
}

/** However many wrong keys are tried, the log grows by no more. */
const ATTEMPTS: Policy = { name: 'attempts', perSecond: 1, burst: 60 }
const LONGEST = 512

const DAY_MS = 86_400_000
/** What the server does by itself. */
const SERVER: Actor = { keyId: null, who: 'server', address: '' }

/** What is kept of the log. */
export interface AuditKeeping {
  readonly entries: number
  readonly days: number
}

/** Who did what, from where and when, kept in the database. */
export class AuditLog {
  readonly #options: Options
  readonly #attempts = new TokenBuckets()
  #skipped = 0
  readonly #pending = new Set<Promise<void>>()

  constructor(options: Options) {
    this.#options = options
  }

  /** Resolves once durable, together with the changes of keys. */
  write(event: AuditEvent, keys?: readonly RecordOf<'apiKeys'>[]): Promise<void> {
    return this.#options.store.writeAudit({ entry: this.#entry(event), keys })
  }

  /** Writes without anybody waiting; a failure is told to `report`. */
  note(event: AuditEvent): void {
    const written = this.write(event).catch((error: unknown) => this.#options.report?.(error))
    this.#pending.add(written)
    void written.finally(() => this.#pending.delete(written))
  }

  /** Notes a refused attempt; of more than sixty a minute only their number is kept. */
  noteAttempt(event: AuditEvent): void {
    if (!this.#attempts.take('all', ATTEMPTS).ok) {
      this.#skipped += 1
      return
    }
    const skipped = this.#skipped === 0 ? '' : `; ${this.#skipped} more before it were not recorded`
    this.#skipped = 0
    this.note({ ...event, detail: `${event.detail ?? ''}${skipped}` })
  }

  /** Deletes entries that are older than so many days, or more than so many; resolves with how many there were. */
  async prune({ entries, days }: AuditKeeping): Promise<number> {
    const { store, now } = this.#options
    const limits = { kept: entries, beforeUs: BigInt(Date.parse(now()) - days * DAY_MS) * 1000n }
    const entry = this.#entry({ action: 'audit.pruned', actor: SERVER, target: 'audit_log', outcome: 'ok' })
    const gone = await store.pruneAudit(limits, entry)
    return gone === 0 ? 0 : gone + (await this.prune({ entries, days }))
  }

  /** Resolves when everything noted is written. */
  async settled(): Promise<void> {
    await Promise.all(this.#pending)
  }

  #entry({ action, actor: { keyId, who, address }, target, outcome, detail = '' }: AuditEvent): RecordOf<'audit'> {
    const { now, newId } = this.#options
    return { entry_id: newId('auditEntry'), timestamp: now(), action, who, key_id: keyId, address, target: target.slice(0, LONGEST), outcome, detail: detail.slice(0, LONGEST), metadata: {} }
  }
}
