import { ACTIVATIONS, type Activation } from '../../blocks/activation.ts'
import { GraphBuilder } from '../../builder.ts'
import type { Tensor } from '../../graph.ts'
import type { ModelBuilder } from '../model-builder.ts'
import { checkedImageSize, pixels, pooled } from './image.ts'
import { normedConv } from './resnet.ts'

/** One block: 1 x 1 to `inner` channels (left out when that is what comes in), depthwise, optional squeeze and excitation, 1 x 1 to `width`. */
export interface InvertedResidualBlock {
  readonly kernel: number
  readonly stride: number
  readonly inner: number
  readonly width: number
  /** Channels of the squeeze; none when absent. */
  readonly squeeze?: number
  readonly activation: Activation
}

/** MobileNet V2 and V3 and EfficientNet: a stem, inverted residual blocks, a 1 x 1 convolution, a classifier. Sandler et al. 2018, Howard et al. 2019, Tan and Le 2019. */
export interface InvertedResidualConfig {
  readonly stem: number
  readonly blocks: readonly InvertedResidualBlock[]
  /** Channels of the last convolution. */
  readonly head: number
  /** Units of a hidden layer before the classifier (MobileNet V3). */
  readonly hidden?: number
  /** Of stem and head. */
  readonly activation: Activation
  /** Of the gate of squeeze and excitation. */
  readonly gate: Activation
  readonly imageSize: number
  readonly classes: number
}

/** Graph of a network of inverted residuals: an image [batch, 3, side, side] to scores [batch, classes]. */
export const invertedResidual: ModelBuilder<InvertedResidualConfig> = {
  id: 'inverted_residual',
  title: 'Network of inverted residuals',
  input: 'image',
  defaultSize: 224,
  generates: false,
  build: (config, size) => {
    const image = checkedImageSize(size, config.imageSize)
    const b = new GraphBuilder('inverted_residual', image.precision)
    const activate = (x: Tensor) => ACTIVATIONS[config.activation](b, x)
    let x = activate(normedConv(b, pixels(b, image), 'stem', { channels: config.stem, kernel: 3, stride: 2, padding: 1 }))
    config.blocks.forEach((block, i) => {
      x = b.scope(`block.${i}`, () => inverted(b, x, block, config.gate))
    })
    const features = pooled(b, activate(normedConv(b, x, 'head', { channels: config.head, kernel: 1 })))
    const hidden = config.hidden === undefined ? features : activate(b.linear(features, 'hidden', config.hidden))
    b.output(b.linear(hidden, 'classifier', config.classes))
    return b.build()
  },
}

function inverted(b: GraphBuilder, x: Tensor, { kernel, stride, inner, width, squeeze, activation }: InvertedResidualBlock, gate: Activation): Tensor {
  const activate = (y: Tensor) => ACTIVATIONS[activation](b, y)
  const wide = inner === x.shape[1] ? x : activate(normedConv(b, x, 'expand', { channels: inner, kernel: 1 }))
  const spatial = activate(normedConv(b, wide, 'depthwise', { channels: inner, kernel, stride, padding: Math.floor(kernel / 2), groups: inner }))
  const gated = squeeze === undefined ? spatial : squeezeExcite(b, spatial, squeeze, activation === 'hard_swish' ? 'relu' : activation, gate)
  const narrow = normedConv(b, gated, 'project', { channels: width, kernel: 1 })
  return stride === 1 && x.shape[1] === width ? b.add(narrow, x) : narrow
}

/** Channels weighed by a gate that sees the whole image. Hu et al. 2017. */
function squeezeExcite(b: GraphBuilder, x: Tensor, squeeze: number, activation: Activation, gate: Activation): Tensor {
  const small = ACTIVATIONS[activation](b, b.conv(b.globalAveragePool(x), 'squeeze', { channels: squeeze, kernel: 1 }))
  return b.mul(x, ACTIVATIONS[gate](b, b.conv(small, 'excite', { channels: x.shape[1]!, kernel: 1 })))
}
