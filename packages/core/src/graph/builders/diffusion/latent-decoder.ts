import { attention } from '../../blocks/attention.ts'
import { GraphBuilder } from '../../builder.ts'
import type { Tensor } from '../../graph.ts'
import type { ModelBuilder } from '../model-builder.ts'
import { checkedImageSize } from '../vision/image.ts'
import { asImage, asTokens, normedSwish, residualBlock, upsampled } from './residual-block.ts'

/** The decoder of the autoencoder of Stable Diffusion. Rombach et al. 2021. */
export interface LatentDecoderConfig {
  /** Channels of each level, the one next to the image first. */
  readonly widths: readonly number[]
  /** Residual blocks of a level. */
  readonly blocks: number
  readonly channels: number
  readonly imageSize: number
}

/** Graph of the decoder: a latent [batch, channels, side / 8, side / 8] to an image [batch, 3, side, side]. */
export const latentDecoder: ModelBuilder<LatentDecoderConfig> = {
  id: 'latent_decoder',
  title: 'Decoder of latent images',
  input: 'latent',
  defaultSize: 512,
  generates: false,
  build: ({ widths, blocks, channels, imageSize }, size) => {
    const { batch, side, precision } = checkedImageSize(size, imageSize)
    const b = new GraphBuilder('latent_decoder', precision)
    const latent = Math.ceil(side / 2 ** (widths.length - 1))
    const sample = b.conv(b.input('latent_sample', [batch, channels, latent, latent]), 'unquantize', { channels, kernel: 1 })
    let x = middle(b, b.conv(sample, 'first', { channels: widths.at(-1)!, kernel: 3, padding: 1 }))
    widths.toReversed().forEach((width, level) => {
      for (let i = 0; i < blocks; i++) x = b.scope(`up.${level}.${i}`, () => residualBlock(b, x, width))
      if (level < widths.length - 1) x = b.scope(`up.${level}`, () => upsampled(b, x))
    })
    b.output(b.conv(normedSwish(b, x, 'norm'), 'last', { channels: 3, kernel: 3, padding: 1 }))
    return b.build()
  },
}

/** Residual blocks around one head of attention over the whole latent image. */
function middle(b: GraphBuilder, x: Tensor): Tensor {
  const width = x.shape[1]!
  const before = b.scope('middle.0', () => residualBlock(b, x, width))
  const tokens = asTokens(b, b.groupNorm(before, 'middle.norm', Math.min(32, width)))
  const attended = b.scope('middle.attention', () => attention(b, tokens, { heads: 1, biases: ['query', 'key', 'value', 'output'] }))
  return b.scope('middle.1', () => residualBlock(b, b.add(asImage(b, attended, before), before), width))
}
