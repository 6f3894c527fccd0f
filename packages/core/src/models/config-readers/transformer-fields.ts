import { BenchcastError } from '../../errors.ts'
import { type BiasPlace, LIMITS } from '../../graph/index.ts'
import type { ConfigFields } from './config-fields.ts'

export const ATTENTION_BIASES: readonly BiasPlace[] = ['query', 'key', 'value', 'output']
export const FEED_FORWARD_BIASES: readonly BiasPlace[] = ['gate', 'up', 'down']
export const ALL_BIASES: readonly BiasPlace[] = [...ATTENTION_BIASES, ...FEED_FORWARD_BIASES, 'norm']

/** Sizes every transformer has, under the names that different configurations give them. */
export interface TransformerSizes {
  readonly layers: number
  readonly width: number
  readonly heads: number
  readonly keyValueHeads: number
  readonly headSize: number
  readonly intermediate: number
  readonly vocabulary: number
}

interface SizeDefaults {
  readonly headSize?: number
  readonly vocabulary?: number
}

export function transformerSizes(fields: ConfigFields, defaults: SizeDefaults = {}): TransformerSizes {
  const width = fields.count(['hidden_size', 'n_embd', 'd_model', 'dim'], LIMITS.width)
  const heads = fields.count(['num_attention_heads', 'n_head', 'n_heads', 'num_heads'], LIMITS.width)
  const keyValueHeads = fields.count(['num_key_value_heads', 'num_kv_heads', 'multi_query_group_num'], heads, heads)
  const headSize = fields.count(['head_dim', 'd_kv', 'kv_channels'], LIMITS.width, defaults.headSize ?? width / heads)
  if (heads % keyValueHeads !== 0)
    throw new BenchcastError('invalid_model', `${heads} attention heads cannot share ${keyValueHeads} key-value heads evenly: num_key_value_heads must divide num_attention_heads.`)
  return {
    layers: fields.count(['num_hidden_layers', 'n_layer', 'n_layers', 'num_layers'], LIMITS.layers),
    width,
    heads,
    keyValueHeads,
    headSize,
    intermediate: fields.count(['intermediate_size', 'n_inner', 'ffn_dim', 'hidden_dim', 'd_ff', 'ffn_hidden_size'], LIMITS.width, 4 * width),
    vocabulary: fields.count(['vocab_size', 'padded_vocab_size'], LIMITS.vocabulary, defaults.vocabulary),
  }
}

/** Places of a head that turn with position: `share` of the head, an even number. Throws when that is odd or nothing. */
export function rotarySize(headSize: number, share: number): number {
  const size = Math.floor(headSize * share)
  if (size >= 2 && size % 2 === 0 && size <= headSize) return size
  throw new BenchcastError('invalid_model', `Rotary positions turn ${size} places of a head of ${headSize}, which must be an even number: check head_dim and the rotary share.`)
}

export const rotaryBase = (fields: ConfigFields, otherwise = 10_000) => fields.number(['rope_theta', 'rotary_emb_base', 'global_rope_theta'], [1, 1e12], otherwise)
