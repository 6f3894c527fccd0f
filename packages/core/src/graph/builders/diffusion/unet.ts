import { ACTIVATIONS } from '../../blocks/activation.ts'
import type { BiasPlace } from '../../blocks/attention.ts'
import { transformerLayer } from '../../blocks/transformer-layer.ts'
import { GraphBuilder } from '../../builder.ts'
import type { Tensor } from '../../graph.ts'
import type { ModelBuilder } from '../model-builder.ts'
import { checkedImageSize } from '../vision/image.ts'
import { asImage, asTokens, normedSwish, residualBlock, upsampled } from './residual-block.ts'

/** The network of Stable Diffusion that takes noise away. Rombach et al. 2021, Podell et al. 2023. */
export interface UNetConfig {
  /** Channels of each level. */
  readonly widths: readonly number[]
  /** Residual blocks of a level on the way down; one more on the way up. */
  readonly blocks: number
  /** Transformer layers behind each residual block of a level: 0 for none, `deep` for `deepLayers`. */
  readonly transformers: readonly (number | 'deep')[]
  /** Transformer layers in the middle, and wherever `transformers` says so. */
  readonly deepLayers: number
  /** Attention heads of each level. */
  readonly heads: readonly number[]
  /** Width of the text's states. */
  readonly textWidth: number
  readonly textLength: number
  /** Channels of the latent image, which is an eighth of the image on each side. */
  readonly channels: number
  /** Width of further conditions beside the time (size and text of Stable Diffusion XL). */
  readonly conditionWidth?: number
  readonly imageSize: number
}

const BIASES: readonly BiasPlace[] = ['output', 'gate', 'up', 'down', 'norm']
const LATENT = 8

/** Graph of one step: a noisy latent [batch, channels, side / 8, side / 8], a time and a text to the noise. */
export const unet: ModelBuilder<UNetConfig> = {
  id: 'unet',
  title: 'Diffusion U-Net',
  input: 'latent',
  defaultSize: 512,
  generates: false,
  repeats: () => [{ field: 'deepLayers', period: 1 }],
  build: (config, size) => {
    const { batch, side, precision } = checkedImageSize(size, config.imageSize)
    const b = new GraphBuilder('unet', precision)
    const latent = Math.ceil(side / LATENT)
    const context: Context = { config, time: conditions(b, batch, config), text: b.input('encoder_hidden_states', [batch, config.textLength, config.textWidth]) }
    const first = b.conv(b.input('sample', [batch, config.channels, latent, latent]), 'first', { channels: config.widths[0]!, kernel: 3, padding: 1 })
    const skips = b.scope('down', () => down(b, first, context))
    const middle = b.scope('middle', () => bottom(b, skips.at(-1)!, context))
    const states = b.scope('up', () => up(b, middle, skips, context))
    b.output(b.conv(normedSwish(b, states, 'norm'), 'last', { channels: config.channels, kernel: 3, padding: 1 }))
    return b.build()
  },
}

interface Context {
  readonly config: UNetConfig
  readonly time: Tensor
  readonly text: Tensor
}

/** The time of the diffusion (as sines, fed by the caller) and other conditions as one vector. */
function conditions(b: GraphBuilder, batch: number, { widths, conditionWidth }: UNetConfig): Tensor {
  const width = 4 * widths[0]!
  const two = (x: Tensor, name: string) => b.linear(ACTIVATIONS.silu(b, b.linear(x, `${name}1`, width)), `${name}2`, width)
  const time = two(b.input('time_features', [batch, widths[0]!]), 'time')
  return conditionWidth === undefined ? time : b.add(time, two(b.input('condition_features', [batch, conditionWidth]), 'condition'))
}

/** States after the first convolution and after every block and halving, which the way up takes in again. */
function down(b: GraphBuilder, first: Tensor, context: Context): readonly Tensor[] {
  const { widths, blocks } = context.config
  const skips = [first]
  widths.forEach((width, level) => {
    for (let i = 0; i < blocks; i++) skips.push(b.scope(`${level}.${i}`, () => block(b, skips.at(-1)!, width, level, context)))
    if (level < widths.length - 1) skips.push(b.conv(skips.at(-1)!, `${level}.halve`, { channels: width, kernel: 3, stride: 2, padding: 1 }))
  })
  return skips
}

function bottom(b: GraphBuilder, x: Tensor, context: Context): Tensor {
  const { widths, deepLayers, heads } = context.config
  const width = widths.at(-1)!
  const first = b.scope('0', () => residualBlock(b, x, width, context.time))
  const attended = spatialTransformer(b, first, deepLayers, heads.at(-1)!, context)
  return b.scope('1', () => residualBlock(b, attended, width, context.time))
}

function up(b: GraphBuilder, x: Tensor, skips: readonly Tensor[], context: Context): Tensor {
  const { widths, blocks } = context.config
  const left = [...skips]
  let states = x
  for (let level = widths.length - 1; level >= 0; level--) {
    for (let i = 0; i <= blocks; i++) {
      const skip = left.pop()!
      states = b.scope(`${level}.${i}`, () => block(b, b.concat([states, skip], 1), widths[level]!, level, context))
    }
    if (level > 0) states = b.scope(`${level}`, () => upsampled(b, states, left.at(-1)!))
  }
  return states
}

function block(b: GraphBuilder, x: Tensor, width: number, level: number, context: Context): Tensor {
  const states = residualBlock(b, x, width, context.time)
  const { transformers, deepLayers, heads } = context.config
  const layers = transformers[level] === 'deep' ? deepLayers : (transformers[level] ?? 0)
  return layers === 0 ? states : spatialTransformer(b, states, layers, heads[level]!, context)
}

/** Places of the image as tokens that look at one another and at the text. */
function spatialTransformer(b: GraphBuilder, x: Tensor, layers: number, heads: number, { text }: Context): Tensor {
  const width = x.shape[1]!
  const layer = { heads, biases: BIASES, intermediate: 4 * width, activation: 'gelu', gated: true, arrangement: 'pre', norm: 'layer' } as const
  let tokens = b.linear(asTokens(b, b.groupNorm(x, 'attention_norm', Math.min(32, width))), 'enter', width)
  for (let i = 0; i < layers; i++) tokens = b.scope(`layer.${i}`, () => transformerLayer(b, tokens, layer, { cross: { source: text } }))
  return b.add(asImage(b, b.linear(tokens, 'leave', width), x), x)
}
