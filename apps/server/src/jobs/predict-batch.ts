import type { PredictBatchRequest } from '@benchcast/core/api'
import type { HardwareSpec } from '@benchcast/core/hardware'
import type { Measurement, TrainedCorrection } from '@benchcast/core/predict'
import type { z } from 'zod'
import { job } from './job.ts'

type Input = z.output<typeof PredictBatchRequest>

/** What the thread is given: the tables, and what predictions know besides. */
export interface BatchWork {
  readonly input: Input
  readonly machine: HardwareSpec | undefined
  /** What this server has measured. */
  readonly measurements: readonly Measurement[]
  /** The trained correction that serves, if one does. */
  readonly correction: TrainedCorrection | undefined
}

/** Predicts a table of configurations, in a thread. Nothing is stored but the task itself. */
export const predictBatch = job<Input>({
  idKind: 'batch',
  isCheap: () => false,
  timeoutSeconds: 600,
  run: async (input, { inThread, progress, predictions }) => {
    progress(0.05, 'Predicting in a worker thread')
    // What serves is settled by making it.
    await predictions.predictor()
    const [machine, correction] = await Promise.all([predictions.machine(), predictions.activeCorrection()])
    return { result: await inThread({ name: 'predictTable', input: { input, machine, correction, measurements: predictions.measurements } satisfies BatchWork }) }
  },
})
