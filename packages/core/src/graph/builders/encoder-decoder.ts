import type { AttentionContext } from '../blocks/attention.ts'
import { logits } from '../blocks/head.ts'
import { causalMask, paddingMask } from '../blocks/mask.ts'
import { type RelativeBiasConfig, relativeBias } from '../blocks/position-bias.ts'
import { type LayerContext, norm, type TransformerLayerConfig, transformerLayer } from '../blocks/transformer-layer.ts'
import { GraphBuilder } from '../builder.ts'
import type { Tensor } from '../graph.ts'
import { checkedSize, type ModelBuilder } from './model-builder.ts'

/** An encoder and a decoder that looks at it: T5, BART, Marian, Pegasus, M2M100, and Whisper, whose encoder hears. */
export interface EncoderDecoderConfig {
  readonly width: number
  readonly encoderLayers: number
  readonly decoderLayers: number
  readonly encoderLayer: TransformerLayerConfig
  readonly decoderLayer: TransformerLayerConfig
  readonly vocabulary: number
  /** The output matrix is the embedding table. */
  readonly tiedEmbeddings: boolean
  /** Rows of each side's position table (the decoder's, with audio); none when absent. */
  readonly positions?: number
  /** Positions are sinusoids, which are fixed. */
  readonly sinusoidal?: boolean
  /** One bias table for all layers of a side (T5). */
  readonly relativeBias?: Omit<RelativeBiasConfig, 'bidirectional'>
  readonly embeddingNorm: boolean
  readonly finalNorm: boolean
  /** The encoder hears mel spectrograms [batch, bins, frames] through two convolutions, the second with stride 2. */
  readonly audio?: { readonly melBins: number; readonly frames: number }
}

interface Sides {
  readonly config: EncoderDecoderConfig
  readonly batch: number
  /** Encoder states, which the decoder looks at. */
  readonly keys: number
}

/**
 * Graph of an encoder-decoder. `forward`: both sides over `sequence` tokens (audio: the whole spectrogram and `sequence` tokens); `prefill`: the encoder, and the decoder's first
 * token; `decode`: one token after `past` generated ones, the decoder alone, its keys and values of the encoder cached.
 */
export const encoderDecoder: ModelBuilder<EncoderDecoderConfig> = {
  id: 'encoder_decoder',
  title: 'Encoder-decoder',
  input: 'tokens',
  defaultSize: 128,
  generates: true,
  repeats: () => ['encoderLayers', 'decoderLayers'].map((field) => ({ field, period: 1 })),
  build: (config, size) => {
    const { batch, sequence, precision, phase, past } = checkedSize(size, 128)
    const b = new GraphBuilder('encoder_decoder', precision)
    const sides = { config, batch, keys: config.audio === undefined ? sequence : Math.ceil(config.audio.frames / 2) }
    const source = phase === 'decode' ? undefined : b.scope('encoder', () => encoderSide(b, sides))
    const start = phase === 'decode' ? past : 0
    const end = phase === 'forward' ? sequence : start + 1
    const states = b.scope('decoder', () => decoderSide(b, sides, { source, start, end, keepsCache: phase !== 'forward' }))
    const tied = config.tiedEmbeddings ? tokenTable(b, config) : undefined
    b.output(logits(b, states, { tied, vocabulary: config.vocabulary }))
    return b.build()
  },
}

const tokenTable = (b: GraphBuilder, { vocabulary, width }: EncoderDecoderConfig) => b.weight('tokens.weight', [vocabulary, width])

function encoderSide(b: GraphBuilder, { config, batch, keys }: Sides): Tensor {
  const { audio, encoderLayer: layer } = config
  const embedded = audio === undefined ? textStem(b, config, b.input('input_ids', [batch, keys], 'int64')) : audioStem(b, config, b.input('mel', [batch, audio.melBins, audio.frames]))
  let states = addPositions(b, embedded, config, { start: 0, end: keys, rows: audio === undefined ? config.positions : keys })
  const masks = [audio === undefined ? paddingMask(b, batch, keys) : undefined, stackBias(b, config, layer, { start: 0, end: keys, bidirectional: true })]
  for (let i = 0; i < config.encoderLayers; i++) states = b.scope(`layer.${i}`, () => transformerLayer(b, states, layer, { masks }))
  return config.finalNorm ? norm(b, states, 'final_norm', layer) : states
}

