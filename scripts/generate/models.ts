import { MODELS, type ModelFamily, type ModelSpec, measuredArchitectureKeys, resolveModel } from '@benchcast/core/models'
import { code, table } from './markdown.ts'

const TITLES: Readonly<Record<ModelFamily, string>> = {
  embedding: 'Text encoders and embedding models',
  text_generation: 'Language models',
  text_to_text: 'Encoder-decoders',
  vision: 'Image classifiers and image encoders',
  object_detection: 'Object detectors',
  segmentation: 'Segmentation',
  image_processing: 'Super-resolution, inpainting, depth',
  diffusion: 'Diffusion models and their parts',
  multimodal: 'Images with text',
  audio: 'Speech and audio',
  video: 'Video',
  recommendation: 'Recommendation',
}

const NOTE = `Parameters are in millions, in all. GMACs are 10⁹ multiply-accumulates of the forward pass of one item at the size given: of a sample (an image, a text, a recording), or of a token, \
which is the parameters it meets. Costs marked *graph* are counted from the operators for any size, batch and precision; those marked *figures* are published ones, carried to other sizes.

A model is named by its id, by its id without the organisation, or by one of the other names, in any case and with any of \`- _ . :\` between words; words of tuning, quantisation and image size may follow \
(\`Llama-3.1-8B-Instruct-Q4_K_M\`, \`resnet50.a1_in1k\`, \`vit_base_patch16_384\`). Besides, ${measuredArchitectureKeys().length} architectures of public measurements are known by the names they have there. \
Any other name is taken for a relative by its words and sizes, and the answer says so; a \`config.json\`, or parameters and operations, are better.`

/** Every known model, by family. */
export function modelsPage(): string {
  const families = Map.groupBy(MODELS, ({ family }) => family)
  const sections = Object.entries(TITLES).map(([family, title]) => section(title, families.get(family as ModelFamily) ?? []))
  return `# Models\n\n${MODELS.length} models.\n\n${NOTE}\n\n${sections.join('\n')}`
}

function section(title: string, models: readonly ModelSpec[]): string {
  const sources = new Set(models.map(({ source }) => source))
  return `## ${title}\n\n${table(['Id', 'Other names', 'Parameters', 'Item', 'GMACs', 'Costs'], models.map(row))}\n\nSources: ${[...sources].join('; ')}.\n`
}

function row({ id, aliases, parameters, family, unit, inputSize, config }: ModelSpec): string[] {
  const { itemMacs } = resolveModel({ modelName: id }).costs({ batchSize: 1 })
  return [code(id), aliases.map(code).join(' '), figure(parameters / 1e6), unit === 'token' ? 'token' : itemOf(family, inputSize), figure(itemMacs / 1e9), config === undefined ? 'figures' : 'graph']
}

function itemOf(family: ModelFamily, size: number): string {
  if (family === 'embedding' || family === 'text_to_text') return `text of ${size} tokens`
  if (family === 'audio') return size >= 10_000 ? `${size / 16_000} s of audio` : 'recording'
  return family === 'recommendation' ? 'request' : `image of ${size} pixels`
}

const figure = (value: number): string => String(Number(value.toPrecision(4)))
