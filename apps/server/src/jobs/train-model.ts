import { BenchcastError } from '@benchcast/core/errors'
import { job } from './job.ts'

/** Trains a predictor on the measurements. */
export const trainModel = job<unknown>({
  idKind: 'training',
  isCheap: () => false,
  run: () => {
    throw new BenchcastError('unavailable', 'this build cannot train yet.')
  },
})
