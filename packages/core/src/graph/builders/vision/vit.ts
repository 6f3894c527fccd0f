import { attention } from '../../blocks/attention.ts'
import { feedForward } from '../../blocks/feed-forward.ts'
import { norm, type TransformerLayerConfig, transformerLayer } from '../../blocks/transformer-layer.ts'
import { GraphBuilder } from '../../builder.ts'
import type { Tensor } from '../../graph.ts'
import type { ModelBuilder } from '../model-builder.ts'
import { checkedImageSize, pixels } from './image.ts'

/**
 * A vision transformer: ViT, DeiT, BEiT, DINOv2 and the image towers of CLIP and SigLIP. Dosovitskiy et al. 2020. Layer scales (BEiT, DINOv2) are folded into the linear
 * layer before them, as runtimes do.
 */
export interface VitConfig {
  readonly width: number
  readonly layers: number
  readonly layer: TransformerLayerConfig
  readonly patch: number
  readonly patchBias: boolean
  /** Pixels of one side the position table was made for. Another size has a table of its own. */
  readonly imageSize: number
  /** Learnt tokens beside the patches: 1 class token, 2 with distillation, 0 for SigLIP. */
  readonly extraTokens: number
  /** A learnt position for every token (BEiT has none). */
  readonly positions: boolean
  /** Norm before the layers (CLIP). */
  readonly preNorm: boolean
  /** `class`: the first token; `mean`: mean of the patches, then the norm; `attention`: a learnt query attends to the patches (SigLIP); `tokens`: all of them. */
  readonly pool: 'class' | 'mean' | 'attention' | 'tokens'
  /** Width of a linear layer on the pooled token, and whether it has a bias; none when absent. */
  readonly classes?: number
  readonly classifierBias?: boolean
}

/** Graph of a vision transformer: an image [batch, 3, side, side] to scores [batch, classes], an embedding, or states. */
export const vit: ModelBuilder<VitConfig> = {
  id: 'vit',
  title: 'Vision transformer',
  input: 'image',
  defaultSize: 224,
  generates: false,
  repeats: () => [{ field: 'layers', period: 1 }],
  build: (config, size) => {
    const image = checkedImageSize(size, config.imageSize)
    const b = new GraphBuilder('vit', image.precision)
    let states = b.scope('embeddings', () => embeddings(b, pixels(b, image), config))
    if (config.preNorm) states = norm(b, states, 'pre_norm', config.layer)
    for (let i = 0; i < config.layers; i++) states = b.scope(`layer.${i}`, () => transformerLayer(b, states, config.layer))
    const features = pool(b, states, config)
    const { classes, classifierBias = true } = config
    b.output(classes === undefined ? features : head(b, features, config, classes, classifierBias))
    return b.build()
  },
}

/** Patches as tokens, learnt tokens in front, positions added. */
function embeddings(b: GraphBuilder, image: Tensor, { width, patch, patchBias, extraTokens, positions }: VitConfig): Tensor {
  const patches = b.conv(image, 'patches', { channels: width, kernel: patch, stride: patch, bias: patchBias })
  const [batch, , height, across] = patches.shape as [number, number, number, number]
  const tokens = b.transpose(b.reshape(patches, [batch, width, height * across]), [0, 2, 1])
  const learnt = Array.from({ length: extraTokens }, (_, i) => b.expand(b.weight(`token.${i}`, [1, 1, width]), [batch, 1, width]))
  const all = learnt.length === 0 ? tokens : b.concat([...learnt, tokens], 1)
  return positions ? b.add(all, b.weight('positions', [1, all.shape[1]!, width])) : all
}

function pool(b: GraphBuilder, states: Tensor, config: VitConfig): Tensor {
  if (config.pool === 'mean') return norm(b, b.reduce('Mean', b.slice(states, 1, config.extraTokens, states.shape[1]!), [1], { keep: false }), 'norm', config.layer)
  const normed = norm(b, states, 'norm', config.layer)
  if (config.pool === 'tokens') return normed
  return config.pool === 'class' ? normed : attentionPool(b, normed, config)
}

/** The class token through the classifier; with a distillation token, the mean of two classifiers. */
function head(b: GraphBuilder, features: Tensor, { pool: kind, extraTokens }: VitConfig, classes: number, bias: boolean): Tensor {
  if (kind !== 'class') return b.linear(features, 'classifier', classes, { bias })
  const scores = b.linear(b.take(features, 1, 0), 'classifier', classes, { bias })
  return extraTokens < 2 ? scores : b.mul(b.add(scores, b.linear(b.take(features, 1, 1), 'distillation', classes, { bias })), 0.5)
}

/** Multi-head attention of one learnt query, then a feed-forward layer with a residual. Zhai et al. 2023. */
function attentionPool(b: GraphBuilder, states: Tensor, { width, layer }: VitConfig): Tensor {
  const batch = states.shape[0]!
  const probe = b.expand(b.weight('pool.probe', [1, 1, width]), [batch, 1, width])
  const attended = b.scope('pool.attention', () => attention(b, probe, layer, { source: states }))
  const thought = b.scope('pool.feed_forward', () => feedForward(b, norm(b, attended, 'norm', layer), layer))
  return b.reshape(b.add(attended, thought), [batch, width])
}
