import { type Architecture, BUILDERS, type ModelBuilder } from '../graph/index.ts'
import type { Costed } from './cost.ts'
import type { HubConfig, ModelFamily, ModelUnit } from './model.ts'

/** What the size of an item counts, by family. */
const READS: Readonly<Record<ModelFamily, Costed['reads']>> = {
  embedding: 'tokens',
  text_generation: 'tokens',
  text_to_text: 'tokens',
  vision: 'pixels',
  object_detection: 'pixels',
  segmentation: 'pixels',
  image_processing: 'pixels',
  diffusion: 'pixels',
  multimodal: 'pixels',
  video: 'pixels',
  audio: 'fixed',
  recommendation: 'fixed',
}

export const readsOf = (family: ModelFamily): Costed['reads'] => READS[family]

/** Families as measurements name them; all others there are image classifiers. */
const OF_MEASURED: Readonly<Record<string, ModelFamily>> = {
  llm: 'text_generation',
  'transformer-lm': 'embedding',
  rnn: 'text_to_text',
  text_generation: 'embedding',
  detection: 'object_detection',
  object_detection: 'object_detection',
  driver_assistance: 'object_detection',
  pose_estimation: 'object_detection',
  segmentation: 'segmentation',
  semantic_segmentation: 'segmentation',
  'segmentation-3d': 'segmentation',
  video_object_tracking: 'segmentation',
  image_editing: 'image_processing',
  super_resolution: 'image_processing',
  depth_estimation: 'image_processing',
  diffusion: 'diffusion',
  image_generation: 'diffusion',
  video_generation: 'video',
  video_classification: 'video',
  speech: 'audio',
  speech_recognition: 'audio',
  audio_classification: 'audio',
  image_to_text: 'multimodal',
  recsys: 'recommendation',
}

export const familyOfMeasured = (family: string): ModelFamily => (Object.hasOwn(OF_MEASURED, family) ? OF_MEASURED[family]! : 'vision')

/** The family measurements would give a model that nobody measured. */
export function measuredFamilyOf(family: ModelFamily, config?: HubConfig): string {
  if (family === 'text_generation') return 'llm'
  if (family === 'embedding' || family === 'text_to_text') return 'transformer-lm'
  if (family === 'vision' && config !== undefined) return String(config.model_type).replaceAll('_', '')
  return Object.entries(OF_MEASURED).find(([, own]) => own === family)?.[0] ?? family
}

const OF_BUILDER: Readonly<Partial<Record<Architecture['builder'], { readonly family: ModelFamily; readonly unit: ModelUnit }>>> = {
  encoder: { family: 'embedding', unit: 'sample' },
  decoder: { family: 'text_generation', unit: 'token' },
  encoder_decoder: { family: 'text_to_text', unit: 'sample' },
  image_text: { family: 'multimodal', unit: 'sample' },
  speech_encoder: { family: 'audio', unit: 'sample' },
  unet: { family: 'diffusion', unit: 'sample' },
  latent_decoder: { family: 'diffusion', unit: 'sample' },
}

/** Family, unit and usual input size of a posted configuration. */
export function familyOfArchitecture({ builder, config }: Architecture): { readonly family: ModelFamily; readonly unit: ModelUnit; readonly inputSize: number } {
  const { defaultSize } = BUILDERS[builder] as unknown as ModelBuilder<unknown>
  const kind = OF_BUILDER[builder] ?? ({ family: 'vision', unit: 'sample' } as const)
  const isAudio = 'audio' in config && config.audio !== undefined
  return { ...kind, ...(isAudio ? { family: 'audio' as const } : {}), inputSize: 'imageSize' in config ? config.imageSize : defaultSize }
}

/** How many tokens a model with a table of positions can read, as a part of what is resolved. */
export function longestOf({ config }: Architecture): { readonly longestSequence?: number } {
  return 'positions' in config && typeof config.positions === 'number' && !('audio' in config) ? { longestSequence: config.positions } : {}
}
