import type { Architecture, BiasPlace, DecoderConfig, ExpertsConfig, TransformerLayerConfig } from '../../graph/index.ts'
import { LIMITS } from '../../graph/index.ts'
import type { ConfigFields } from './config-fields.ts'
import { ALL_BIASES, ATTENTION_BIASES, FEED_FORWARD_BIASES, rotaryBase, rotarySize, type TransformerSizes, transformerSizes } from './transformer-fields.ts'

/** What the code of a `model_type` fixes, and what it reads of the configuration under names of its own. Defaults are those of the Transformers library. */
interface DecoderStyle {
  readonly norm: 'layer' | 'rms'
  readonly arrangement?: (fields: ConfigFields) => TransformerLayerConfig['arrangement']
  readonly gated: boolean
  readonly activation: TransformerLayerConfig['activation']
  readonly biases: (fields: ConfigFields) => readonly BiasPlace[]
  /** Share of each head that turns; 0 for other kinds of positions. */
  readonly rotaryShare: (fields: ConfigFields, headSize: number) => number
  readonly tied: boolean
  readonly headSize?: number
  readonly vocabulary?: number
  readonly keyValueHeads?: (fields: ConfigFields, heads: number) => number
  readonly layer?: (fields: ConfigFields, sizes: TransformerSizes) => Partial<TransformerLayerConfig>
  readonly model?: (fields: ConfigFields, sizes: TransformerSizes) => Partial<DecoderConfig>
}

const whole = () => 1
const none = () => 0
const partial = (otherwise: number) => (fields: ConfigFields) => fields.number(['partial_rotary_factor', 'rotary_pct', 'rope_pct'], [0.01, 1], otherwise)
const all = () => ALL_BIASES
const learnedPositions = (fields: ConfigFields) => ({ positions: fields.count(['n_positions', 'max_position_embeddings'], LIMITS.length, 1024) })

/** Biases that the flags `attention_bias` and `mlp_bias` switch on. */
function flagged(fields: ConfigFields): readonly BiasPlace[] {
  return [...(fields.flag('attention_bias', false) ? ATTENTION_BIASES : []), ...(fields.flag('mlp_bias', false) ? FEED_FORWARD_BIASES : [])]
}

/** What mixtures of experts call the number of experts. */
const EXPERT_COUNTS = ['num_local_experts', 'num_experts', 'n_routed_experts']

function experts(fields: ConfigFields, inner: number): ExpertsConfig {
  const count = fields.count(EXPERT_COUNTS, LIMITS.width)
  const intermediate = fields.count('moe_intermediate_size', LIMITS.width, inner)
  const gated = fields.count('shared_expert_intermediate_size', LIMITS.width, 0, 0)
  const shared = gated > 0 ? gated : intermediate * fields.count('n_shared_experts', LIMITS.width, 0, 0)
  return {
    count,
    active: fields.count(['num_experts_per_tok', 'num_experts_per_token', 'experts_per_token', 'moe_top_k'], count),
    intermediate,
    ...(shared > 0 && { shared, sharedGate: gated > 0 }),
  }
}

const mixture = (fields: ConfigFields, { intermediate }: TransformerSizes) => ({ experts: experts(fields, intermediate) })

/** The window of `sliding_window`, in all layers but every `globalEvery`-th. */
function windowed(fields: ConfigFields, globalEvery?: number): Partial<DecoderConfig> {
  const size = fields.count(['sliding_window', 'window_size'], LIMITS.length, 0, 0)
  return size === 0 ? {} : { window: { size, ...(globalEvery !== undefined && { globalEvery }) } }
}

const denseLayers = (fields: ConfigFields) => ({ denseLayers: fields.count('first_k_dense_replace', LIMITS.layers, 0, 0) })

/** Heads of DeepSeek, which are made of a latent vector. */
function latent(fields: ConfigFields): Partial<TransformerLayerConfig> {
  const size = (name: string, otherwise: number) => fields.count(name, LIMITS.width, otherwise)
  const ranks = { keyValueRank: size('kv_lora_rank', 512), ...(fields.has('q_lora_rank') && { queryRank: size('q_lora_rank', 1536) }) }
  return { latent: { ...ranks, plainSize: size('qk_nope_head_dim', 128), rotarySize: size('qk_rope_head_dim', 64), valueSize: size('v_head_dim', 128) } }
}

const gemmaScale = (fields: ConfigFields, headSize: number) => ({ scale: 1 / Math.sqrt(fields.number('query_pre_attn_scalar', [1, 1e6], headSize)) })
const scaledEmbeddings = ({ width }: TransformerSizes) => ({ embeddingScale: Math.sqrt(width) })

