import { BenchcastError } from '@benchcast/core/errors'
import { job } from './job.ts'

/** Predicts a table. */
export const predictBatch = job<unknown>({
  idKind: 'batch',
  isCheap: () => false,
  run: () => {
    throw new BenchcastError('unavailable', 'this build cannot predict tables yet.')
  },
})
