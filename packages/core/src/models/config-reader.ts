import { BenchcastError } from '../errors.ts'
import { type Architecture, shownValue } from '../graph/index.ts'
import { ConfigFields } from './config-readers/config-fields.ts'
import { DECODER_READERS, readLikeLlama } from './config-readers/decoders.ts'
import { DIFFUSION_READERS } from './config-readers/diffusion.ts'
import { ENCODER_DECODER_READERS } from './config-readers/encoder-decoders.ts'
import { ENCODER_READERS } from './config-readers/encoders.ts'
import { IMAGE_TEXT_READERS } from './config-readers/image-text.ts'
import { SPEECH_READERS } from './config-readers/speech.ts'
import { VISION_READERS } from './config-readers/vision.ts'

/** Makes an architecture of the fields of a configuration. */
export type ConfigReader = (fields: ConfigFields) => Architecture

/** How each `model_type` is read. One more type is one more entry in one of the tables. */
const READERS: ReadonlyMap<string, ConfigReader> = new Map<string, ConfigReader>([
  ...ENCODER_READERS,
  ...DECODER_READERS,
  ...ENCODER_DECODER_READERS,
  ...VISION_READERS,
  ...IMAGE_TEXT_READERS,
  ...SPEECH_READERS,
  ...DIFFUSION_READERS,
])

/** Types that {@link readConfig} knows. */
export const MODEL_TYPES: readonly string[] = [...READERS.keys()]

/** A configuration as an architecture, and in a sentence what had to be assumed. */
export type ReadConfig = Architecture & { readonly assumption?: string }

/**
 * The architecture a Hugging Face `config.json` describes. A model of text and images is read by its `text_config`; a language model of an unknown type as one in the style of
 * Llama, which the answer says. Throws `invalid_model`, naming the field and what is allowed, for anything that is missing, out of bounds or no configuration at all.
 *
 * @example
 * const { builder, config } = readConfig({ model_type: 'gpt2', n_layer: 12, n_embd: 768, n_head: 12, vocab_size: 50257 }) // builder: 'decoder'
 */
export function readConfig(json: unknown): ReadConfig {
  const fields = new ConfigFields(json)
  const type = fields.text('model_type', '')
  const reader = READERS.get(type)
  if (reader !== undefined) return reader(fields)
  const text = fields.section('text_config')
  if (text !== undefined) return { ...readNested(text), assumption: `Only the language model of ${named(type)} is counted.` }
  if (isLanguageModel(fields)) return { ...readLikeLlama(fields), assumption: `model_type ${shownValue(type)} is not known; it is read as a language model in the style of Llama.` }
  throw new BenchcastError('invalid_model', `model_type is ${shownValue(type)}: give a config.json with one of ${MODEL_TYPES.join(', ')}.`)
}

function readNested(text: ConfigFields): Architecture {
  const reader = READERS.get(text.text('model_type', ''))
  return reader === undefined ? readLikeLlama(text) : reader(text)
}

const named = (type: string) => (type === '' ? 'the model' : shownValue(type))

const isLanguageModel = (fields: ConfigFields) => fields.texts('architectures').some((name) => name.endsWith('ForCausalLM'))
