import { GraphBuilder } from '../../builder.ts'
import type { Tensor } from '../../graph.ts'
import type { ModelBuilder } from '../model-builder.ts'
import { checkedImageSize, pixels, pooled } from './image.ts'

/** ResNet, ResNeXt and Wide ResNet. He et al. 2015; the stride of a bottleneck is in its 3 x 3 convolution (v1.5). */
export interface ResNetConfig {
  readonly block: 'basic' | 'bottleneck'
  /** Blocks of each stage. */
  readonly depths: readonly number[]
  /** Channels each stage gives. */
  readonly widths: readonly number[]
  /** Channels of the stem. Default 64. */
  readonly stem?: number
  /** Groups of the 3 x 3 convolution of a bottleneck (ResNeXt). Default 1. */
  readonly groups?: number
  /** Channels of a group for 64 channels of base width; 64 is a plain bottleneck, 128 a wide one. Default 64. */
  readonly widthPerGroup?: number
  readonly classes: number
}

/** Graph of a residual network: an image [batch, 3, side, side] to scores [batch, classes]. */
export const resnet: ModelBuilder<ResNetConfig> = {
  id: 'resnet',
  title: 'Residual network',
  input: 'image',
  defaultSize: 224,
  generates: false,
  build: (config, size) => {
    const image = checkedImageSize(size, 224)
    const b = new GraphBuilder('resnet', image.precision)
    const stem = b.relu(normedConv(b, pixels(b, image), 'stem', { channels: config.stem ?? 64, kernel: 7, stride: 2, padding: 3 }))
    let x = b.maxPool(stem, { kernel: 3, stride: 2, padding: 1 })
    config.depths.forEach((depth, stage) => {
      for (let i = 0; i < depth; i++) x = b.scope(`stage.${stage}.${i}`, () => block(b, x, config, config.widths[stage]!, stage > 0 && i === 0 ? 2 : 1))
    })
    b.output(b.linear(pooled(b, x), 'classifier', config.classes))
    return b.build()
  },
}

function block(b: GraphBuilder, x: Tensor, config: ResNetConfig, width: number, stride: number): Tensor {
  const straight = config.block === 'basic' ? basic(b, x, width, stride) : bottleneck(b, x, config, width, stride)
  const shortcut = stride === 1 && x.shape[1] === width ? x : normedConv(b, x, 'shortcut', { channels: width, kernel: 1, stride })
  return b.relu(b.add(straight, shortcut))
}

function basic(b: GraphBuilder, x: Tensor, width: number, stride: number): Tensor {
  const first = b.relu(normedConv(b, x, 'conv1', { channels: width, kernel: 3, stride, padding: 1 }))
  return normedConv(b, first, 'conv2', { channels: width, kernel: 3, padding: 1 })
}

function bottleneck(b: GraphBuilder, x: Tensor, { groups = 1, widthPerGroup = 64 }: ResNetConfig, width: number, stride: number): Tensor {
  const inner = Math.floor(((width / 4) * widthPerGroup) / 64) * groups
  const reduced = b.relu(normedConv(b, x, 'conv1', { channels: inner, kernel: 1 }))
  const spatial = b.relu(normedConv(b, reduced, 'conv2', { channels: inner, kernel: 3, stride, padding: 1, groups }))
  return normedConv(b, spatial, 'conv3', { channels: width, kernel: 1 })
}

/** Convolution without bias, then batch norm, which runtimes fold into its weights. */
export function normedConv(b: GraphBuilder, x: Tensor, name: string, options: Parameters<GraphBuilder['conv']>[2]): Tensor {
  return b.fusible('convolution', () => b.batchNorm(b.conv(x, name, { ...options, bias: false }), `${name}_norm`))
}
