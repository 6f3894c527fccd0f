import { ENDPOINTS, type EndpointName } from '@benchcast/core/api'
import { parsePart } from '../http/validate.ts'
import type { ModelTest } from '../model-tests/model-test.ts'
import * as handlers from '../routes/model-tests.ts'
import { batchOf } from '../runs/batch.ts'
import { RunBook } from '../runs/run-book.ts'
import { TEST_RUNS } from '../runs/test.ts'
import { fixedIds, withExampleQueue } from './example-queue.ts'
import { ExampleTesting } from './example-testing.ts'

type Examples = Partial<Record<EndpointName, unknown>>

/** Models of the catalogue that are shown. */
const SHOWN_MODELS = 3

/** The request shown as an example; nothing is written beside the documentation. */
export const exampleTest = (): ModelTest => ({ ...(parsePart(ENDPOINTS.startModelTest.body!, ENDPOINTS.startModelTest.examples!.request, 'body') as ModelTest), save_results: false })

/** The answers that the Test API really gives to the request shown as an example, from a database of its own in memory and a test run that was made once. */
export function testExamples(): Promise<Examples> {
  const measuring = new ExampleTesting()
  return withExampleQueue(measuring, async (jobs, store) => {
    const [run, ids] = [exampleTest(), fixedIds()]
    const task = await jobs.submit(TEST_RUNS.kind, run)
    await task.ended(AbortSignal.timeout(30_000))
    const services = { store, measuring, jobs, runs: new RunBook(jobs, store) }
    const call = { params: { run_id: task.id }, query: { limit: 100 }, services } as never
    return {
      startModelTest: JSON.parse(handlers.startedText(task.id, run, task.createdAt)),
      startModelTests: JSON.parse(handlers.startedBatchText(batchOf(TEST_RUNS, ids('runBatch'), task.createdAt, [ids('testRun'), ids('testRun')]))),
      getModelTestStatus: await handlers.getModelTestStatus(call),
      getModelTestResults: await handlers.getModelTestResults(call),
      listModelTests: await handlers.listModelTests(call),
      listTestableModels: ((await handlers.listTestableModels(call)) as readonly unknown[]).slice(0, SHOWN_MODELS),
      listTestHardware: await handlers.listTestHardware(call),
      listTestTypes: await handlers.listTestTypes(call),
      cancelModelTest: await handlers.cancelModelTest(call),
    }
  })
}
