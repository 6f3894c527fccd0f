import { table } from './table.ts'

/**
 * One row per change of a task that must survive: created, started, released (handed back at a shutdown), completed, failed. A task's state is its last row.
 * `document` is the input of a created one and the result of a completed one, as JSON text; '' otherwise.
 */
export const tasks = {
  ...table('tasks', { seq: 'bigint', task_id: 'text', kind: 'text', event: 'text', attempt: 'integer', timestamp: 'text', created_us: 'bigint', message: 'text', document: 'text' }),
  isNarrow: true,
} as const
