import { GraphBuilder } from '../../builder.ts'
import type { Tensor } from '../../graph.ts'
import type { ModelBuilder } from '../model-builder.ts'
import { checkedImageSize, pixels, pooled } from './image.ts'
import { normedConv } from './resnet.ts'

/** DenseNet. Huang et al. 2016. */
export interface DenseNetConfig {
  /** Channels every layer adds. */
  readonly growth: number
  readonly stem: number
  /** Layers of each block. */
  readonly depths: readonly number[]
  readonly classes: number
}

/** Graph of a densely connected network: an image [batch, 3, side, side] to scores [batch, classes]. */
export const densenet: ModelBuilder<DenseNetConfig> = {
  id: 'densenet',
  title: 'Densely connected network',
  input: 'image',
  defaultSize: 224,
  generates: false,
  build: ({ growth, stem, depths, classes }, size) => {
    const image = checkedImageSize(size, 224)
    const b = new GraphBuilder('densenet', image.precision)
    const start = b.relu(normedConv(b, pixels(b, image), 'stem', { channels: stem, kernel: 7, stride: 2, padding: 3 }))
    let x = b.maxPool(start, { kernel: 3, stride: 2, padding: 1 })
    depths.forEach((depth, stage) => {
      if (stage > 0) x = b.scope(`transition.${stage}`, () => transition(b, x))
      for (let i = 0; i < depth; i++) x = b.concat([x, b.scope(`block.${stage}.${i}`, () => layer(b, x, growth))], 1)
    })
    b.output(b.linear(pooled(b, b.relu(b.batchNorm(x, 'norm'))), 'classifier', classes))
    return b.build()
  },
}

function layer(b: GraphBuilder, x: Tensor, growth: number): Tensor {
  const squeezed = b.conv(b.relu(b.batchNorm(x, 'norm1')), 'conv1', { channels: 4 * growth, kernel: 1, bias: false })
  return b.conv(b.relu(b.batchNorm(squeezed, 'norm2')), 'conv2', { channels: growth, kernel: 3, padding: 1, bias: false })
}

function transition(b: GraphBuilder, x: Tensor): Tensor {
  const halved = b.conv(b.relu(b.batchNorm(x, 'norm')), 'conv', { channels: Math.floor(x.shape[1]! / 2), kernel: 1, bias: false })
  return b.averagePool(halved, { kernel: 2, stride: 2 })
}
