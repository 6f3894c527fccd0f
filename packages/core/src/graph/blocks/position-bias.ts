import type { GraphBuilder } from '../builder.ts'
import type { Tensor } from '../graph.ts'

/** Learnt bias of a score by the distance of query and key (Raffel et al. 2020): near distances have a bucket each, far ones share them on a log scale. */
export interface RelativeBiasConfig {
  readonly buckets: number
  /** Distance from which on all share the last bucket. */
  readonly maxDistance: number
  /** Whether keys after the query have buckets of their own. */
  readonly bidirectional: boolean
}

/** Bias [1, heads, queries, keys]; queries are the positions start to end, keys 0 to `keys`. One table for the whole stack. */
export function relativeBias(b: GraphBuilder, name: string, heads: number, { buckets, maxDistance, bidirectional }: RelativeBiasConfig, start: number, end: number, keys = end): Tensor {
  const distance = b.sub(b.range(0, keys), b.reshape(b.range(start, end), [end - start, 1]))
  const zero = b.constant(0, 'int64')
  const near = bucketOf(b, b.unary('Abs', bidirectional ? distance : b.node('Min', [distance, zero])), bidirectional ? buckets / 2 : buckets, maxDistance)
  const bucket = bidirectional ? b.add(near, b.mul(b.cast(b.node('Greater', [distance, zero]), 'int64'), buckets / 2)) : near
  const rows = b.embedding(bucket, name, buckets, heads)
  return b.reshape(b.transpose(rows, [2, 0, 1]), [1, heads, end - start, keys])
}

function bucketOf(b: GraphBuilder, distance: Tensor, buckets: number, maxDistance: number): Tensor {
  const exact = Math.max(1, Math.floor(buckets / 2))
  const ratio = b.unary('Log', b.div(b.add(b.cast(distance, 'float32'), 1e-6), exact))
  const far = b.add(b.cast(b.mul(ratio, (buckets - exact) / Math.log(maxDistance / exact)), 'int64'), exact)
  const bounded = b.node('Min', [far, b.constant(buckets - 1, 'int64')])
  return b.node('Where', [b.node('Less', [distance, b.constant(exact, 'int64')]), distance, bounded])
}

/** Linear bias of a score by distance (Press et al. 2022), [1, heads, 1, keys]: head h of n has slope 2^(-8 h / n). */
export function linearBias(b: GraphBuilder, heads: number, keys: number): Tensor {
  const slopes = Array.from({ length: heads }, (_, i) => 2 ** ((-8 * (i + 1)) / heads))
  const positions = b.cast(b.range(0, keys), b.type)
  return b.mul(b.reshape(positions, [1, 1, 1, keys]), b.constant(slopes, b.type, [1, heads, 1, 1]))
}
