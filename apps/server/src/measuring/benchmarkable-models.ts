import { MODELS, type ModelFamily } from '@benchcast/core/models'

const MODALITIES: Readonly<Record<ModelFamily, string>> = {
  embedding: 'text',
  text_generation: 'text',
  text_to_text: 'text',
  vision: 'image',
  object_detection: 'image',
  segmentation: 'image',
  image_processing: 'image',
  diffusion: 'image',
  audio: 'audio',
  multimodal: 'multimodal',
  video: 'video',
  recommendation: 'tabular',
}

interface BenchmarkableModel {
  readonly name: string
  readonly family: string
  readonly type: string
  readonly modality: string
}

/** Models of the catalogue whose layers are known, so that they can be measured. */
export const benchmarkableModels = (): BenchmarkableModel[] =>
  MODELS.flatMap(({ id, family, config }) => (config === undefined ? [] : [{ name: id, family, type: config.model_type, modality: MODALITIES[family] }]))
