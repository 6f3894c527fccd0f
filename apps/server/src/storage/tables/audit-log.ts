import { recordTable } from './record-table.ts'

/** One row per event worth knowing afterwards: what was done, by whom, from where, to what, and how it ended. A change of API keys is written with its row. */
export const auditLog = recordTable('audit_log', 'entry_id', {
  entry_id: 'text',
  action: 'text',
  who: 'text',
  key_id: 'text?',
  address: 'text',
  target: 'text',
  outcome: 'text',
  detail: 'text',
})
