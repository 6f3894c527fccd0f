import type { Endpoint, Endpoints, TemplateType } from '@benchcast/core/api'
import { BenchcastError } from '@benchcast/core/errors'
import { counted } from '@benchcast/core/report'
import type { ScriptTask, WrittenScript } from '../generator/generate-script.ts'
import { TEMPLATES } from '../generator/templates.ts'
import { type Batch, batchOf, batchWrite } from '../runs/batch.ts'
import { GENERATOR_STATUS, GENERATOR_TASKS } from '../runs/generator.ts'
import type { Run } from '../runs/run-book.ts'
import type { Services } from '../services.ts'
import type { RecordOf } from '../storage/store.ts'
import type { Call } from './call.ts'
import type { Handler } from './handler.ts'
import { once } from './idempotency.ts'

export const generateScript: Handler<Endpoints['generateScript']> = (call) => {
  const { jobs, measuring, runs, generatedFolder } = call.services
  return once(call as Call<Endpoint>, {
    make: async (bind) => {
      const input: ScriptTask = { ...call.body(), folder: generatedFolder, batch_id: null, server: measuring.pages.origin }
      const task = await jobs.submit(GENERATOR_TASKS.kind, input, bind)
      return startedText(task.id, input, task.createdAt)
    },
    replay: async (id) => {
      const state = (await runs.find(GENERATOR_TASKS, id))?.state
      return state && startedText(id, state.input as ScriptTask, state.startedAt)
    },
  })
}

const startedText = (task_id: string, { model_name, hardware }: ScriptTask, started_at: string): string =>
  JSON.stringify({ task_id, status: 'initializing', message: `To be written: a script that measures ${model_name} on ${hardware.join(', ')}.`, started_at })

export const generateScripts: Handler<Endpoints['generateScripts']> = (call) =>
  once(call as Call<Endpoint>, {
    make: async (bind) => {
      const { jobs, newId, now, store } = call.services
      const [batch_id, started_at] = [newId('runBatch'), now()]
      const tasks = await Promise.all(batchTasks(call, batch_id).map((input) => jobs.submit(GENERATOR_TASKS.kind, input)))
      const batch = batchOf(
        GENERATOR_TASKS,
        batch_id,
        started_at,
        tasks.map(({ id }) => id),
      )
      await store.writeTask({ ...batchWrite(batch), idempotency: bind(batch_id) })
      return batchText(batch)
    },
    replay: async (id) => {
      const batch = await call.services.store.findRecord('batches', id)
      return batch && batchText(batch)
    },
  })

/** One task per model; what the query says counts. */
function batchTasks(call: Call<Endpoints['generateScripts']>, batch_id: string): readonly ScriptTask[] {
  const { model_names, ...same } = call.body()
  const said = Object.fromEntries(Object.entries(call.query).filter(([, value]) => value !== undefined))
  const { generatedFolder: folder, measuring } = call.services
  return model_names.map((model_name) => ({ ...same, force: same.force ?? false, ...said, model_name, folder, batch_id, server: measuring.pages.origin }))
}

function batchText({ batch_id, run_ids, timestamp }: Batch): string {
  const task_ids = run_ids as readonly string[]
  return JSON.stringify({ batch_id, task_ids, model_count: task_ids.length, started_at: timestamp, status: 'running', message: `${counted(task_ids.length, 'script')} to be written.` })
}

async function taskOf({ runs }: Services, id: string): Promise<Run> {
  const run = await runs.find(GENERATOR_TASKS, id)
  if (run === undefined) throw new BenchcastError('task_not_found', `There is no generator task '${id}': POST /api/generator/model starts one and answers with its id.`)
  return run
}

export const getGeneratorStatus: Handler<Endpoints['getGeneratorStatus']> = async ({ services, params }) => (await taskOf(services, params.task_id)).status as never

/** The record of a task that has ended. */
async function endedTask(services: Services, id: string): Promise<RecordOf<'generatorTasks'>> {
  const { state } = await taskOf(services, id)
  if (state.record === undefined)
    throw new BenchcastError('run_not_completed', `The task '${id}' is ${GENERATOR_STATUS[state.status]}: its result is there once GET /api/generator/status/${id} says completed or error.`)
  return state.record as unknown as RecordOf<'generatorTasks'>
}

export const getGeneratorResult: Handler<Endpoints['getGeneratorResult']> = async ({ services, params }) => {
  const { task_id, status, model_name, output_file, architecture, template_type, started_at, completed_at, duration, error, results } = await endedTask(services, params.task_id)
  const model_file = (results as WrittenScript | null)?.model_file ?? null
  const page = template_type === 'browser' && error === null ? `/measure/generated/${task_id}/` : null
  const optional = Object.fromEntries(Object.entries({ output_file, page, model_file, architecture, template_type, error }).filter(([, value]) => value !== null))
  return { task_id, status: GENERATOR_STATUS[status as keyof typeof GENERATOR_STATUS], model_name, started_at, completed_at, duration, ...optional }
}

export const getGeneratedFile: Handler<Endpoints['getGeneratedFile']> = async ({ services, params }) => {
  const { task_id, results, error } = await endedTask(services, params.task_id)
  if (results === null) throw new BenchcastError('run_not_completed', `The task '${task_id}' has written no script: ${error}`)
  return { content: (results as WrittenScript).content }
}

export const listTemplates: Handler<Endpoints['listTemplates']> = async () =>
  (Object.keys(TEMPLATES) as TemplateType[]).map((name) => {
    const { language, description, supportedHardware } = TEMPLATES[name]
    return { name, type: language, description, supported_hardware: [...supportedHardware] }
  })

export const listGeneratorHardware: Handler<Endpoints['listGeneratorHardware']> = async ({ services: { measuring } }) =>
  (await measuring.hardware()).map(({ platform, isAvailable, device, reason }) => ({ name: platform, available: isAvailable, details: isAvailable ? device : reason }))
