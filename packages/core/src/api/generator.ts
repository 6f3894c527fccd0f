import { z } from 'zod'
import { endpoint, STARTING_ERRORS } from './endpoint.ts'
import { GENERATE_SCRIPTS_QUERY, GenerateScriptRequest, GenerateScriptsRequest } from './generator-requests.ts'
import { hardware } from './predictive-performance-words.ts'
import { name, number, text, timestamp } from './schemas.ts'

const tag = 'Generator'
export const GENERATOR_PREFIX = '/api/generator'

const GENERATOR_STATUSES = ['initializing', 'running', 'completed', 'error'] as const

const taskId = text('Id of the task.')
const status = z.enum(GENERATOR_STATUSES).meta({ description: 'initializing, running, completed or error.' })
const modelName = text('Model.')
const startedAt = timestamp('When the task was taken, UTC.')
const outputFile = text('Path of the script, from where the server runs.').optional()
const error = z.string().optional().meta({ description: 'Why there is no script.' })
const task = z.object({ task_id: name(256).meta({ description: 'Id of a task.' }) })

export const generateScript = endpoint({
  method: 'POST',
  path: `${GENERATOR_PREFIX}/model`,
  tag,
  scope: 'write:benchmarks',
  summary: 'Write a script that measures a model elsewhere',
  description:
    'The script measures by the method of this server, prints a table or JSON, and can record its result at a Benchcast server. It is called test_<model>.<ending>, with - and / as _. Answers at once: read GET /status/{task_id}, or follow the WebSocket at /ws/{task_id}. Send an Idempotency-Key to be able to repeat the request safely.',
  body: GenerateScriptRequest,
  output: z.object({ task_id: taskId, status, message: text('What is going to be written.'), started_at: startedAt }),
  errors: STARTING_ERRORS,
  examples: { request: { model_name: 'bert-base-uncased', hardware: ['cpu'], template_type: 'onnxruntime_python', template_context: { batch_size: 1, sequence_length: 128 } } },
})

export const generateScripts = endpoint({
  method: 'POST',
  path: `${GENERATOR_PREFIX}/batch`,
  tag,
  scope: 'write:benchmarks',
  summary: 'Write scripts for several models',
  description: 'One task per model, all alike otherwise. force, output_dir, template_type and task may be query parameters or fields of the body.',
  query: GENERATE_SCRIPTS_QUERY,
  body: GenerateScriptsRequest,
  output: z.object({
    batch_id: text('Id of the batch.'),
    task_ids: z.array(z.string()).meta({ description: 'Tasks, in the order of the models.' }),
    model_count: z.int().meta({ description: 'Models of the batch.' }),
    started_at: startedAt,
    status: z.literal('running').meta({ description: 'Read the status of each task.' }),
    message: text('What is going to be written.'),
  }),
  errors: STARTING_ERRORS,
  examples: { request: { model_names: ['bert-base-uncased', 'microsoft/resnet-50'], hardware: ['cpu'] } },
})

export const GeneratorStatus = z.object({
  task_id: taskId,
  status,
  progress: z.number().min(0).max(1).meta({ description: '0 to 1; never falls within one attempt, 1 when completed.' }),
  model_name: modelName,
  current_step: text('What is being done, or why it failed.'),
  started_at: startedAt,
  elapsed_time: number('Seconds since then; of a task that has ended, until its end.'),
  estimated_remaining_time: z.number().nullable().meta({ description: 'Seconds left if it goes on as it went; null while nobody can tell, and at the end.' }),
  output_file: outputFile,
  error,
})

export const getGeneratorStatus = endpoint({
  method: 'GET',
  path: `${GENERATOR_PREFIX}/status/{task_id}`,
  tag,
  scope: 'read',
  summary: 'How far a task is',
  params: task,
  output: GeneratorStatus,
  errors: ['task_not_found', 'validation_failed'],
})

export const getGeneratorResult = endpoint({
  method: 'GET',
  path: `${GENERATOR_PREFIX}/result/{task_id}`,
  tag,
  scope: 'read',
  summary: 'What a task has written, or why it has not',
  params: task,
  output: z.object({
    task_id: taskId,
    status,
    model_name: modelName,
    output_file: outputFile,
    page: text('Of a page: where this server shows it, so that it may load the runtime and the model and record its result.').optional(),
    model_file: text('Path of the ONNX file beside it, if one was asked for.').optional(),
    architecture: text('Architecture: bert, resnet, whisper ... Absent for a model whose layers are not known.').optional(),
    template_type: text('Kind of script.').optional(),
    started_at: startedAt,
    completed_at: timestamp('When it ended, UTC.'),
    duration: number('Seconds it took.'),
    error,
  }),
  errors: ['task_not_found', 'run_not_completed', 'validation_failed'],
})

export const getGeneratedFile = endpoint({
  method: 'GET',
  path: `${GENERATOR_PREFIX}/file/{task_id}`,
  tag,
  scope: 'read',
  summary: 'The script of a task',
  description: 'The text as it was written, whatever became of the file since.',
  params: task,
  output: z.object({ content: text('The whole script.') }),
  errors: ['task_not_found', 'run_not_completed', 'validation_failed'],
})

export const listTemplates = endpoint({
  method: 'GET',
  path: `${GENERATOR_PREFIX}/templates`,
  tag,
  scope: 'read',
  summary: 'Kinds of scripts',
  output: z.array(
    z.object({
      name: text('Name, as template_type takes it.'),
      type: text('Language: python, typescript or html.'),
      description: text('What it does and what it needs.'),
      supported_hardware: z.array(hardware).meta({ description: 'Platforms it can measure on.' }),
    }),
  ),
  errors: [],
})

export const listGeneratorHardware = endpoint({
  method: 'GET',
  path: `${GENERATOR_PREFIX}/hardware`,
  tag,
  scope: 'read',
  summary: 'Platforms scripts can be written for',
  description: 'A script for a platform that this machine does not have is meant to be run elsewhere.',
  output: z.array(
    z.object({
      name: hardware.meta({ description: 'Platform, as hardware takes it.' }),
      available: z.boolean().meta({ description: 'Whether this machine has it.' }),
      details: text('The device, or what is missing.'),
    }),
  ),
  errors: [],
})
