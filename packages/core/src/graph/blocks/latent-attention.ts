import type { GraphBuilder } from '../builder.ts'
import type { Tensor } from '../graph.ts'
import type { AttentionContext, KeyValue } from './attention.ts'
import { rotate } from './rotary.ts'

/** Multi-head latent attention (DeepSeek-V2): keys and values of all heads are made of one narrow latent vector a token, and only that is cached. */
export interface LatentAttentionConfig {
  /** Width queries pass through; straight from x when absent. */
  readonly queryRank?: number
  /** Width of the latent vector. */
  readonly keyValueRank: number
  /** Places of a head without and with rotary position, and of its values. */
  readonly plainSize: number
  readonly rotarySize: number
  readonly valueSize: number
}

interface Heads extends LatentAttentionConfig {
  readonly heads: number
}

/**
 * Latent attention of x [batch, queries, width]. Many queries expand the latent vectors to keys and values of every head. A single one stays in the latent space: the matrices
 * that would expand go into query and result instead, so a decode step reads the narrow cache and nothing wider.
 */
export function latentAttention(b: GraphBuilder, x: Tensor, heads: number, latent: LatentAttentionConfig, context: AttentionContext): Tensor {
  const config = { ...latent, heads }
  const [batch, queries, width] = x.shape as [number, number, number]
  const [plain, turned] = latentQueries(b, x, config, context)
  const cache = latentKeys(b, x, config, context)
  const mixed = queries === 1 ? absorbed(b, plain, turned, cache, config) : expanded(b, plain, turned, cache, config, context)
  const merged = b.reshape(b.transpose(mixed, [0, 2, 1, 3]), [batch, queries, heads * latent.valueSize])
  return b.linear(merged, 'output', width, { bias: false })
}

/** Plain and rotary part, each [batch, heads, queries, size], scaled. */
function latentQueries(b: GraphBuilder, x: Tensor, { heads, queryRank, plainSize, rotarySize }: Heads, { rotary }: AttentionContext): readonly [Tensor, Tensor] {
  const [batch, queries] = x.shape as [number, number]
  const source = queryRank === undefined ? x : b.rmsNorm(b.linear(x, 'query_down', queryRank, { bias: false }), 'query_norm')
  const states = b.mul(b.linear(source, 'query', heads * (plainSize + rotarySize), { bias: false }), 1 / Math.sqrt(plainSize + rotarySize))
  const [plain, turning] = b.split(b.reshape(states, [batch, queries, heads, plainSize + rotarySize]), [plainSize, rotarySize], -1)
  return [b.transpose(plain!, [0, 2, 1, 3]), b.transpose(rotate(b, turning!, rotary!), [0, 2, 1, 3])]
}

/** Latent vectors [batch, 1, keys, rank] as `key` and rotary keys of all heads [batch, 1, keys, size] as `value` of the cache. */
function latentKeys(b: GraphBuilder, x: Tensor, { keyValueRank, rotarySize }: Heads, { rotary, past, present }: AttentionContext): KeyValue {
  const [batch, queries] = x.shape as [number, number]
  const [narrow, turning] = b.split(b.linear(x, 'key_value_down', keyValueRank + rotarySize, { bias: false }), [keyValueRank, rotarySize], -1)
  const key = b.reshape(b.rmsNorm(narrow!, 'key_value_norm'), [batch, 1, queries, keyValueRank])
  const value = b.reshape(rotate(b, b.reshape(turning!, [batch, queries, 1, rotarySize]), rotary!), [batch, 1, queries, rotarySize])
  if (present === undefined) return { key, value }
  return { key: b.append(past?.key, key, `${present}.key`), value: b.append(past?.value, value, `${present}.value`) }
}

const keyUp = (b: GraphBuilder, { heads, plainSize, keyValueRank }: Heads) => b.weight('key_up.weight', [heads, plainSize, keyValueRank])
const valueUp = (b: GraphBuilder, { heads, valueSize, keyValueRank }: Heads) => b.weight('value_up.weight', [heads, keyValueRank, valueSize])
const flipped = (b: GraphBuilder, x: Tensor) => b.transpose(x, [0, 1, 3, 2])

/** [batch, heads, queries, value size] through keys and values of every head. */
function expanded(b: GraphBuilder, plain: Tensor, turned: Tensor, { key, value }: KeyValue, config: Heads, { masks = [] }: AttentionContext): Tensor {
  const keys = b.matMul(key, b.transpose(keyUp(b, config), [0, 2, 1]))
  const values = b.matMul(key, valueUp(b, config))
  return b.fusible('attention', () => {
    let scores = b.add(b.matMul(plain, flipped(b, keys)), b.matMul(turned, flipped(b, value)))
    for (const mask of masks) if (mask !== undefined) scores = b.add(scores, mask)
    return b.matMul(b.softmax(scores), values)
  })
}

/** The same for one query, in the latent space. */
function absorbed(b: GraphBuilder, plain: Tensor, turned: Tensor, { key, value }: KeyValue, config: Heads): Tensor {
  const { heads, keyValueRank, rotarySize } = config
  const batch = plain.shape[0]!
  const query = b.reshape(b.matMul(plain, keyUp(b, config)), [batch, 1, heads, keyValueRank])
  const mixed = b.fusible('attention', () => {
    const scores = b.add(b.matMul(query, flipped(b, key)), b.matMul(b.reshape(turned, [batch, 1, heads, rotarySize]), flipped(b, value)))
    return b.matMul(b.softmax(scores), key)
  })
  return b.matMul(b.reshape(mixed, [batch, heads, 1, keyValueRank]), valueUp(b, config))
}
