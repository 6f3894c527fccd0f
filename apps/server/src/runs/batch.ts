import type { RecordOf, TaskWrite } from '../storage/store.ts'
import type { Component } from './component.ts'

export type Batch = RecordOf<'batches'>

/** Runs of a component that were asked for at once. */
export const batchOf = ({ id }: Pick<Component, 'id'>, batch_id: string, timestamp: string, run_ids: readonly string[]): Batch => ({ batch_id, timestamp, component: id, run_ids, metadata: {} })

/** What is written of a batch. Its id is taken by no task: it is one that has ended. */
export const batchWrite = (batch: Batch): TaskWrite => ({
  task: { taskId: batch.batch_id, kind: `${batch.component}Batch`, event: 'completed', attempt: 1, timestamp: batch.timestamp, message: 'Task completed successfully', document: '{}' },
  records: { batches: [batch] },
})
