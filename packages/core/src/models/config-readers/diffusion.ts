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

/** The UNet of Stable Diffusion as the Diffusers library describes it; `transformer_layers_per_block` has 0 for levels without attention. */
function unet(fields: ConfigFields): Architecture {
  const widths = fields.counts('block_out_channels', LIMITS.width, [320, 640, 1280, 1280], LEVELS)
  const depths = perLevel(fields, 'transformer_layers_per_block', widths.length, [1, 1, 1, 0], 0)
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

/** Readers of parts of diffusion models by `model_type`; Diffusers names them by class instead. */
export const DIFFUSION_READERS: readonly (readonly [type: string, read: (fields: ConfigFields) => Architecture])[] = [
  ['unet_2d_condition', unet],
  ['autoencoder_kl', latentDecoder],
]
