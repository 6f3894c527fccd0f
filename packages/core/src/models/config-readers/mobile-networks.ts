import type { Architecture, InvertedResidualBlock, InvertedResidualConfig } from '../../graph/index.ts'
import { LIMITS, roundedChannels } from '../../graph/index.ts'
import type { ConfigFields } from './config-fields.ts'

const sizesOf = (fields: ConfigFields) => ({ imageSize: fields.count('image_size', LIMITS.length, 224), classes: fields.count('num_labels', LIMITS.vocabulary, 1000) })
const multiplierOf = (fields: ConfigFields, name: string) => fields.number(name, [0.05, 16], 1)

/** Expansion, channels, repetitions, stride of the first, kernel. Sandler et al. 2018, table 2. */
const V2_STAGES = [
  [1, 16, 1, 1, 3],
  [6, 24, 2, 2, 3],
  [6, 32, 3, 2, 3],
  [6, 64, 4, 2, 3],
  [6, 96, 3, 1, 3],
  [6, 160, 3, 2, 3],
  [6, 320, 1, 1, 3],
] as const

/** MobileNet V2, its width by `depth_multiplier`; the last convolution never has fewer than 1,280 channels. */
export function mobileNetV2(fields: ConfigFields): Architecture {
  const multiplier = multiplierOf(fields, 'depth_multiplier')
  const stem = roundedChannels(32 * multiplier)
  const blocks: InvertedResidualBlock[] = []
  let width = stem
  for (const [expansion, channels, count, stride, kernel] of V2_STAGES) {
    for (let i = 0; i < count; i++) {
      const next = roundedChannels(channels * multiplier)
      blocks.push({ kernel, stride: i === 0 ? stride : 1, inner: expansion * width, width: next, activation: 'relu6' })
      width = next
    }
  }
  const head = roundedChannels(1280 * Math.max(1, multiplier))
  return { builder: 'inverted_residual', config: { stem, blocks, head, activation: 'relu6', gate: 'sigmoid', ...sizesOf(fields) } }
}

/** Kernel, inner channels, channels, squeeze and excitation, activation, stride. */
type V3Row = readonly [kernel: number, inner: number, width: number, squeezed: boolean, activation: 'relu' | 'hard_swish', stride: number]

/** Howard et al. 2019, table 1. */
const V3_LARGE: readonly V3Row[] = [
  [3, 16, 16, false, 'relu', 1],
  [3, 64, 24, false, 'relu', 2],
  [3, 72, 24, false, 'relu', 1],
  [5, 72, 40, true, 'relu', 2],
  [5, 120, 40, true, 'relu', 1],
  [5, 120, 40, true, 'relu', 1],
  [3, 240, 80, false, 'hard_swish', 2],
  [3, 200, 80, false, 'hard_swish', 1],
  [3, 184, 80, false, 'hard_swish', 1],
  [3, 184, 80, false, 'hard_swish', 1],
  [3, 480, 112, true, 'hard_swish', 1],
  [3, 672, 112, true, 'hard_swish', 1],
  [5, 672, 160, true, 'hard_swish', 2],
  [5, 960, 160, true, 'hard_swish', 1],
  [5, 960, 160, true, 'hard_swish', 1],
]

/** Howard et al. 2019, table 2. */
const V3_SMALL: readonly V3Row[] = [
  [3, 16, 16, true, 'relu', 2],
  [3, 72, 24, false, 'relu', 2],
  [3, 88, 24, false, 'relu', 1],
  [5, 96, 40, true, 'hard_swish', 2],
  [5, 240, 40, true, 'hard_swish', 1],
  [5, 240, 40, true, 'hard_swish', 1],
  [5, 120, 48, true, 'hard_swish', 1],
  [5, 144, 48, true, 'hard_swish', 1],
  [5, 288, 96, true, 'hard_swish', 2],
  [5, 576, 96, true, 'hard_swish', 1],
  [5, 576, 96, true, 'hard_swish', 1],
]

/** MobileNet V3, `variant` large or small, its width by `depth_multiplier`. */
export function mobileNetV3(fields: ConfigFields): Architecture {
  const small = fields.text('variant', 'large') === 'small'
  const multiplier = multiplierOf(fields, 'depth_multiplier')
  const scaled = (channels: number) => roundedChannels(channels * multiplier)
  const blocks = (small ? V3_SMALL : V3_LARGE).map(
    ([kernel, inner, width, squeezed, activation, stride]): InvertedResidualBlock => ({
      kernel,
      stride,
      inner: scaled(inner),
      width: scaled(width),
      activation,
      ...(squeezed ? { squeeze: roundedChannels(scaled(inner) / 4) } : {}),
    }),
  )
  const hidden = roundedChannels((small ? 1024 : 1280) * Math.max(1, multiplier))
  const config: InvertedResidualConfig = { stem: scaled(16), blocks, head: scaled(small ? 576 : 960), hidden, activation: 'hard_swish', gate: 'hard_sigmoid', ...sizesOf(fields) }
  return { builder: 'inverted_residual', config }
}

/** Expansion, channels, repetitions, stride of the first, kernel. Tan and Le 2019, table 1. */
const EFFICIENT_STAGES = [
  [1, 16, 1, 1, 3],
  [6, 24, 2, 2, 3],
  [6, 40, 2, 2, 5],
  [6, 80, 3, 2, 3],
  [6, 112, 3, 1, 5],
  [6, 192, 4, 2, 5],
  [6, 320, 1, 1, 3],
] as const

/** EfficientNet by `width_coefficient` and `depth_coefficient`; `lite` has no squeeze, ReLU6, and a stem and head of fixed size. */
export function efficientNet(fields: ConfigFields): Architecture {
  const [widthBy, depthBy] = [multiplierOf(fields, 'width_coefficient'), multiplierOf(fields, 'depth_coefficient')]
  const lite = fields.flag('lite', false)
  const activation = lite ? 'relu6' : 'silu'
  const scaled = (channels: number) => roundedChannels(channels * widthBy)
  const stem = lite ? 32 : scaled(32)
  const blocks: InvertedResidualBlock[] = []
  let width = stem
  EFFICIENT_STAGES.forEach(([expansion, channels, count, stride, kernel], stage) => {
    const isEnd = stage === 0 || stage === EFFICIENT_STAGES.length - 1
    const repetitions = lite && isEnd ? count : Math.ceil(count * depthBy)
    for (let i = 0; i < repetitions; i++) {
      const squeeze = lite ? {} : { squeeze: Math.max(1, Math.floor(width / 4)) }
      blocks.push({ kernel, stride: i === 0 ? stride : 1, inner: expansion * width, width: scaled(channels), activation, ...squeeze })
      width = scaled(channels)
    }
  })
  const head = lite ? 1280 : scaled(1280)
  return { builder: 'inverted_residual', config: { stem, blocks, head, activation, gate: 'sigmoid', ...sizesOf(fields) } }
}
