import type { GraphBuilder } from '../builder.ts'
import type { Tensor } from '../graph.ts'
import { type AttentionConfig, type AttentionContext, attention } from './attention.ts'
import { type FeedForwardConfig, feedForward } from './feed-forward.ts'
import { type LatentAttentionConfig, latentAttention } from './latent-attention.ts'
import { type ExpertsConfig, mixtureOfExperts } from './mixture-of-experts.ts'

/**
 * Where the norms of a layer stand:
 * `pre` x + f(norm x), as in GPT-2, Llama, ViT; `post` norm(x + f x), as in BERT; `sandwich` x + norm(f(norm x)), as in Gemma 2; `output` x + norm(f x), as in OLMo 2;
 * `parallel` attention and feed-forward side by side on one norm, as in GPT-J, Falcon 7B, Phi-2; `parallel_two` each on a norm of its own, as in GPT-NeoX.
 */
export type Arrangement = 'pre' | 'post' | 'sandwich' | 'output' | 'parallel' | 'parallel_two'

export interface NormConfig {
  /** `layer`: mean and variance; `rms`: root mean square. */
  readonly norm: 'layer' | 'rms'
  /** Default 1e-5. */
  readonly epsilon?: number
}

/** One layer of a transformer: attention, optionally attention to an encoder, feed-forward or experts, and norms. */
export interface TransformerLayerConfig extends AttentionConfig, FeedForwardConfig, NormConfig {
  readonly arrangement: Arrangement
  readonly experts?: ExpertsConfig
  /** Keys and values are made of a latent vector; head sizes are then given here. */
  readonly latent?: LatentAttentionConfig
}

/** The context of a layer, and of its attention to an encoder where it has one. */
export interface LayerContext extends AttentionContext {
  readonly cross?: AttentionContext | undefined
}

/** Norm of the last axis; `biases` decides whether a layer norm has a shift. */
export function norm(b: GraphBuilder, x: Tensor, name: string, config: NormConfig & Pick<AttentionConfig, 'biases'>): Tensor {
  const { epsilon = 1e-5 } = config
  return config.norm === 'rms' ? b.rmsNorm(x, name, { epsilon }) : b.layerNorm(x, name, { epsilon, bias: config.biases.includes('norm') })
}

/** Heads and size of a head of what a layer caches as keys and as values. */
export function cachedSizes({ heads, keyValueHeads = heads, headSize, latent }: TransformerLayerConfig, width: number): Record<'key' | 'value', readonly [heads: number, size: number]> {
  if (latent !== undefined) return { key: [1, latent.keyValueRank], value: [1, latent.rotarySize] }
  const size = [keyValueHeads, headSize ?? width / heads] as const
  return { key: size, value: size }
}

/** x [batch, sequence, width] through one layer. */
export function transformerLayer(b: GraphBuilder, x: Tensor, config: TransformerLayerConfig, context: LayerContext = {}): Tensor {
  const { latent, heads } = config
  const attend = (input: Tensor) => b.scope('attention', () => (latent === undefined ? attention(b, input, config, context) : latentAttention(b, input, heads, latent, context)))
  const think = (input: Tensor) => b.scope('feed_forward', () => (config.experts === undefined ? feedForward(b, input, config) : mixtureOfExperts(b, input, config, config.experts)))
  if (config.arrangement.startsWith('parallel')) return parallel(b, x, config, attend, think)
  let states = residual(b, x, 'attention', config, attend)
  const { cross } = context
  if (cross !== undefined) {
    const { queryKeyNorm: _, ...plain } = config
    states = residual(b, states, 'cross_attention', config, (input) => b.scope('cross_attention', () => attention(b, input, plain, cross)))
  }
  return residual(b, states, 'feed_forward', config, think)
}

type Sublayer = (input: Tensor) => Tensor

function residual(b: GraphBuilder, x: Tensor, name: string, config: TransformerLayerConfig, sublayer: Sublayer): Tensor {
  const { arrangement } = config
  const before = arrangement === 'pre' || arrangement === 'sandwich' ? norm(b, x, `${name}_norm`, config) : x
  const result = sublayer(before)
  const after = arrangement === 'sandwich' || arrangement === 'output' ? norm(b, result, `${name}_output_norm`, config) : result
  const sum = b.add(x, after)
  return arrangement === 'post' ? norm(b, sum, `${name}_norm`, config) : sum
}

function parallel(b: GraphBuilder, x: Tensor, config: TransformerLayerConfig, attend: Sublayer, think: Sublayer): Tensor {
  const first = norm(b, x, 'attention_norm', config)
  const second = config.arrangement === 'parallel_two' ? norm(b, x, 'feed_forward_norm', config) : first
  return b.add(x, b.add(attend(first), think(second)))
}
