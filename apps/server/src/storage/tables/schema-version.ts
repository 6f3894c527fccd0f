import { table } from './table.ts'

/** One row per migration that ran; the highest `version` is the file's. */
export const schemaVersion = table('schema_version', { version: 'integer', name: 'text', applied_at: 'text' })
