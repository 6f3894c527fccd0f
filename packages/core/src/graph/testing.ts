import type { TransformerLayerConfig } from './blocks/transformer-layer.ts'
import type { Architecture } from './builders/index.ts'

const BIASES = ['query', 'key', 'value', 'output', 'up', 'down', 'norm'] as const
const POST: TransformerLayerConfig = { heads: 4, intermediate: 64, activation: 'gelu', norm: 'layer', arrangement: 'post', biases: BIASES }
const PRE: TransformerLayerConfig = { ...POST, arrangement: 'pre', activation: 'gelu_tanh' }
const GATED: TransformerLayerConfig = { heads: 4, keyValueHeads: 2, headSize: 8, intermediate: 48, activation: 'silu', gated: true, norm: 'rms', arrangement: 'pre', biases: [] }

const ENCODER = { width: 32, layers: 4, layer: POST, vocabulary: 100, embeddingNorm: true } as const
const DECODER = { width: 32, layers: 7, layer: GATED, vocabulary: 100, tiedEmbeddings: false, finalNorm: true, rotary: { size: 8, base: 10_000 } } as const
const SEQ2SEQ = { width: 32, encoderLayers: 4, decoderLayers: 4, encoderLayer: POST, decoderLayer: POST, vocabulary: 100, tiedEmbeddings: true } as const
const EXPERTS = { count: 8, active: 2, intermediate: 24 }

/** Small models that between them use every block and every arrangement of the transformer builders. */
export const SAMPLES: Readonly<Record<string, Architecture>> = {
  bert: { builder: 'encoder', config: { ...ENCODER, positions: 512, tokenTypes: 2, pooler: true } },
  albert: { builder: 'encoder', config: { ...ENCODER, positions: 512, embeddingWidth: 16, sharedLayers: true } },
  mpnet: { builder: 'encoder', config: { ...ENCODER, positions: 512, relativeBias: { buckets: 32, maxDistance: 128, bidirectional: true } } },
  deberta: { builder: 'encoder', config: { ...ENCODER, layer: { ...POST, disentangled: { span: 16, sides: 2, shared: false } } } },
  modernbert: { builder: 'encoder', config: { ...ENCODER, layer: { ...PRE, gated: true, biases: [] }, rotary: { size: 8, base: 160_000 }, finalNorm: true } },
  clip_text: { builder: 'encoder', config: { ...ENCODER, layer: { ...PRE, activation: 'quick_gelu' }, positions: 77, causal: true, embeddingNorm: false, finalNorm: true, projection: 16 } },
  gpt2: { builder: 'decoder', config: { width: 32, layers: 4, layer: PRE, vocabulary: 100, tiedEmbeddings: true, positions: 64, finalNorm: true } },
  opt_350m: {
    builder: 'decoder',
    config: { width: 32, layers: 4, layer: { ...POST, activation: 'relu' }, vocabulary: 100, tiedEmbeddings: true, positions: 64, embeddingWidth: 16, finalNorm: false },
  },
  bloom: { builder: 'decoder', config: { width: 32, layers: 4, layer: PRE, vocabulary: 100, tiedEmbeddings: true, linearBias: true, embeddingNorm: true, finalNorm: true } },
  llama: { builder: 'decoder', config: DECODER },
  phi: { builder: 'decoder', config: { ...DECODER, layer: { ...PRE, arrangement: 'parallel' }, rotary: { size: 4, base: 10_000 }, logitsBias: true } },
  gpt_neox: { builder: 'decoder', config: { ...DECODER, layer: { ...PRE, arrangement: 'parallel_two' }, rotary: { size: 2, base: 10_000 } } },
  gemma2: { builder: 'decoder', config: { ...DECODER, layer: { ...GATED, arrangement: 'sandwich', softcap: 50 }, embeddingScale: 5.6, logitsSoftcap: 30, window: { size: 8, globalEvery: 2 } } },
  gemma3: { builder: 'decoder', config: { ...DECODER, layers: 14, layer: { ...GATED, arrangement: 'sandwich', queryKeyNorm: 'head' }, window: { size: 8, globalEvery: 3 } } },
  olmo2: { builder: 'decoder', config: { ...DECODER, layer: { ...GATED, arrangement: 'output', queryKeyNorm: 'width' } } },
  mixtral: { builder: 'decoder', config: { ...DECODER, layer: { ...GATED, experts: EXPERTS } } },
  qwen2_moe: { builder: 'decoder', config: { ...DECODER, layer: { ...GATED, experts: { ...EXPERTS, shared: 40, sharedGate: true } }, denseLayers: 2 } },
  deepseek: {
    builder: 'decoder',
    config: {
      ...DECODER,
      layer: { ...GATED, latent: { queryRank: 24, keyValueRank: 16, plainSize: 8, rotarySize: 4, valueSize: 6 }, experts: { ...EXPERTS, shared: 24 } },
      rotary: { size: 4, base: 10_000 },
      denseLayers: 1,
    },
  },
  t5: {
    builder: 'encoder_decoder',
    config: {
      ...SEQ2SEQ,
      encoderLayer: { ...GATED, keyValueHeads: 4, scale: 1 },
      decoderLayer: { ...GATED, keyValueHeads: 4, scale: 1 },
      relativeBias: { buckets: 32, maxDistance: 128 },
      embeddingNorm: false,
      finalNorm: true,
    },
  },
  bart: { builder: 'encoder_decoder', config: { ...SEQ2SEQ, positions: 64, embeddingNorm: true, finalNorm: false } },
  marian: { builder: 'encoder_decoder', config: { ...SEQ2SEQ, positions: 64, sinusoidal: true, embeddingNorm: false, finalNorm: false } },
  whisper: { builder: 'encoder_decoder', config: { ...SEQ2SEQ, encoderLayer: PRE, decoderLayer: PRE, positions: 64, embeddingNorm: false, finalNorm: true, audio: { melBins: 8, frames: 40 } } },
}
