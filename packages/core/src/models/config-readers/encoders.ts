import type { Architecture, BiasPlace, EncoderConfig, TransformerLayerConfig } from '../../graph/index.ts'
import { LIMITS } from '../../graph/index.ts'
import type { ConfigFields } from './config-fields.ts'
import { ALL_BIASES, rotaryBase, rotarySize, type TransformerSizes, transformerSizes } from './transformer-fields.ts'

/** What the code of a `model_type` fixes. Defaults are those of the Transformers library. */
interface EncoderStyle {
  readonly activation?: TransformerLayerConfig['activation']
  readonly arrangement?: TransformerLayerConfig['arrangement']
  readonly gated?: boolean
  readonly biases?: readonly BiasPlace[]
  readonly vocabulary?: number
  readonly layer?: (fields: ConfigFields, sizes: TransformerSizes) => Partial<TransformerLayerConfig>
  readonly model: (fields: ConfigFields, sizes: TransformerSizes) => Partial<EncoderConfig>
}

const positions = (fields: ConfigFields, otherwise: number) => ({ positions: fields.count('max_position_embeddings', LIMITS.length, otherwise) })
const tokenTypes = (fields: ConfigFields, otherwise: number) => ({ tokenTypes: fields.count('type_vocab_size', LIMITS.vocabulary, otherwise, 0) })
const embeddingWidth = (fields: ConfigFields) => ({ embeddingWidth: fields.count('embedding_size', LIMITS.width, 128) })
const rotary = (fields: ConfigFields, { headSize }: TransformerSizes, base: number) => ({ rotary: { size: rotarySize(headSize, 1), base: rotaryBase(fields, base) } })

const BERT: EncoderStyle = { model: (fields) => ({ ...positions(fields, 512), ...tokenTypes(fields, 2), pooler: true }) }
const CLIP_TEXT: EncoderStyle = {
  activation: 'quick_gelu',
  arrangement: 'pre',
  vocabulary: 49408,
  model: (fields) => ({
    ...positions(fields, 77),
    causal: true,
    embeddingNorm: false,
    finalNorm: true,
    ...(fields.has('projection_dim') && { projection: fields.count('projection_dim', LIMITS.width) }),
  }),
}
const SIGLIP_TEXT: EncoderStyle = {
  activation: 'gelu_tanh',
  arrangement: 'pre',
  vocabulary: 32000,
  model: (fields, { width }) => ({ ...positions(fields, 64), embeddingNorm: false, finalNorm: true, projection: fields.count('projection_size', LIMITS.width, width), projectionBias: true }),
}

/** Relative positions of DeBERTa: as many on each side as there are buckets, or as sequences are long. */
function disentangled(fields: ConfigFields): Partial<TransformerLayerConfig> {
  if (!fields.flag('relative_attention', false)) return {}
  const buckets = fields.number('position_buckets', [-1, LIMITS.length], -1)
  const span = buckets > 0 ? buckets : fields.count('max_position_embeddings', LIMITS.length, 512)
  const types = fields.texts('pos_att_type').join('|')
  return { disentangled: { span, sides: ['c2p', 'p2c'].filter((type) => types.includes(type)).length, shared: fields.flag('share_att_key', false) } }
}

const DEBERTA: EncoderStyle = {
  layer: disentangled,
  model: (fields, { width }) => ({
    ...(fields.flag('position_biased_input', false) && positions(fields, 512)),
    ...tokenTypes(fields, 0),
    embeddingWidth: fields.count('embedding_size', LIMITS.width, width),
  }),
}

/** Styles by `model_type`. */
const STYLES: Readonly<Record<string, EncoderStyle>> = {
  bert: BERT,
  roberta: BERT,
  'xlm-roberta': BERT,
  camembert: BERT,
  distilbert: { model: (fields) => positions(fields, 512) },
  mpnet: {
    model: (fields) => ({
      ...positions(fields, 512),
      pooler: true,
      relativeBias: { buckets: fields.count('relative_attention_num_buckets', LIMITS.length, 32), maxDistance: 128, bidirectional: true },
    }),
  },
  albert: { activation: 'gelu_tanh', model: (fields) => ({ ...positions(fields, 512), ...tokenTypes(fields, 2), ...embeddingWidth(fields), sharedLayers: true, pooler: true }) },
  electra: { model: (fields) => ({ ...positions(fields, 512), ...tokenTypes(fields, 2), ...embeddingWidth(fields) }) },
  deberta: DEBERTA,
  'deberta-v2': DEBERTA,
  nomic_bert: { activation: 'silu', gated: true, biases: ['norm'], model: (fields, sizes) => ({ ...tokenTypes(fields, 2), ...rotary(fields, sizes, 1000) }) },
  modernbert: { arrangement: 'pre', gated: true, biases: [], vocabulary: 50368, model: (fields, sizes) => ({ ...rotary(fields, sizes, 160_000), finalNorm: true }) },
  clip_text_model: CLIP_TEXT,
  siglip_text_model: SIGLIP_TEXT,
}

function readEncoder(style: EncoderStyle, fields: ConfigFields): Architecture {
  const sizes = transformerSizes(fields, style)
  const { width, layers, vocabulary, headSize, heads, intermediate } = sizes
  const layer: TransformerLayerConfig = {
    heads,
    headSize,
    intermediate,
    activation: fields.activation(['hidden_act', 'activation', 'activation_function', 'hidden_activation'], style.activation ?? 'gelu'),
    gated: style.gated ?? false,
    norm: 'layer',
    epsilon: fields.number(['layer_norm_eps', 'layer_norm_epsilon', 'norm_eps'], [0, 1], 1e-12),
    arrangement: style.arrangement ?? 'post',
    biases: style.biases ?? ALL_BIASES,
    ...style.layer?.(fields, sizes),
  }
  return { builder: 'encoder', config: { width, layers, layer, vocabulary, embeddingNorm: true, ...style.model(fields, sizes) } }
}

/** Readers of text encoders by `model_type`. */
export const ENCODER_READERS = Object.entries(STYLES).map(([type, style]) => [type, (fields: ConfigFields) => readEncoder(style, fields)] as const)
