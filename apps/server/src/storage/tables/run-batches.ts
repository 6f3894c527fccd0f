import { recordTable } from './record-table.ts'

/** One row per batch of runs that were started together; `component` is test, generator or benchmark. */
export const runBatches = recordTable('run_batches', 'batch_id', { batch_id: 'text', component: 'text', run_ids: 'json' })