const LLAMA: DecoderStyle = { norm: 'rms', gated: true, activation: 'silu', biases: flagged, rotaryShare: partial(1), tied: false }
const GPT2: DecoderStyle = { norm: 'layer', gated: false, activation: 'gelu_tanh', biases: all, rotaryShare: none, tied: true, model: learnedPositions }
const GEMMA: DecoderStyle = { ...LLAMA, activation: 'gelu_tanh', rotaryShare: whole, tied: true, headSize: 256, vocabulary: 256000, model: (_fields, sizes) => scaledEmbeddings(sizes) }
const QWEN3: DecoderStyle = { ...LLAMA, headSize: 128, layer: () => ({ queryKeyNorm: 'head' }) }
const QWEN2: DecoderStyle = { ...LLAMA, biases: () => ['query', 'key', 'value'], model: (fields) => (fields.flag('use_sliding_window', false) ? windowed(fields) : {}) }

const DEEPSEEK: DecoderStyle = {
  ...LLAMA,
  headSize: 128,
  rotaryShare: none,
  layer: (fields, sizes) => ({ ...latent(fields), ...(fields.has('n_routed_experts') && mixture(fields, sizes)) }),
  model: (fields) => ({ rotary: { size: rotarySize(fields.count('qk_rope_head_dim', LIMITS.width, 64), 1), base: rotaryBase(fields) }, ...denseLayers(fields) }),
}

/** Styles by `model_type`. */
const STYLES: Readonly<Record<string, DecoderStyle>> = {
  llama: LLAMA,
  granite: LLAMA,
  internlm2: LLAMA,
  smollm3: LLAMA,
  mistral: { ...LLAMA, model: (fields) => windowed(fields) },
  mixtral: { ...LLAMA, layer: mixture, model: (fields) => windowed(fields) },
  nemotron: { ...LLAMA, norm: 'layer', gated: false, activation: 'relu2', biases: () => ['norm'], rotaryShare: partial(0.5) },
  qwen2: QWEN2,
  qwen2_moe: { ...QWEN2, layer: mixture },
  qwen3: QWEN3,
  qwen3_moe: { ...QWEN3, layer: (fields, sizes) => ({ queryKeyNorm: 'head', ...mixture(fields, sizes) }) },
  gemma: GEMMA,
  gemma2: {
    ...GEMMA,
    arrangement: () => 'sandwich',
    layer: (fields, { headSize }) => ({ ...gemmaScale(fields, headSize), softcap: fields.number('attn_logit_softcapping', [0.1, 1e6], 50) }),
    model: (fields, sizes) => ({ ...scaledEmbeddings(sizes), logitsSoftcap: fields.number('final_logit_softcapping', [0.1, 1e6], 30), ...windowed(fields, 2) }),
  },
  gemma3_text: {
    ...GEMMA,
    vocabulary: 262208,
    arrangement: () => 'sandwich',
    layer: (fields, { headSize }) => ({ ...gemmaScale(fields, headSize), queryKeyNorm: 'head' }),
    model: (fields, sizes) => ({ ...scaledEmbeddings(sizes), ...windowed(fields, fields.count('sliding_window_pattern', LIMITS.layers, 6)) }),
  },
  phi: { norm: 'layer', arrangement: () => 'parallel', gated: false, activation: 'gelu_tanh', biases: all, rotaryShare: partial(0.5), tied: false, model: () => ({ logitsBias: true }) },
  phi3: LLAMA,
  chatglm: { ...LLAMA, rotaryShare: () => 0.5, biases: (fields) => (fields.flag('add_qkv_bias', false) ? ['query', 'key', 'value'] : []) },
  phimoe: { ...LLAMA, norm: 'layer', biases: (fields) => ['norm', ...flagged(fields)], layer: mixture, model: (fields) => ({ logitsBias: fields.flag('lm_head_bias', false) }) },
  baichuan: LLAMA,
  granitemoe: { ...LLAMA, layer: mixture },
  olmoe: { ...LLAMA, layer: (fields, sizes) => ({ queryKeyNorm: 'width', ...mixture(fields, sizes) }) },
  glm4_moe: {
    ...LLAMA,
    rotaryShare: partial(0.5),
    layer: (fields, sizes) => ({ ...(fields.flag('use_qk_norm', false) && { queryKeyNorm: 'head' as const }), ...mixture(fields, sizes) }),
    biases: (fields) => (fields.flag('attention_bias', false) ? ['query', 'key', 'value'] : []),
    model: denseLayers,
  },
  deepseek_v2: DEEPSEEK,
  deepseek_v3: DEEPSEEK,
  kimi_k2: DEEPSEEK,
  stablelm: {
    ...LLAMA,
    norm: 'layer',
    arrangement: (fields) => (fields.flag('use_parallel_residual', false) ? 'parallel' : 'pre'),
    biases: (fields) => ['norm', ...(fields.flag('use_qkv_bias', false) ? (['query', 'key', 'value'] as const) : [])],
    rotaryShare: partial(0.25),
  },
  olmo: { ...LLAMA, norm: 'layer' },
  olmo2: { ...LLAMA, arrangement: () => 'output', layer: () => ({ queryKeyNorm: 'width' }) },
  cohere: { ...LLAMA, norm: 'layer', arrangement: () => 'parallel', tied: true },
  starcoder2: { ...LLAMA, norm: 'layer', gated: false, activation: 'gelu_tanh', biases: (fields) => (fields.flag('use_bias', true) ? ALL_BIASES : ['norm']), tied: true },
  gpt_oss: { ...LLAMA, biases: () => ATTENTION_BIASES, headSize: 64, layer: mixture, model: (fields) => windowed(fields, 2) },
  gpt_neox: {
    ...GPT2,
    activation: 'gelu',
    arrangement: (fields) => (fields.flag('use_parallel_residual', true) ? 'parallel_two' : 'pre'),
    rotaryShare: partial(0.25),
    tied: false,
    model: () => ({}),
  },
  gpt2: GPT2,
  gpt_bigcode: { ...GPT2, keyValueHeads: (fields, heads) => (fields.flag('multi_query', true) ? 1 : heads) },
  gpt_neo: { ...GPT2, biases: () => ['output', 'up', 'down', 'norm'], layer: () => ({ scale: 1 }), model: (fields) => ({ ...learnedPositions(fields), ...windowed(fields, 2) }) },
  gptj: {
    ...GPT2,
    arrangement: () => 'parallel',
    biases: () => ['up', 'down', 'norm'],
    rotaryShare: (fields, headSize) => fields.count('rotary_dim', headSize, Math.min(64, headSize)) / headSize,
    tied: false,
    model: () => ({ logitsBias: true }),
  },
  opt: {
    ...GPT2,
    activation: 'relu',
    arrangement: (fields) => (fields.flag('do_layer_norm_before', true) ? 'pre' : 'post'),
    model: (fields, { width }) => ({
      positions: fields.count('max_position_embeddings', LIMITS.length, 2048) + 2,
      embeddingWidth: fields.count('word_embed_proj_dim', LIMITS.width, width),
      finalNorm: fields.flag('do_layer_norm_before', true),
    }),
  },
  bloom: { ...GPT2, model: () => ({ linearBias: true, embeddingNorm: true }) },
  mpt: { ...GPT2, activation: 'gelu', biases: (fields) => (fields.flag('no_bias', true) ? [] : ALL_BIASES), model: () => ({ linearBias: true }) },
  falcon: {
    ...GPT2,
    activation: 'gelu',
    arrangement: (fields) => (fields.flag('new_decoder_architecture', false) ? 'parallel_two' : fields.flag('parallel_attn', true) ? 'parallel' : 'pre'),
    biases: (fields) => (fields.flag('bias', false) ? ALL_BIASES : ['norm']),
    rotaryShare: (fields) => (fields.flag('alibi', false) ? 0 : 1),
    keyValueHeads: (fields, heads) => (fields.flag('new_decoder_architecture', false) ? fields.count('num_kv_heads', heads, heads) : fields.flag('multi_query', true) ? 1 : heads),
    model: (fields) => (fields.flag('alibi', false) ? { linearBias: true } : {}),
  },
}

