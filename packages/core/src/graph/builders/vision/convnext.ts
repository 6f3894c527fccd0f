import { GraphBuilder } from '../../builder.ts'
import type { Tensor } from '../../graph.ts'
import type { ModelBuilder } from '../model-builder.ts'
import { channelsFirst, channelsLast, checkedImageSize, pixels, pooled } from './image.ts'

/** ConvNeXt (Liu et al. 2022) and ConvNeXt V2 (Woo et al. 2023). */
export interface ConvNextConfig {
  readonly depths: readonly number[]
  readonly widths: readonly number[]
  /** V2 normalises the hidden channels by their response over the image, instead of scaling the layer's result. */
  readonly responseNorm: boolean
  readonly imageSize: number
  readonly classes: number
}

/** Graph of a ConvNeXt: an image [batch, 3, side, side] to scores [batch, classes]. */
export const convnext: ModelBuilder<ConvNextConfig> = {
  id: 'convnext',
  title: 'ConvNeXt',
  input: 'image',
  defaultSize: 224,
  generates: false,
  build: (config, size) => {
    const image = checkedImageSize(size, config.imageSize)
    const b = new GraphBuilder('convnext', image.precision)
    let x = imageNorm(b, b.conv(pixels(b, image), 'stem', { channels: config.widths[0]!, kernel: 4, stride: 4 }), 'stem_norm')
    config.depths.forEach((depth, stage) => {
      if (stage > 0) x = b.conv(imageNorm(b, x, `downsample.${stage}.norm`), `downsample.${stage}`, { channels: config.widths[stage]!, kernel: 2, stride: 2 })
      for (let i = 0; i < depth; i++) x = b.scope(`stage.${stage}.${i}`, () => block(b, x, config.responseNorm))
    })
    b.output(b.linear(b.layerNorm(pooled(b, x), 'norm', { epsilon: 1e-6 }), 'classifier', config.classes))
    return b.build()
  },
}

/** Layer norm over channels of [batch, channels, height, width]. */
function imageNorm(b: GraphBuilder, x: Tensor, name: string): Tensor {
  return channelsFirst(b, b.layerNorm(channelsLast(b, x), name, { epsilon: 1e-6 }))
}

function block(b: GraphBuilder, x: Tensor, isV2: boolean): Tensor {
  const width = x.shape[1]!
  const spatial = channelsLast(b, b.conv(x, 'depthwise', { channels: width, kernel: 7, padding: 3, groups: width }))
  const hidden = b.gelu(b.linear(b.layerNorm(spatial, 'norm', { epsilon: 1e-6 }), 'up', 4 * width))
  const mixed = b.linear(isV2 ? responseNorm(b, hidden) : hidden, 'down', width)
  return b.add(x, channelsFirst(b, isV2 ? mixed : b.mul(mixed, b.weight('scale', [width]))))
}

/** Global response normalization of [batch, height, width, channels]: x (1 + weight n) + bias, n = norm over the image / its mean over channels. */
function responseNorm(b: GraphBuilder, x: Tensor): Tensor {
  const norms = b.reduce('L2', x, [1, 2])
  const relative = b.div(norms, b.add(b.reduce('Mean', norms, [-1]), 1e-6))
  const channels = [x.shape[3]!]
  return b.add(b.add(b.mul(b.mul(x, relative), b.weight('response.weight', channels)), b.weight('response.bias', channels)), x)
}
