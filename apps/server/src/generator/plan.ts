import { PROFILES } from '@benchcast/bench'
import { type GenerateScriptRequest, TEMPLATE_TYPES, type TemplateType } from '@benchcast/core/api'
import { BenchcastError } from '@benchcast/core/errors'
import type { Platform } from '@benchcast/core/hardware'
import { type ResolvedModel, resolveModel, runSizeOf } from '@benchcast/core/models'
import type { z } from 'zod'
import { scriptName } from './file-name.ts'
import { LANGUAGES } from './languages.ts'
import type { ScriptValues } from './render.ts'
import { TEMPLATES } from './templates.ts'

export type ScriptRequest = z.output<typeof GenerateScriptRequest>

/** A script that is going to be written. */
export interface ScriptPlan {
  readonly template: TemplateType
  readonly fileName: string
  /** Name of the ONNX file beside it, if one is to be written. */
  readonly modelFile: string | undefined
  /** How the model is built; absent where its layers are not known. */
  readonly architecture: string | undefined
}

/** Where a page looks for its Benchcast server when nobody knows better. */
const USUAL_SERVER = 'http://127.0.0.1:8080'
/** Token ids stay below this where the vocabulary is not known: every one has more. */
const SMALLEST_VOCABULARY = 100

/**
 * Chooses the template, unless one was asked for, and checks that it can do what was asked. Throws `cannot_run` for hardware it cannot measure on, `unsupported_precision`, and
 * `unknown_model` when the ONNX file of a model was asked for whose layers are not known.
 */
export function planScript({ model_name, hardware, template_type, template_context }: ScriptRequest): ScriptPlan {
  const template = template_type ?? usualTemplate(hardware)
  const { language, takesOnnx } = TEMPLATES[template]
  checkTemplate(template, hardware, template_context.precision)
  const base = scriptName(model_name)
  const { graph } = resolveModel({ modelName: model_name })
  const writesModel = template_context.write_model
  if (writesModel && !takesOnnx)
    throw new BenchcastError('cannot_run', `The template ${template} runs the real weights of a model: set write_model to false, or choose a template that runs ONNX files.`)
  if (writesModel && graph === undefined)
    throw new BenchcastError(
      'unknown_model',
      `The layers of ${JSON.stringify(model_name.slice(0, 80))} are not known, so that no ONNX file of it can be written: set write_model to false, and give the script a file.`,
    )
  return { template, fileName: base + LANGUAGES[language].ending, modelFile: writesModel ? `${modelFileStem(base, template_context)}.onnx` : undefined, architecture: graph?.builder }
}

/** The name says everything the file depends on, so that one that is there already is the same. */
const modelFileStem = (base: string, { batch_size, sequence_length, image_size, precision }: ScriptRequest['template_context']): string =>
  `${base}_b${batch_size}_s${sequence_length}${image_size == null ? '' : `_i${image_size}`}_${precision}`

/** The first template that can measure on all that was asked for; else the one for the first of it, which then says what it cannot do. */
function usualTemplate(hardware: readonly Platform[]): TemplateType {
  const supports = (platforms: readonly Platform[]) => TEMPLATE_TYPES.find((name) => platforms.every((platform) => TEMPLATES[name].supportedHardware.includes(platform)))
  return supports(hardware) ?? supports(hardware.slice(0, 1)) ?? TEMPLATE_TYPES[0]
}

function checkTemplate(name: TemplateType, hardware: readonly Platform[], precision: string): void {
  const { supportedHardware, precisions } = TEMPLATES[name]
  const wrong = hardware.filter((platform) => !supportedHardware.includes(platform))
  if (wrong.length > 0)
    throw new BenchcastError(
      'cannot_run',
      `Scripts of the template ${name} cannot measure on ${wrong.join(', ')}, only on ${supportedHardware.join(', ')}: ask for those, or for another template_type.`,
    )
  if (precisions !== undefined && !precisions.includes(precision))
    throw new BenchcastError('unsupported_precision', `Scripts of the template ${name} cannot run ${precision}: ask for ${precisions.join(', ')}.`)
}

/** What the script is told: the request, and how this server measures. */
export function scriptValues({ model_name, hardware, template_context, task }: ScriptRequest, { modelFile }: ScriptPlan, { taskId, weightsFile, server }: WrittenFacts): ScriptValues {
  const { relativeHalfWidth, leastRuns, shortestSeconds, longestSeconds, longestWarmUpSeconds } = PROFILES.quick
  const model = resolveModel({ modelName: model_name })
  return {
    model_name,
    hardware,
    batch_size: template_context.batch_size,
    sequence_length: template_context.sequence_length,
    image_size: template_context.image_size ?? runSizeOf(model, { batchSize: 1 }).imageSize ?? null,
    precision: template_context.precision,
    task: task ?? null,
    task_id: taskId,
    model_file: modelFile ?? null,
    weights_file: weightsFile ?? null,
    vocabulary: vocabularyOf(model),
    runtime_url: template_context.runtime_url ?? null,
    server: server || USUAL_SERVER,
    tolerance: relativeHalfWidth,
    least_runs: leastRuns,
    shortest_seconds: shortestSeconds,
    longest_seconds: longestSeconds,
    longest_warm_up_seconds: longestWarmUpSeconds,
  }
}

interface WrittenFacts {
  readonly taskId: string
  /** File of the weights that are not in the ONNX file itself. */
  readonly weightsFile: string | undefined
  /** Address of the server that writes it, where it is known. */
  readonly server: string | undefined
}

const vocabularyOf = ({ graph }: ResolvedModel): number => (graph !== undefined && 'vocabulary' in graph.config ? graph.config.vocabulary : SMALLEST_VOCABULARY)