function readDecoder(style: DecoderStyle, fields: ConfigFields): Architecture {
  const sizes = transformerSizes(fields, style)
  const { layers, width, heads, headSize, vocabulary } = sizes
  const share = style.rotaryShare(fields, headSize)
  const layer: TransformerLayerConfig = {
    heads,
    keyValueHeads: style.keyValueHeads?.(fields, heads) ?? sizes.keyValueHeads,
    headSize,
    intermediate: sizes.intermediate,
    activation: fields.activation(['hidden_act', 'hidden_activation', 'activation_function', 'activation'], style.activation),
    gated: style.gated,
    norm: style.norm,
    epsilon: fields.number(['rms_norm_eps', 'layer_norm_epsilon', 'layer_norm_eps', 'norm_epsilon'], [0, 1], 1e-5),
    arrangement: style.arrangement?.(fields) ?? 'pre',
    biases: style.biases(fields),
    ...style.layer?.(fields, sizes),
  }
  const rotary = share > 0 ? { rotary: { size: rotarySize(headSize, share), base: rotaryBase(fields) } } : {}
  const tiedEmbeddings = fields.flag('tie_word_embeddings', style.tied)
  return { builder: 'decoder', config: { width, layers, layer, vocabulary, tiedEmbeddings, finalNorm: true, ...rotary, ...style.model?.(fields, sizes) } }
}

/** Readers of language models by `model_type`. */
export const DECODER_READERS = Object.entries(STYLES).map(([type, style]) => [type, (fields: ConfigFields) => readDecoder(style, fields)] as const)

const likeLlama: DecoderStyle = { ...LLAMA, layer: (fields, sizes) => (fields.count(EXPERT_COUNTS, LIMITS.width, 0, 0) > 1 ? mixture(fields, sizes) : {}) }

/** Reads an unknown language model as one in the style of Llama, which most are, with experts where it has them. */
export const readLikeLlama = (fields: ConfigFields): Architecture => readDecoder(likeLlama, fields)
