import type { PredictBatchRequest } from '@benchcast/core/api'
import type { z } from 'zod'
import { job } from './job.ts'

type Input = z.output<typeof PredictBatchRequest>

/** Predicts a table of configurations, in a thread. Nothing is stored but the task itself. */
export const predictBatch = job<Input>({
  idKind: 'batch',
  isCheap: () => false,
  timeoutSeconds: 600,
  run: async (input, { inThread, progress }) => {
    progress(0.05, 'Predicting in a worker thread')
    return { result: await inThread({ name: 'predictTable', input }) }
  },
})
