import type { TaskEnd } from '../jobs/job.ts'

/** The columns that every run's record has, from how its task ended. */
export function endColumns({ startedAt, endedAt, input, failure, progress }: TaskEnd, { modelName, hardware, results, batchId = null }: RunFacts) {
  return {
    timestamp: endedAt,
    model_name: modelName,
    hardware,
    status: failure === undefined ? 'completed' : failure.isCancelled ? 'cancelled' : 'failed',
    progress: failure === undefined ? 1 : progress,
    current_step: failure?.message ?? 'Completed',
    started_at: startedAt,
    completed_at: endedAt,
    duration: Math.max(0, Date.parse(endedAt) - Date.parse(startedAt)) / 1000,
    batch_id: batchId,
    error: failure?.message ?? null,
    config: input,
    results,
    metadata: {},
  }
}

interface RunFacts {
  readonly modelName: string
  readonly hardware: readonly string[]
  readonly results: unknown
  readonly batchId?: string | null | undefined
}
