import type { GraphBuilder } from '../builder.ts'
import type { Tensor } from '../graph.ts'
import type { AttentionConfig, KeyValue } from './attention.ts'

/** Disentangled attention (He et al. 2021): contents are also scored against 2 x `span` relative positions. */
export interface DisentangledConfig {
  readonly span: number
  /** Kinds of such scores: content to position, position to content. */
  readonly sides: number
  /** Positions go through the matrices of the contents instead of their own. */
  readonly shared: boolean
}

/** Made once for all layers: embeddings of the relative positions [2 span, width], and for each pair of places which of them it is [1, 1, queries, keys]. */
export interface Distances {
  readonly embeddings: Tensor
  readonly indices: Tensor
}

/** Embeddings of distances in the scope, normed, and the (clipped) distance of every pair. */
export function distances(b: GraphBuilder, { span }: DisentangledConfig, width: number, sequence: number): Distances {
  const embeddings = b.layerNorm(b.weight('relative_positions.weight', [2 * span, width]), 'relative_positions_norm')
  const difference = b.sub(b.reshape(b.range(0, sequence), [sequence, 1]), b.range(0, sequence))
  const bounded = b.node('Min', [b.node('Max', [b.add(difference, span), b.constant(0, 'int64')]), b.constant(2 * span - 1, 'int64')])
  return { embeddings, indices: b.reshape(bounded, [1, 1, sequence, sequence]) }
}

/** Scores [batch, heads, queries, keys] of contents [batch, heads, places, head size] against positions. */
export function disentangledScores(b: GraphBuilder, { query, key }: Pick<KeyValue, 'key'> & { readonly query: Tensor }, { embeddings, indices }: Distances, config: AttentionConfig): Tensor {
  const { sides, shared } = config.disentangled!
  const [batch, heads, places] = query.shape as [number, number, number, number]
  const expanded = b.expand(indices, [batch, heads, places, places])
  const toPosition = gathered(b, query, positionHeads(b, embeddings, shared ? 'key' : 'position_key', query), expanded)
  if (sides < 2) return toPosition
  const toContent = gathered(b, key, positionHeads(b, embeddings, shared ? 'query' : 'position_query', query), expanded)
  return b.add(toPosition, b.transpose(toContent, [0, 1, 3, 2]))
}

/** [1, heads, head size, positions]. */
function positionHeads(b: GraphBuilder, embeddings: Tensor, name: string, { shape }: Tensor): Tensor {
  const [, heads, , headSize] = shape as [number, number, number, number]
  const projected = b.linear(embeddings, name, heads * headSize)
  return b.transpose(b.reshape(projected, [1, embeddings.shape[0]!, heads, headSize]), [0, 2, 3, 1])
}

function gathered(b: GraphBuilder, contents: Tensor, positions: Tensor, indices: Tensor): Tensor {
  return b.node('GatherElements', [b.matMul(contents, positions), indices], { axis: -1 })
}
