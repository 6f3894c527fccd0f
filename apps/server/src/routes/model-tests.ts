import { checksOf } from '@benchcast/bench'
import { type Endpoint, type Endpoints, TEST_TYPES } from '@benchcast/core/api'
import { BenchcastError } from '@benchcast/core/errors'
import type { Platform } from '@benchcast/core/hardware'
import { counted } from '@benchcast/core/report'
import type { TestDocument } from '../jobs/test-run.ts'
import { benchmarkableModels } from '../measuring/benchmarkable-models.ts'
import { checkUserModels } from '../measuring/may-run-models.ts'
import { type ModelTest, TEST_TYPE_FACTS } from '../model-tests/model-test.ts'
import { type Batch, batchOf, batchWrite } from '../runs/batch.ts'
import type { Run } from '../runs/run-book.ts'
import { TEST_RUNS } from '../runs/test.ts'
import type { Services } from '../services.ts'
import type { RecordOf } from '../storage/store.ts'
import type { Call } from './call.ts'
import type { Handler } from './handler.ts'
import { once } from './idempotency.ts'

export const startModelTest: Handler<Endpoints['startModelTest']> = (call) => {
  const { jobs, runs } = call.services
  return once(call as Call<Endpoint>, {
    make: async (bind) => {
      const run: ModelTest = call.body()
      await checkUserModels(call.request, [run.model_name], call.services)
      const task = await jobs.submit(TEST_RUNS.kind, run, bind)
      return startedText(task.id, run, task.createdAt)
    },
    replay: async (id) => {
      const state = (await runs.find(TEST_RUNS, id))?.state
      return state && startedText(id, state.input as ModelTest, state.startedAt)
    },
  })
}

/** The answer to a request for a run that was taken. */
export function startedText(run_id: string, { model_name, hardware, test_type }: ModelTest, started_at: string): string {
  const message = `${model_name} is going to be tested on ${hardware.join(', ')}: ${counted(checksOf(test_type).length, 'test')} (${test_type}).`
  return JSON.stringify({ run_id, status: 'initializing', message, started_at })
}

export const startModelTests: Handler<Endpoints['startModelTests']> = (call) => {
  const { jobs, newId, now, store } = call.services
  return once(call as Call<Endpoint>, {
    make: async (bind) => {
      const { model_names, ...same } = call.body()
      await checkUserModels(call.request, model_names, call.services)
      const [batch_id, started_at] = [newId('runBatch'), now()]
      const tasks = await Promise.all(model_names.map((model_name) => jobs.submit(TEST_RUNS.kind, { ...same, model_name, batch_id })))
      const ids = tasks.map(({ id }) => id)
      const batch = batchOf(TEST_RUNS, batch_id, started_at, ids)
      await store.writeTask({ ...batchWrite(batch), idempotency: bind(batch_id) })
      return startedBatchText(batch)
    },
    replay: async (id) => {
      const batch = await store.findRecord('batches', id)
      return batch && startedBatchText(batch)
    },
  })
}

/** The answer to a request for a batch that was taken. */
export function startedBatchText({ batch_id, run_ids, timestamp }: Batch): string {
  const ids = run_ids as readonly string[]
  return JSON.stringify({ batch_id, run_ids: ids, model_count: ids.length, started_at: timestamp, status: 'running', message: `${counted(ids.length, 'model')} to be tested.` })
}

async function runOf({ runs }: Services, id: string): Promise<Run> {
  const run = await runs.find(TEST_RUNS, id)
  if (run === undefined) throw new BenchcastError('run_not_found', `There is no test run '${id}': GET /api/test/runs lists those there are.`)
  return run
}

export const getModelTestStatus: Handler<Endpoints['getModelTestStatus']> = async ({ services, params }) => (await runOf(services, params.run_id)).status as never

export const getModelTestResults: Handler<Endpoints['getModelTestResults']> = async ({ services, params }) => {
  const { state } = await runOf(services, params.run_id)
  if (state.record === undefined)
    throw new BenchcastError('run_not_completed', `The run '${state.id}' is ${state.status}: its results are there once GET /api/test/status/${state.id} says completed, failed or cancelled.`)
  const { run_id, status, model_name, hardware, test_type, started_at, completed_at, duration, results, error } = state.record as unknown as RecordOf<'testRuns'>
  const { outcome, result_file } = results as TestDocument
  const facts = { run_id, status, model_name, hardware, test_type, started_at, completed_at, duration, results: outcome }
  return { ...facts, ...(error !== null && { error }), ...(result_file !== undefined && { result_file }) } as never
}

export const cancelModelTest: Handler<Endpoints['cancelModelTest']> = async ({ services, params }) => {
  await runOf(services, params.run_id)
  return { run_id: params.run_id, cancelled: await services.runs.cancel(TEST_RUNS, params.run_id) }
}

export const listModelTests: Handler<Endpoints['listModelTests']> = async ({ services: { runs }, query: { limit, status } }) => (await runs.list(TEST_RUNS, { limit, status })) as never

export const listTestableModels: Handler<Endpoints['listTestableModels']> = async () => benchmarkableModels().map(({ name, type, modality }) => ({ name, type, modality }))

const KINDS: Readonly<Record<Platform, string>> = { cpu: 'cpu', cuda: 'gpu', rocm: 'gpu', mps: 'gpu', openvino: 'cpu', qnn: 'npu', webgpu: 'browser', webnn: 'browser' }

export const listTestHardware: Handler<Endpoints['listTestHardware']> = async ({ services: { measuring } }) =>
  (await measuring.hardware()).map(({ platform, isAvailable, device, reason }) => ({ name: platform, available: isAvailable, type: KINDS[platform], description: isAvailable ? device : reason }))

export const listTestTypes: Handler<Endpoints['listTestTypes']> = async () => TEST_TYPES.map((id) => ({ id, ...TEST_TYPE_FACTS[id], methods: checksOf(id).map((check) => check.id) }))
