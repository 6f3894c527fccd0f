import { z } from 'zod'
import { PLATFORMS } from '../hardware/hardware.ts'
import { name, text, timestamp } from './schemas.ts'

export const PREDICTIVE_PREFIX = '/api/predictive-performance'

/** Precisions a prediction can be asked for. */
export const PRECISIONS = ['fp32', 'fp16', 'bf16', 'int8', 'int4', 'fp8'] as const
/** Phases of a language model: reading a sequence at once, or making one token after it. */
export const PHASES = ['prefill', 'decode'] as const
const MODES = ['inference', 'training'] as const
/** Figures that are predicted and measured: items per second, milliseconds of a batch, megabytes (2^20 bytes). */
const FIGURES = ['throughput', 'latency', 'memory_usage'] as const

export const hardware = z.enum(PLATFORMS)
export const metric = z.enum(FIGURES)
export const precision = z.enum(PRECISIONS)
export const phase = z.enum(PHASES)
export const mode = z.enum(MODES)
export const MOST_ITEMS = 2 ** 20

/** A field that may be left out or null; then it has this value. */
export const withDefault = <S extends z.ZodType>(schema: S, value: z.output<S>, description: string) =>
  schema
    .nullish()
    .transform((given) => (given ?? value) as z.output<S>)
    .meta({ description: `${description} Default: ${Array.isArray(value) ? JSON.stringify(value) : String(value)}.` })

export const count = z.int().min(1).max(MOST_ITEMS)
export const optionalName = (description: string) => name(256).nullish().meta({ description })
export const modelName = name(256)
  // Of an empty one the length is said already.
  .refine((value) => value === '' || value.trim() !== '', { error: 'must not be blank' })
  .meta({ description: 'Model: a Hugging Face id, or any name; unknown ones are resolved by the family and size in the name, and the answer says so.' })
export const modelFamily = optionalName('embedding, text_generation, vision ... Inferred from the model when absent.')

/** Of a language model, what is predicted or measured of it. */
export const phaseAsked = phase.nullish().meta({
  description: 'Of language models: prefill reads sequence_length tokens at once (the usual), decode makes one token of each sample after sequence_length cached ones. Other models ignore it.',
})
/** The phase of a row. */
export const phaseKept = phase.nullable().meta({ description: 'prefill or decode, of a language model; null where none was named, which is prefill, and of other models.' })

/** What every predicted or measured configuration has. */
export const configuration = {
  model_name: modelName,
  model_family: modelFamily,
  batch_size: withDefault(count, 1, 'Samples of one batch.'),
  sequence_length: withDefault(count, 128, 'Tokens of one sequence; models without sequences ignore it.'),
  mode: withDefault(mode, 'inference', 'inference or training.'),
  precision: precision.nullish().meta({ description: 'Number format. Default: fp32; a quantised model name (-AWQ, -GPTQ, -8bit, -FP8) sets its own for inference.' }),
}

/** What else may be known of a model. */
export const modelFacts = {
  framework: optionalName('Runtime and version, as in pytorch-2.4 or onnxruntime; the usual one of the platform when absent.'),
  image_size: count.nullish().meta({ description: 'Pixels of one side of an image; the usual size of the model when absent.' }),
  model_config: z.record(z.string(), z.unknown()).nullish().meta({ description: 'The config.json of a Hugging Face model: better than guessing from the name.' }),
  parameters: z.number().min(1).max(1e14).nullish().meta({ description: 'Number of parameters, where that is all you know.' }),
  flops: z.number().min(1).max(1e21).nullish().meta({ description: 'FLOPs of one forward pass of one sample, where that is all you know.' }),
}

export const TASK_STATUSES = ['pending', 'running', 'completed', 'failed'] as const
export type TaskStatus = (typeof TASK_STATUSES)[number]

const frame = {
  task_id: text('Id of the task.'),
  status: z.enum(TASK_STATUSES).meta({ description: 'pending, running, completed or failed. A cancelled task is failed, and its message says so.' }),
  progress: z.number().min(0).max(1).meta({ description: '0 to 1; never falls within one attempt, 1 when completed.' }),
  message: text('What it is doing, or why it failed.'),
  timestamp: timestamp('Time of the last change, UTC.'),
}

/** The state of a task: what GET, the WebSocket and the event stream give. `result` is there exactly when it is completed. */
export const taskState = <R extends z.ZodType>(result: R) => z.object({ ...frame, result: result.optional().meta({ description: 'There exactly when the task is completed.' }) })

/** The answer to a POST that starts a task: its id and `pending`, or the whole state when the caller asked to wait. */
export const startedTask = <R extends z.ZodType>(result: R) =>
  z.object({
    task_id: frame.task_id,
    status: frame.status,
    progress: frame.progress.optional().meta({ description: 'Only with wait: 0 to 1.' }),
    message: frame.message.optional().meta({ description: 'Only with wait: what it is doing, or why it failed.' }),
    timestamp: frame.timestamp.optional().meta({ description: 'Only with wait: time of the last change, UTC.' }),
    result: result.optional().meta({ description: 'Only with wait, when the task is completed.' }),
  })

/** Wait for the end of the task, as a query parameter; `Prefer: wait=N` says the same. */
export const waitQuery = z.object({
  wait: z
    .preprocess(
      (value) => (typeof value === 'string' && /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(value) ? Number(value) : value),
      z.number({ error: 'must be a number of seconds from 0 to 600' }).min(0).max(600),
    )
    .optional()
    .meta({ description: 'Seconds to wait for the end of the task before answering; the same as the header Prefer: wait=N.', jsonSchema: { type: 'number', minimum: 0, maximum: 600 } }),
})
