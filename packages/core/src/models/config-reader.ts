import { BenchcastError } from '../errors.ts'
import { type Architecture, shownValue } from '../graph/index.ts'
import { nearWords } from '../words/index.ts'
import { ConfigFields } from './config-readers/config-fields.ts'
import { DECODER_READERS, readLikeLlama } from './config-readers/decoders.ts'
import { DIFFUSERS_CLASSES, DIFFUSION_READERS } from './config-readers/diffusion.ts'
import { ENCODER_DECODER_READERS } from './config-readers/encoder-decoders.ts'
import { ENCODER_READERS } from './config-readers/encoders.ts'
import { IMAGE_TEXT_READERS } from './config-readers/image-text.ts'
import { DEFAULTS_SOURCE } from './config-readers/library-defaults.ts'
import { SPEECH_READERS } from './config-readers/speech.ts'
import { unreadableKind } from './config-readers/unreadable.ts'
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

/** A configuration as an architecture, and what had to be assumed. */
export type ReadConfig = Architecture & {
  /** In a sentence or two. */
  readonly assumption?: string
  /** True when its type is not known and it was read as one of another. */
  readonly isGuess?: boolean
}

/**
 * The architecture a Hugging Face `config.json` describes, or one of Diffusers. A model of text and images is read by its `text_config`, with the library's defaults for what that
 * leaves out; a language model of an unknown type as one in the style of Llama: the answer says all of that. Throws `invalid_model`, naming the field and what is allowed, for
 * anything that is missing, out of bounds or no configuration at all.
 *
 * @example
 * const { builder, config } = readConfig({ model_type: 'gpt2', n_layer: 12, n_embd: 768, n_head: 12, vocab_size: 50257 }) // builder: 'decoder'
 */
export function readConfig(json: unknown): ReadConfig {
  const fields = new ConfigFields(json)
  const { assumptions = [], ...read } = readWhole(fields)
  const assumption = [...assumptions, ...defaultsSentence(fields.taken)].join(' ')
  return assumption === '' ? read : { ...read, assumption }
}

/** An architecture with each assumption as a sentence. */
type Read = Architecture & { readonly isGuess?: boolean; readonly assumptions?: readonly string[] }

function readWhole(fields: ConfigFields): Read {
  const type = fields.text('model_type') || (DIFFUSERS_CLASSES.get(fields.text('_class_name')) ?? '')
  const reader = READERS.get(type)
  if (reader !== undefined) return reader(fields)
  const text = fields.section('text_config')
  if (text !== undefined) return withAssumption(readNested(text), onlyText(type))
  const unreadable = unreadableKind(fields)
  if (unreadable !== undefined) throw refused(`model_type is ${shownValue(type)}, ${unreadable}: no graph is built for such a model, so give parameters and flops in place of the configuration.`)
  if (!isLanguageModel(fields)) throw unknownType(fields, type)
  const like = readAsLlama(fields)
  return fields.has('vision_config') || fields.has('audio_config') ? withAssumption(like, onlyText(type)) : like
}

function readNested(text: ConfigFields): Read {
  const reader = READERS.get(text.type)
  if (reader !== undefined) return reader(text)
  const unreadable = unreadableKind(text)
  if (unreadable !== undefined) throw refused(`text_config is of ${unreadable}: no graph is built for such a model, so give parameters and flops in place of the configuration.`)
  return readAsLlama(text)
}

function readAsLlama(fields: ConfigFields): Read {
  return { ...readLikeLlama(fields), isGuess: true, assumptions: [`model_type ${shownValue(fields.type)} is not known; it is read as a language model in the style of Llama.`] }
}

const withAssumption = (read: Read, sentence: string): Read => ({ ...read, assumptions: [sentence, ...(read.assumptions ?? [])] })
const onlyText = (type: string) => `Only the language model of ${type === '' ? 'the model' : shownValue(type)} is counted.`

function defaultsSentence(taken: ReadonlyMap<string, number>): readonly string[] {
  if (taken.size === 0) return []
  const fields = [...taken].map(([name, value]) => `${name} ${value}`)
  return [`What the configuration leaves out has the defaults of its library (${DEFAULTS_SOURCE}): ${new Intl.ListFormat('en').format(fields)}.`]
}

/** A decoder by what it is made for, or by what only decoders have beside its sizes. */
const isLanguageModel = (fields: ConfigFields) =>
  fields.texts('architectures').some((name) => /For(CausalLM|ConditionalGeneration)$|LMHeadModel$/.test(name)) ? !isEncoderDecoder(fields) : hasLlamaSizes(fields)

const isEncoderDecoder = (fields: ConfigFields) => fields.has('decoder_layers') || (fields.has('is_encoder_decoder') && fields.flag('is_encoder_decoder', false))
const hasLlamaSizes = (fields: ConfigFields) =>
  ['hidden_size', 'num_hidden_layers', 'num_attention_heads', 'intermediate_size', 'vocab_size', 'rms_norm_eps'].every((name) => fields.has(name)) && !isEncoderDecoder(fields)

/** Types that are named as near ones. */
const SHOWN = 3

function unknownType(fields: ConfigFields, type: string): BenchcastError {
  const className = fields.text('_class_name')
  const instead = 'or parameters and flops in place of the configuration'
  if (type === '' && className !== '')
    return refused(`_class_name is ${shownValue(className)}: of Diffusers give the configuration of a part that is one of ${[...DIFFUSERS_CLASSES.keys()].join(', ')}, ${instead}.`)
  if (type === '') return refused(`model_type is "": give a config.json with one, such as bert, llama or resnet, ${instead}.`)
  const near = nearWords(type, MODEL_TYPES, SHOWN)
  const known = near.length === 0 ? 'give a config.json of a known type, such as bert, llama or resnet' : `known types like it are ${new Intl.ListFormat('en').format(near)}; give one of a known type`
  return refused(`model_type is ${shownValue(type)}, which is not known: ${known}, ${instead}. A decoder whose architectures name a ...ForCausalLM is read in the style of Llama.`)
}

const refused = (message: string) => new BenchcastError('invalid_model', message)
