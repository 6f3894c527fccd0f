import { join } from 'node:path'
import { BenchcastError } from '@benchcast/core/errors'
import { type ModelTest, type Outcome, outcomeOf } from '../model-tests/model-test.ts'
import { writeResultFile } from '../model-tests/result-file.ts'
import { TestRun } from '../model-tests/test-run.ts'
import { endColumns } from '../runs/end-record.ts'
import { type JobContext, job } from './job.ts'

/** What is kept of a run beside its columns. */
export interface TestDocument {
  readonly outcome: Outcome
  readonly result_file?: string
}

/** Longer than any run may ask for. */
const LONGEST_SECONDS = 2 * 86_400
/** Figures of one measured platform. */
const FIGURES = 3

/** Tests a model on each platform, one after the other. */
export const testRun = job<ModelTest>({
  idKind: 'testRun',
  isCheap: () => false,
  timeoutSeconds: LONGEST_SECONDS,
  lane: ({ hardware }) => `device ${hardware[0]}`,
  recordsOfEnd: (end) => {
    const { input, taskId } = end
    const document = (end.result ?? { outcome: end.kept ?? outcomeOf([]) }) as TestDocument
    const { tests_passed, tests_failed, tests_skipped, test_details, performance_metrics } = document.outcome
    const columns = {
      ...endColumns(end as never, { modelName: input.model_name, hardware: input.hardware, results: document, batchId: input.batch_id }),
      metadata: { performance_metrics, precision: input.precision },
      run_id: taskId,
      test_type: input.test_type,
      tests_passed,
      tests_failed,
      tests_skipped,
      step_count: test_details.length,
      metric_count: FIGURES * Object.keys(performance_metrics).length,
      artifact_count: document.result_file === undefined ? 0 : 1,
    }
    return { testRuns: [columns] }
  },
  run: async (input, context) => {
    const outcome = await withinTime(input, context, (signal) => new TestRun(input, { ...context, signal }).testAll())
    return { result: input.save_results ? await saved(input, outcome, context) : { outcome } }
  },
})

/** Ends the run when its own time is over, which counts from when its turn on the device comes. */
async function withinTime<T>({ timeout }: ModelTest, { signal }: JobContext, act: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const late = new AbortController()
  const timer = setTimeout(
    () => late.abort(new BenchcastError('run_timed_out', `The tests were ended after ${timeout} s: allow more time (timeout), or choose a smaller model or a shorter kind of test.`)),
    1000 * timeout,
  )
  try {
    return await act(AbortSignal.any([signal, late.signal]))
  } finally {
    clearTimeout(timer)
  }
}

/** A file that cannot be written takes nothing from the results. */
async function saved(input: ModelTest, outcome: Outcome, { taskId, resultsFolder, now }: JobContext): Promise<TestDocument> {
  const { model_name, hardware, test_type, precision } = input
  const document = { run_id: taskId, status: 'completed', model_name, hardware, test_type, precision, completed_at: now(), results: outcome }
  try {
    return { outcome, result_file: await writeResultFile(join(resultsFolder, 'tests'), `test_${taskId}.json`, document) }
  } catch (error) {
    return { outcome: { ...outcome, warnings: [...outcome.warnings, `The result file could not be written: ${(error as NodeJS.ErrnoException).code ?? 'unknown fault'}. Check --results-dir.`] } }
  }
}
