import type { AuditKeeping, AuditLog } from './audit-log.ts'

const FIRST_MS = 60_000
const EVERY_MS = 3_600_000

/**
 * Prunes the audit log a minute after the start and every hour. Gives what stops it, which resolves when nothing is being pruned.
 *
 * @example
 * const stop = keepAuditShort(keys.audit, { entries: 100_000, days: 365 }, console.error)
 */
export function keepAuditShort(audit: Pick<AuditLog, 'prune'>, keeping: AuditKeeping, report: (error: unknown) => void): () => Promise<void> {
  let pruning: Promise<unknown> = Promise.resolve()
  let timer: NodeJS.Timeout
  const prune = () => {
    pruning = audit.prune(keeping).catch(report)
    timer = setTimeout(prune, EVERY_MS).unref()
  }
  timer = setTimeout(prune, FIRST_MS).unref()
  return async () => {
    clearTimeout(timer)
    await pruning
  }
}
