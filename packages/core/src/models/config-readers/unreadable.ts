import type { ConfigFields } from './config-fields.ts'

/** A kind of model that no graph is built for, and how a configuration of it is known. */
interface UnreadableKind {
  readonly title: string
  readonly types: RegExp
  /** Fields that only such models have. */
  readonly fields: readonly string[]
}

/** The first that fits wins: hybrids have the fields of what they are made of. */
const KINDS: readonly UnreadableKind[] = [
  {
    title: 'a hybrid of attention and state-space or recurrent layers',
    types: /^(jamba|bamba|zamba2?|nemotron_h|granitemoehybrid|recurrent_gemma|falcon_h1|qwen3_next|lfm2(_moe)?|minimax(_text_01)?|hymba|phi4flash|kimi_linear)$/,
    fields: ['attn_layer_period', 'hybrid_override_pattern', 'layers_block_type', 'full_attention_interval', 'linear_num_value_heads', 'attn_layer_indices', 'attn_type_list'],
  },
  { title: 'a state-space model', types: /^(falcon_)?mamba2?$/, fields: ['state_size', 'ssm_cfg', 'mamba_d_state', 'd_state', 'time_step_rank'] },
  { title: 'a recurrent language model', types: /^(rwkv\d*|xlstm|retnet|gated_deltanet)$/, fields: ['attention_hidden_size', 'rescale_every'] },
]

/** What a model is that has no graph here, as the end of a sentence; undefined when nothing speaks for it. */
export function unreadableKind(fields: ConfigFields): string | undefined {
  return KINDS.find((kind) => kind.types.test(fields.type) || kind.fields.some((name) => fields.has(name)))?.title
}
