import type { Architecture } from '../../graph/index.ts'
import { LIMITS } from '../../graph/index.ts'
import type { ConfigFields } from './config-fields.ts'
import { ALL_BIASES } from './transformer-fields.ts'

const CONVOLUTIONS = { most: 32 }

/** wav2vec 2.0 and those with its configuration. With `vocab_size` it gives characters. */
function speech(fields: ConfigFields): Architecture {
  const width = fields.count('hidden_size', LIMITS.width, 768)
  const kernels = fields.counts('conv_kernel', LIMITS.width, [10, 3, 3, 3, 3, 2, 2], CONVOLUTIONS)
  const strides = fields.counts('conv_stride', LIMITS.width, [5, 2, 2, 2, 2, 2, 2], CONVOLUTIONS)
  const channels = fields.counts('conv_dim', LIMITS.width, [512, 512, 512, 512, 512, 512, 512], CONVOLUTIONS)
  const config = {
    width,
    layers: fields.count('num_hidden_layers', LIMITS.layers, 12),
    layer: {
      heads: fields.count('num_attention_heads', LIMITS.width, 12),
      intermediate: fields.count('intermediate_size', LIMITS.width, 4 * width),
      activation: fields.activation('hidden_act', 'gelu'),
      biases: ALL_BIASES,
      arrangement: fields.flag('do_stable_layer_norm', false) ? 'pre' : 'post',
      norm: 'layer',
    },
    convolutions: channels.map((count, i) => ({ channels: count, kernel: kernels[i] ?? 3, stride: strides[i] ?? 2 })),
    convolutionBias: fields.flag('conv_bias', false),
    convolutionNorm: fields.text('feat_extract_norm', 'group') === 'layer' ? 'all' : 'first',
    positions: { kernel: fields.count('num_conv_pos_embeddings', LIMITS.width, 128), groups: fields.count('num_conv_pos_embedding_groups', LIMITS.width, 16) },
    ...(fields.has('vocab_size') ? { vocabulary: fields.count('vocab_size', LIMITS.vocabulary) } : {}),
  } as const
  return { builder: 'speech_encoder', config }
}

/** Readers of speech encoders by `model_type`. */
export const SPEECH_READERS: readonly (readonly [type: string, read: (fields: ConfigFields) => Architecture])[] = [
  ['wav2vec2', speech],
  ['hubert', speech],
  ['wavlm', speech],
]
