import { BenchcastError } from '../../errors.ts'
import type { Architecture, EncoderConfig, VitConfig } from '../../graph/index.ts'
import { LIMITS } from '../../graph/index.ts'
import type { ConfigFields } from './config-fields.ts'
import { ENCODER_READERS } from './encoders.ts'
import { vitConfig } from './vision.ts'

function textTower(fields: ConfigFields, type: string): EncoderConfig {
  const architecture = new Map(ENCODER_READERS).get(type)!(fields.section('text_config') ?? missing('text_config'))
  return architecture.builder === 'encoder' ? architecture.config : missing('text_config')
}

function imageTower(fields: ConfigFields): VitConfig {
  const vision = fields.section('vision_config') ?? missing('vision_config')
  const { classes: _, ...tower } = vitConfig(vision)
  return tower
}

function missing(section: string): never {
  throw new BenchcastError('invalid_model', `${section} is missing: give both vision_config and text_config, as in a Hugging Face config.json.`)
}

function pair({ layers: visionLayers, ...vision }: VitConfig, { layers: textLayers, ...text }: EncoderConfig, usualLength: number): Architecture {
  return { builder: 'image_text', config: { vision, visionLayers, text, textLayers, captionLength: text.positions ?? usualLength } }
}

function clip(fields: ConfigFields): Architecture {
  const projection = fields.count('projection_dim', LIMITS.width, 512)
  const text = { ...textTower(fields, 'clip_text_model'), projection }
  const vision: VitConfig = { ...imageTower(fields), patchBias: false, preNorm: true, pool: 'class', classes: projection, classifierBias: false }
  return pair(vision, text, 77)
}

function siglip(fields: ConfigFields): Architecture {
  const text = textTower(fields, 'siglip_text_model')
  const vision: VitConfig = { ...imageTower(fields), extraTokens: 0, pool: 'attention' }
  return pair(vision, text, 64)
}

/** Readers of pairs of an image and a text tower by `model_type`. */
export const IMAGE_TEXT_READERS: readonly (readonly [type: string, read: (fields: ConfigFields) => Architecture])[] = [
  ['clip', clip],
  ['siglip', siglip],
]
