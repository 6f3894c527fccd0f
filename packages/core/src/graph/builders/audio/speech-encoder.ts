import { norm, type TransformerLayerConfig, transformerLayer } from '../../blocks/transformer-layer.ts'
import { GraphBuilder } from '../../builder.ts'
import type { Tensor } from '../../graph.ts'
import { checkedSize, type ModelBuilder } from '../model-builder.ts'

/** wav2vec 2.0 (Baevski et al. 2020), HuBERT (Hsu et al. 2021), WavLM: convolutions over the raw signal, then a transformer. */
export interface SpeechEncoderConfig {
  readonly width: number
  readonly layers: number
  readonly layer: TransformerLayerConfig
  /** Channels, kernel and stride of each convolution. */
  readonly convolutions: readonly { readonly channels: number; readonly kernel: number; readonly stride: number }[]
  readonly convolutionBias: boolean
  /** `first`: one group norm behind the first convolution; `all`: a layer norm behind each. */
  readonly convolutionNorm: 'first' | 'all'
  /** Kernel and groups of the convolution that gives positions. */
  readonly positions: { readonly kernel: number; readonly groups: number }
  /** Characters of the output, when it is fine-tuned to recognise speech. */
  readonly vocabulary?: number
}

/** Graph of a speech encoder: a signal [batch, samples] to states or characters, one for 20 ms. The size counts samples. */
export const speechEncoder: ModelBuilder<SpeechEncoderConfig> = {
  id: 'speech_encoder',
  title: 'Speech encoder',
  input: 'audio',
  defaultSize: 160_000,
  generates: false,
  repeats: () => [{ field: 'layers', period: 1 }],
  build: (config, size) => {
    const { batch, sequence, precision } = checkedSize(size, 160_000)
    const b = new GraphBuilder('speech_encoder', precision)
    const features = convolved(b, b.reshape(b.input('input_values', [batch, sequence]), [batch, 1, sequence]), config)
    const tokens = b.transpose(features, [0, 2, 1])
    let states = b.linear(b.layerNorm(tokens, 'features_norm'), 'features', config.width)
    states = b.add(states, positions(b, states, config))
    if (config.layer.arrangement === 'post') states = norm(b, states, 'norm', config.layer)
    for (let i = 0; i < config.layers; i++) states = b.scope(`layer.${i}`, () => transformerLayer(b, states, config.layer))
    if (config.layer.arrangement !== 'post') states = norm(b, states, 'norm', config.layer)
    b.output(config.vocabulary === undefined ? states : b.linear(states, 'characters', config.vocabulary))
    return b.build()
  },
}

function convolved(b: GraphBuilder, signal: Tensor, { convolutions, convolutionBias, convolutionNorm }: SpeechEncoderConfig): Tensor {
  let x = signal
  convolutions.forEach(({ channels, kernel, stride }, i) => {
    x = b.conv(x, `conv.${i}`, { channels, kernel, stride, bias: convolutionBias })
    if (convolutionNorm === 'all') x = b.transpose(b.layerNorm(b.transpose(x, [0, 2, 1]), `conv.${i}.norm`), [0, 2, 1])
    else if (i === 0) x = b.groupNorm(x, 'conv.0.norm', channels)
    x = b.gelu(x)
  })
  return x
}

/** Positions relative to the neighbours: a wide grouped convolution, whose last result is dropped when the kernel is even. */
function positions(b: GraphBuilder, states: Tensor, { width, positions: { kernel, groups } }: SpeechEncoderConfig): Tensor {
  const length = states.shape[1]!
  const convolution = b.conv(b.transpose(states, [0, 2, 1]), 'positions', { channels: width, kernel, padding: Math.floor(kernel / 2), groups })
  const even = kernel % 2 === 0 ? b.slice(convolution, 2, 0, length) : convolution
  return b.transpose(b.gelu(even), [0, 2, 1])
}
