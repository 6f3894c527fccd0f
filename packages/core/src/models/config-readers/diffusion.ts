import type { Architecture } from '../../graph/index.ts'
import { LIMITS } from '../../graph/index.ts'
import type { ConfigFields } from './config-fields.ts'

const LEVELS = { most: 8 }
const LATENT = 8

/** Numbers for every level from a list, or from one number for all of them. */
function perLevel(fields: ConfigFields, name: string, levels: number, otherwise: readonly number[], lowest = 1): readonly number[] {
  const list = fields.counts(name, LIMITS.width, otherwise, { ...LEVELS, lowest })
  return list.length >= levels ? list : Array.from({ length: levels }, (_, level) => list[level] ?? list.at(-1)!)
}

const imageSizeOf = (fields: ConfigFields, sample: number) => LATENT * fields.count('sample_size', LIMITS.length, sample)

/** Layers of attention of each level: none where `down_block_types` has a block without, or where `transformer_layers_per_block` says 0. */
function attentionDepths(fields: ConfigFields, levels: number): readonly number[] {
  const blocks = fields.texts('down_block_types')
  if (blocks.length === 0) return perLevel(fields, 'transformer_layers_per_block', levels, [1, 1, 1, 0], 0)
  return perLevel(fields, 'transformer_layers_per_block', levels, [1], 0).map((depth, level) => (blocks[level]?.includes('CrossAttn') === false ? 0 : depth))
}

/** The UNet of Stable Diffusion as the Diffusers library describes it. */
function unet(fields: ConfigFields): Architecture {
  const widths = fields.counts('block_out_channels', LIMITS.width, [320, 640, 1280, 1280], LEVELS)
  const depths = attentionDepths(fields, widths.length)
  const deepLayers = depths.at(-1) || Math.max(1, ...depths)
  const condition = fields.count('projection_class_embeddings_input_dim', LIMITS.width, 0, 0)
  const config = {
    widths,
    blocks: fields.count('layers_per_block', LIMITS.layers, 2),
    transformers: depths.map((depth) => (depth === deepLayers ? 'deep' : depth)),
    deepLayers,
    heads: perLevel(fields, 'attention_head_dim', widths.length, [8]),
    textWidth: fields.count('cross_attention_dim', LIMITS.width, 768),
    textLength: 77,
    channels: fields.count('in_channels', LIMITS.width, 4),
    imageSize: imageSizeOf(fields, 64),
    ...(condition > 0 && { conditionWidth: condition }),
  } as const
  return { builder: 'unet', config }
}

/** The decoder of an autoencoder of latent images; its blocks are one more than the encoder's. */
function latentDecoder(fields: ConfigFields): Architecture {
  const widths = fields.counts('block_out_channels', LIMITS.width, [128, 256, 512, 512], LEVELS)
  const imageSize = fields.count('sample_size', LIMITS.length, 512)
  return { builder: 'latent_decoder', config: { widths, blocks: fields.count('layers_per_block', LIMITS.layers, 2) + 1, channels: fields.count('latent_channels', LIMITS.width, 4), imageSize } }
}

/** What Diffusers calls the parts that can be read: its configurations have a class in place of a `model_type`. */
export const DIFFUSERS_CLASSES: ReadonlyMap<string, string> = new Map([
  ['UNet2DConditionModel', 'unet_2d_condition'],
  ['AutoencoderKL', 'autoencoder_kl'],
])

/** Readers of parts of diffusion models by `model_type`. */
export const DIFFUSION_READERS: readonly (readonly [type: string, read: (fields: ConfigFields) => Architecture])[] = [
  ['unet_2d_condition', unet],
  ['autoencoder_kl', latentDecoder],
]
