import { type RecordOf, recordRows } from './records.ts'
import type { PendingRow } from './writes.ts'

/** An entry of the audit log, with the changes of API keys it tells of. */
export interface AuditWrite {
  readonly entry: RecordOf<'audit'>
  readonly keys?: readonly RecordOf<'apiKeys'>[] | undefined
}

/** What is kept of the audit log: so many entries, none from before a time (microseconds since 1970). */
export interface AuditLimits {
  readonly kept: number
  readonly beforeUs: bigint
}

/** The rows of an entry: exactly one of the audit log, so that it counts as one write. */
export const auditRows = ({ entry, keys = [] }: AuditWrite): readonly PendingRow[] => recordRows({ audit: [entry], apiKeys: keys })
