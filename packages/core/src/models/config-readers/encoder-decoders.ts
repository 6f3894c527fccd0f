import type { Architecture, EncoderDecoderConfig, TransformerLayerConfig } from '../../graph/index.ts'
import { LIMITS } from '../../graph/index.ts'
import type { ConfigFields } from './config-fields.ts'
import { ALL_BIASES } from './transformer-fields.ts'

/** T5 and its variants: RMS norms, no biases, unscaled scores with one relative bias for all layers, optionally gated. */
function readT5(fields: ConfigFields): Architecture {
  const heads = fields.count('num_heads', LIMITS.width, 8)
  const projection = fields.text('feed_forward_proj', 'relu')
  const layer: TransformerLayerConfig = {
    heads,
    headSize: fields.count('d_kv', LIMITS.width, 64),
    intermediate: fields.count('d_ff', LIMITS.width, 2048),
    activation: projection.endsWith('relu') ? 'relu' : projection.endsWith('silu') ? 'silu' : 'gelu_tanh',
    gated: projection.startsWith('gated-'),
    norm: 'rms',
    epsilon: 1e-6,
    arrangement: 'pre',
    scale: 1,
    biases: [],
  }
  const encoderLayers = fields.count('num_layers', LIMITS.layers)
  return {
    builder: 'encoder_decoder',
    config: {
      width: fields.count('d_model', LIMITS.width),
      encoderLayers,
      decoderLayers: fields.count('num_decoder_layers', LIMITS.layers, encoderLayers),
      encoderLayer: layer,
      decoderLayer: layer,
      vocabulary: fields.count('vocab_size', LIMITS.vocabulary, 32128),
      tiedEmbeddings: fields.flag('tie_word_embeddings', true),
      relativeBias: { buckets: fields.count('relative_attention_num_buckets', LIMITS.length, 32, 4), maxDistance: fields.count('relative_attention_max_distance', LIMITS.length, 128, 4) },
      embeddingNorm: false,
      finalNorm: true,
    },
  }
}

/** What the code of a `model_type` in the style of BART fixes. */
interface BartStyle {
  readonly arrangement: TransformerLayerConfig['arrangement']
  readonly activation: TransformerLayerConfig['activation']
  readonly biases?: TransformerLayerConfig['biases']
  readonly model: (fields: ConfigFields) => Pick<EncoderDecoderConfig, 'embeddingNorm' | 'finalNorm' | 'positions' | 'sinusoidal' | 'audio'>
}

const positions = (fields: ConfigFields, extra = 0) => fields.count(['max_position_embeddings', 'max_target_positions'], LIMITS.length, 1024) + extra

const BART_STYLES: Readonly<Record<string, BartStyle>> = {
  bart: { arrangement: 'post', activation: 'gelu', model: (fields) => ({ embeddingNorm: true, finalNorm: false, positions: positions(fields, 2) }) },
  mbart: { arrangement: 'pre', activation: 'gelu', model: (fields) => ({ embeddingNorm: true, finalNorm: true, positions: positions(fields, 2) }) },
  pegasus: { arrangement: 'pre', activation: 'relu', model: (fields) => ({ embeddingNorm: false, finalNorm: true, positions: positions(fields), sinusoidal: true }) },
  marian: { arrangement: 'post', activation: 'silu', model: (fields) => ({ embeddingNorm: false, finalNorm: false, positions: positions(fields), sinusoidal: true }) },
  m2m_100: { arrangement: 'pre', activation: 'relu', model: (fields) => ({ embeddingNorm: false, finalNorm: true, positions: positions(fields, 2), sinusoidal: true }) },
  whisper: {
    arrangement: 'pre',
    activation: 'gelu',
    biases: ALL_BIASES.filter((place) => place !== 'key'),
    model: (fields) => ({
      embeddingNorm: false,
      finalNorm: true,
      positions: fields.count('max_target_positions', LIMITS.length, 448),
      audio: { melBins: fields.count('num_mel_bins', LIMITS.width, 80), frames: 2 * fields.count('max_source_positions', LIMITS.length, 1500) },
    }),
  },
}

function readBart(style: BartStyle, fields: ConfigFields): Architecture {
  const width = fields.count('d_model', LIMITS.width)
  const layer = (side: string): TransformerLayerConfig => ({
    heads: fields.count(`${side}_attention_heads`, LIMITS.width, 16),
    intermediate: fields.count(`${side}_ffn_dim`, LIMITS.width, 4 * width),
    activation: fields.activation('activation_function', style.activation),
    norm: 'layer',
    arrangement: style.arrangement,
    biases: style.biases ?? ALL_BIASES,
  })
  return {
    builder: 'encoder_decoder',
    config: {
      width,
      encoderLayers: fields.count('encoder_layers', LIMITS.layers),
      decoderLayers: fields.count('decoder_layers', LIMITS.layers),
      encoderLayer: layer('encoder'),
      decoderLayer: layer('decoder'),
      vocabulary: fields.count('vocab_size', LIMITS.vocabulary, 50265),
      tiedEmbeddings: fields.flag('tie_word_embeddings', true),
      ...style.model(fields),
    },
  }
}

/** Readers of encoder-decoders by `model_type`. */
export const ENCODER_DECODER_READERS = [
  ...['t5', 'mt5', 'umt5'].map((type) => [type, readT5] as const),
  ...Object.entries(BART_STYLES).map(([type, style]) => [type, (fields: ConfigFields) => readBart(style, fields)] as const),
]
