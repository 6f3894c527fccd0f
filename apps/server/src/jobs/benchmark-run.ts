import { BenchcastError } from '@benchcast/core/errors'
import { completedModels, type SpeedBenchmark, shownConfiguration } from '../measuring/configurations.ts'
import { resultsDocument } from '../measuring/results-document.ts'
import { SpeedRun } from '../measuring/speed-run.ts'
import { endColumns } from '../runs/end-record.ts'
import type { RecordOf } from '../storage/store.ts'
import { job } from './job.ts'

const WEEK_SECONDS = 7 * 86_400

/** Measures every configuration of a run, one after the other. Each has its own time limit, so that the run needs none but a very long one. */
export const benchmarkRun = job<SpeedBenchmark>({
  idKind: 'benchmarkRun',
  isCheap: () => false,
  timeoutSeconds: WEEK_SECONDS,
  // Whoever waits for a person keeps no device from others.
  lane: ({ hardware, browser }) => (browser === 'open' ? 'opened browser' : `device ${hardware[0]}`),
  recordsOfEnd: (end) => {
    const { input, taskId, result, progress } = end
    const facts = { modelName: input.models.join(', '), hardware: input.hardware, results: result ?? null, batchId: input.batch_id }
    const completed_models = result === undefined ? completedModels(input, progress) : input.models.length
    return { benchmarkRuns: [{ ...endColumns(end as never, facts), run_id: taskId, total_models: input.models.length, completed_models }] }
  },
  run: async (input, context) => {
    const run = await SpeedRun.begin(input, context)
    const rows = await run.measureAll()
    if (rows.every(({ status }) => status !== 'completed')) throw new BenchcastError('run_failed', nothingMeasured(rows))
    return { result: resultsDocument(context.taskId, input, rows, run.machine) }
  },
})

function nothingMeasured(rows: readonly RecordOf<'results'>[]): string {
  const [first] = rows
  const which = rows.length === 1 ? shownConfiguration(first as never) : `None of ${rows.length} configurations, the first of them ${shownConfiguration(first as never)},`
  return `${which} could ${rows.length === 1 ? 'not ' : ''}be measured: ${first!.error}`
}
