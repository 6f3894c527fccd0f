import { causalMask } from '../../blocks/mask.ts'
import { norm, type TransformerLayerConfig, transformerLayer } from '../../blocks/transformer-layer.ts'
import { GraphBuilder } from '../../builder.ts'
import type { Tensor } from '../../graph.ts'
import { checkedSize, type ModelBuilder } from '../model-builder.ts'

/** Whisper. Radford et al. 2022. */
export interface WhisperConfig {
  readonly width: number
  readonly encoderLayers: number
  readonly encoderLayer: TransformerLayerConfig
  readonly decoderLayers: number
  readonly decoderLayer: TransformerLayerConfig
  readonly melBins: number
  readonly vocabulary: number
  /** Rows of the decoder's position table. */
  readonly positions: number
  /** Tokens the decoder writes for the audio: about 100 for thirty seconds of speech. */
  readonly textLength: number
  /** Default `both`. */
  readonly part?: 'both' | 'encoder' | 'decoder'
}

/**
 * Graph of Whisper: a spectrogram [batch, mel bins, frames] (3,000 frames are thirty seconds) to the scores of the tokens that are written, all in one pass as in training.
 * The size counts frames.
 */
export const whisper: ModelBuilder<WhisperConfig> = {
  id: 'whisper',
  title: 'Whisper',
  input: 'audio',
  defaultSize: 3000,
  generates: false,
  build: (config, size) => {
    const { batch, sequence, precision } = checkedSize(size, 3000)
    const b = new GraphBuilder('whisper', precision)
    const { part = 'both' } = config
    const states = part === 'decoder' ? b.input('encoder_states', [batch, Math.ceil(sequence / 2), config.width]) : b.scope('encoder', () => encoded(b, batch, sequence, config))
    b.output(part === 'encoder' ? states : b.scope('decoder', () => decoded(b, states, config)))
    return b.build()
  },
}

function encoded(b: GraphBuilder, batch: number, frames: number, { width, melBins, encoderLayers, encoderLayer }: WhisperConfig): Tensor {
  const first = b.gelu(b.conv(b.input('input_features', [batch, melBins, frames]), 'conv1', { channels: width, kernel: 3, padding: 1 }))
  const second = b.gelu(b.conv(first, 'conv2', { channels: width, kernel: 3, stride: 2, padding: 1 }))
  let states = b.transpose(second, [0, 2, 1])
  states = b.add(states, b.buffer('positions', [states.shape[1]!, width]))
  for (let i = 0; i < encoderLayers; i++) states = b.scope(`layer.${i}`, () => transformerLayer(b, states, encoderLayer))
  return norm(b, states, 'norm', encoderLayer)
}

function decoded(b: GraphBuilder, source: Tensor, { width, vocabulary, positions, textLength, decoderLayers, decoderLayer }: WhisperConfig): Tensor {
  const ids = b.input('decoder_input_ids', [source.shape[0]!, textLength], 'int64')
  let states = b.add(b.embedding(ids, 'tokens', vocabulary, width), b.embedding(b.range(0, textLength), 'positions', positions, width))
  const context = { masks: [causalMask(b, { start: 0, end: textLength })], cross: { source } }
  for (let i = 0; i < decoderLayers; i++) states = b.scope(`layer.${i}`, () => transformerLayer(b, states, decoderLayer, context))
  return b.matMul(norm(b, states, 'norm', decoderLayer), b.transpose(b.weight('tokens.weight', [vocabulary, width]), [1, 0]))
}
