import type { PredictBatchRequest } from '@benchcast/core/api'
import type { HardwareSpec } from '@benchcast/core/hardware'
import type { z } from 'zod'
import { job } from './job.ts'

type Input = z.output<typeof PredictBatchRequest>

/** What the thread is given: the tables, and what predictions know besides. */
export interface BatchWork {
  readonly input: Input
  readonly machine: HardwareSpec | undefined
}

/** Predicts a table of configurations, in a thread. Nothing is stored but the task itself. */
export const predictBatch = job<Input>({
  idKind: 'batch',
  isCheap: () => false,
  timeoutSeconds: 600,
  run: async (input, { inThread, progress, predictions }) => {
    progress(0.05, 'Predicting in a worker thread')
    const machine = await predictions.machine()
    return { result: await inThread({ name: 'predictTable', input: { input, machine } satisfies BatchWork }) }
  },
})
