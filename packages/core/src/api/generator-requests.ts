import { z } from 'zod'
import { count, hardware, modelName, optionalName, precision, withDefault } from './predictive-performance-words.ts'
import { name, queryBoolean } from './schemas.ts'

/** Kinds of scripts. */
export const TEMPLATE_TYPES = ['onnxruntime_python', 'browser', 'transformers_python', 'optimum_python', 'onnxruntime_node'] as const
export type TemplateType = (typeof TEMPLATE_TYPES)[number]

const USUAL_HARDWARE: readonly z.output<typeof hardware>[] = ['cpu']
const MOST_MODELS = 1000

const oneOrMoreHardware = z
  .union([hardware, z.array(hardware).min(1).max(64)])
  .nullish()
  .transform((given) => [...new Set(given == null ? USUAL_HARDWARE : [given].flat())])
  .meta({ description: 'Platforms the script can measure on: one, or a list, the usual one first. Default: ["cpu"].' })

const templateType = z.enum(TEMPLATE_TYPES, { error: `must be one of ${TEMPLATE_TYPES.join(', ')}` })
const TEMPLATE_TYPE = 'Kind of script. By default browser for webgpu and webnn, else onnxruntime_python.'
const OUTPUT_DIR = 'Folder for the file, inside the output folder of the server (--output-dir); that folder itself when absent.'
const outputDir = name(1024).nullish().meta({ description: OUTPUT_DIR })
const TASK = 'What a model with real weights is loaded for, as the Hugging Face hub names it (fill-mask, text-classification ...); the bare model when absent.'
const FORCE = 'Replace the file if it exists; the task ends with an error otherwise.'

const context = z
  .object({
    write_model: withDefault(z.boolean(), false, 'Also write the ONNX file beside the script, with random weights: how long it runs does not depend on them.'),
    batch_size: withDefault(count, 1, 'Samples of one batch.'),
    sequence_length: withDefault(count, 128, 'Tokens of one sequence; models without sequences ignore it.'),
    image_size: count.nullish().meta({ description: 'Pixels of one side of an image; the usual size of the model when absent.' }),
    precision: withDefault(precision, 'fp32', 'Number format.'),
    runtime_url: z
      .url({ protocol: /^https?$/ })
      .max(2048)
      .nullish()
      .meta({ description: 'Of a page: where it loads ONNX Runtime Web from (a module such as .../ort.webgpu.min.mjs); from the Benchcast server that wrote it when absent.' }),
  })
  .nullish()
  .transform((given) => given ?? { write_model: false, batch_size: 1, sequence_length: 128, image_size: null, precision: 'fp32' as const, runtime_url: null })
  .meta({ description: 'What the script measures, and whether the model is written with it.' })

const optional = {
  hardware: oneOrMoreHardware,
  output_dir: outputDir,
  template_type: templateType.nullish().meta({ description: TEMPLATE_TYPE }),
  template_context: context,
  task: optionalName(TASK),
  fix_syntax: withDefault(z.boolean(), true, 'Taken for compatibility: scripts are made of tested templates and have no syntax to be fixed.'),
}

export const GenerateScriptRequest = z.object({ model_name: modelName, ...optional, force: withDefault(z.boolean(), false, FORCE) })

export const GenerateScriptsRequest = z.object({
  model_names: z.array(modelName).min(1).max(MOST_MODELS).meta({ description: 'Models; one script is written for each.' }),
  ...optional,
  force: z
    .boolean()
    .nullish()
    .meta({ description: `${FORCE} Default: false.` }),
})

/** The same as fields of the body; what is said here counts. */
export const GENERATE_SCRIPTS_QUERY = z.object({
  force: queryBoolean(FORCE),
  output_dir: name(1024).optional().meta({ description: OUTPUT_DIR }),
  template_type: templateType.optional().meta({ description: TEMPLATE_TYPE }),
  task: name(256).optional().meta({ description: TASK }),
})
