import type { GraphBuilder } from '../builder.ts'
import type { Tensor } from '../graph.ts'
import { type DisentangledConfig, type Distances, disentangledScores } from './disentangled.ts'
import { type RotaryTables, rotate } from './rotary.ts'

/** Places of a transformer layer that may have a bias. */
export type BiasPlace = 'query' | 'key' | 'value' | 'output' | 'gate' | 'up' | 'down' | 'norm'

export interface AttentionConfig {
  readonly heads: number
  /** Heads of keys and values; fewer than `heads` is grouped-query attention, 1 multi-query. Default: `heads`. */
  readonly keyValueHeads?: number
  /** Default: width / heads. */
  readonly headSize?: number
  readonly biases: readonly BiasPlace[]
  /** What queries are multiplied with; default 1 / sqrt(head size), 1 for none. */
  readonly scale?: number
  /** RMS norm of queries and keys, each head for itself or over the whole width. */
  readonly queryKeyNorm?: 'head' | 'width'
  /** c in c tanh(scores / c). */
  readonly softcap?: number
  /** Scores between contents and relative positions (DeBERTa). */
  readonly disentangled?: DisentangledConfig
}

/** Where a layer stands: what is the same for all layers, made once, and the layer's part of the cache. */
export interface AttentionContext {
  /** Added to the scores: [queries, keys], or with leading axes for batch and heads. */
  readonly masks?: readonly (Tensor | undefined)[]
  readonly rotary?: RotaryTables | undefined
  /** What DeBERTa knows of distances. */
  readonly distances?: Distances | undefined
  /** What keys and values are made of, when it is not x itself: the encoder's states. */
  readonly source?: Tensor | undefined
  /** Keys and values of earlier steps, [batch, key-value heads, past, head size]. */
  readonly past?: KeyValue | undefined
  /** Whether the past is all there is (keys of an encoder) rather than extended. */
  readonly pastIsWhole?: boolean
  /** Name under which keys and values are handed to the next step. */
  readonly present?: string | undefined
  /** How many of the last keys the next step needs; all when absent. */
  readonly keep?: number | undefined
}

export interface KeyValue {
  readonly key: Tensor
  readonly value: Tensor
}

/**
 * Multi-head attention of x [batch, queries, width], grouped where there are fewer key-value heads: the queries of a group are stacked as rows, so keys and values are
 * read once and never repeated. The dense products are there in full, masked places included.
 */
export function attention(b: GraphBuilder, x: Tensor, config: AttentionConfig, context: AttentionContext = {}): Tensor {
  const [batch, queries, width] = x.shape as [number, number, number]
  const { heads, headSize = width / heads } = config
  const query = groupedQueries(b, x, config, context)
  const { key, value } = keysAndValues(b, x, config, context)
  const mixed = b.fusible('attention', () => scoredValues(b, query, { key, value }, config, context))
  const merged = b.reshape(b.transpose(mixed, [0, 2, 1, 3]), [batch, queries, heads * headSize])
  return b.linear(merged, 'output', width, { bias: config.biases.includes('output') })
}

/** Values [batch, heads, queries, head size] weighted by the softmax of the masked scores. */
function scoredValues(b: GraphBuilder, query: Tensor, { key, value }: KeyValue, { heads, softcap, ...config }: AttentionConfig, { masks = [], distances }: AttentionContext): Tensor {
  const [batch, keyValueHeads, rows, headSize] = query.shape as [number, number, number, number]
  const keys = key.shape[2]!
  const queries = (rows * keyValueHeads) / heads
  let scores = b.reshape(b.matMul(query, b.transpose(key, [0, 1, 3, 2])), [batch, heads, queries, keys])
  if (distances !== undefined) scores = b.add(scores, disentangledScores(b, { query, key }, distances, { heads, ...config }))
  if (softcap !== undefined) scores = b.mul(b.tanh(b.div(scores, softcap)), softcap)
  for (const mask of masks) if (mask !== undefined) scores = b.add(scores, mask)
  const weights = b.reshape(b.softmax(scores), [batch, keyValueHeads, rows, keys])
  return b.reshape(b.matMul(weights, value), [batch, heads, queries, headSize])
}

/** [batch, key-value heads, queries of the group, head size]. */
function groupedQueries(b: GraphBuilder, x: Tensor, config: AttentionConfig, { rotary }: AttentionContext): Tensor {
  const [batch, queries, width] = x.shape as [number, number, number]
  const { heads, keyValueHeads = heads, headSize = width / heads, scale = 1 / Math.sqrt(headSize) } = config
  const turned = projected(b, x, 'query', heads, headSize, config, rotary)
  const scaled = scale === 1 ? turned : b.mul(turned, scale)
  return b.reshape(b.transpose(scaled, [0, 2, 1, 3]), [batch, keyValueHeads, (heads / keyValueHeads) * queries, headSize])
}

/** [batch, key-value heads, keys, head size], with what was cached in front. */
function keysAndValues(b: GraphBuilder, x: Tensor, config: AttentionConfig, { source = x, rotary, past, pastIsWhole, present, keep }: AttentionContext): KeyValue {
  if (past !== undefined && pastIsWhole) return past
  const { heads, keyValueHeads = heads, headSize = x.shape[2]! / heads } = config
  const made = {
    key: b.transpose(projected(b, source, 'key', keyValueHeads, headSize, config, rotary), [0, 2, 1, 3]),
    value: b.transpose(projected(b, source, 'value', keyValueHeads, headSize, config), [0, 2, 1, 3]),
  }
  if (present === undefined) return made
  if (past === undefined && keep !== undefined && keep < made.key.shape[2]!) {
    b.append(undefined, lastOf(b, made.key, keep), `${present}.key`)
    b.append(undefined, lastOf(b, made.value, keep), `${present}.value`)
    return made
  }
  return { key: b.append(past?.key, made.key, `${present}.key`), value: b.append(past?.value, made.value, `${present}.value`) }
}

const lastOf = (b: GraphBuilder, x: Tensor, count: number) => b.slice(x, 2, x.shape[2]! - count, x.shape[2]!)

/** [batch, sequence, heads, head size]. */
function projected(b: GraphBuilder, x: Tensor, name: 'query' | 'key' | 'value', heads: number, headSize: number, config: AttentionConfig, rotary?: RotaryTables): Tensor {
  const norm = name === 'value' ? undefined : config.queryKeyNorm
  let states = b.linear(x, name, heads * headSize, { bias: config.biases.includes(name) })
  if (norm === 'width') states = b.rmsNorm(states, `${name}_norm`)
  states = b.reshape(states, [x.shape[0]!, x.shape[1]!, heads, headSize])
  if (norm === 'head') states = b.rmsNorm(states, `${name}_norm`)
  return rotary === undefined ? states : rotate(b, states, rotary)
}