function textStem(b: GraphBuilder, config: EncoderDecoderConfig, ids: Tensor): Tensor {
  return b.node('Gather', [b.root(() => tokenTable(b, config)), ids], { axis: 0 })
}

/** [batch, bins, frames] to [batch, frames / 2, width]. */
function audioStem(b: GraphBuilder, { width }: EncoderDecoderConfig, mel: Tensor): Tensor {
  const first = b.gelu(b.conv(mel, 'conv1', { channels: width, kernel: 3, padding: 1 }))
  const second = b.gelu(b.conv(first, 'conv2', { channels: width, kernel: 3, stride: 2, padding: 1 }))
  return b.transpose(second, [0, 2, 1])
}

interface PositionSpan {
  readonly start: number
  readonly end: number
  /** Rows of the table; no table when undefined. */
  readonly rows: number | undefined
}

function addPositions(b: GraphBuilder, states: Tensor, { width, sinusoidal, embeddingNorm, encoderLayer }: EncoderDecoderConfig, { start, end, rows }: PositionSpan): Tensor {
  let sum = states
  if (rows !== undefined) {
    const table = sinusoidal ? b.buffer('positions.weight', [rows, width], b.type) : b.weight('positions.weight', [rows, width])
    sum = b.add(sum, b.positions(table, start, end))
  }
  return embeddingNorm ? norm(b, sum, 'embedding_norm', encoderLayer) : sum
}

interface BiasSpan {
  readonly start: number
  readonly end: number
  readonly bidirectional: boolean
}

function stackBias(b: GraphBuilder, { relativeBias: config }: EncoderDecoderConfig, layer: TransformerLayerConfig, { start, end, bidirectional }: BiasSpan): Tensor | undefined {
  return config && relativeBias(b, 'relative_attention_bias', layer.heads, { ...config, bidirectional }, start, end)
}

interface DecoderSpan {
  readonly source: Tensor | undefined
  readonly start: number
  readonly end: number
  readonly keepsCache: boolean
}

function decoderSide(b: GraphBuilder, sides: Sides, span: DecoderSpan): Tensor {
  const { config, batch, keys } = sides
  const { decoderLayer: layer } = config
  const { start, end } = span
  let states = addPositions(b, textStem(b, config, b.input('decoder_input_ids', [batch, end - start], 'int64')), config, { start, end, rows: config.positions })
  const masks = [causalMask(b, { start, end }), stackBias(b, config, layer, { start, end, bidirectional: false })]
  const crossMasks = config.audio === undefined ? [paddingMask(b, batch, keys, 'encoder_attention_mask')] : []
  for (let i = 0; i < config.decoderLayers; i++) states = b.scope(`layer.${i}`, () => transformerLayer(b, states, layer, decoderContext(b, sides, span, { index: i, masks, crossMasks })))
  return config.finalNorm ? norm(b, states, 'final_norm', layer) : states
}

interface LayerMasks {
  readonly index: number
  readonly masks: AttentionContext['masks']
  readonly crossMasks: AttentionContext['masks']
}

function decoderContext(b: GraphBuilder, { config, batch, keys }: Sides, { source, start, keepsCache }: DecoderSpan, { index, masks = [], crossMasks = [] }: LayerMasks): LayerContext {
  const { heads, headSize = config.width / heads } = config.decoderLayer
  const cache = (name: string, length: number) => ({
    key: b.cacheInput(`past.${index}.${name}.key`, [batch, heads, length, headSize]),
    value: b.cacheInput(`past.${index}.${name}.value`, [batch, heads, length, headSize]),
  })
  const present = (name: string) => (keepsCache ? `present.${index}.${name}` : undefined)
  return {
    masks,
    past: start > 0 ? cache('self', start) : undefined,
    present: present('self'),
    cross: source === undefined ? { masks: crossMasks, past: cache('cross', keys), pastIsWhole: true } : { masks: crossMasks, source, present: present('cross') },
  }
}
