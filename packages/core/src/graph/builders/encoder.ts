import { distances } from '../blocks/disentangled.ts'
import { causalMask, paddingMask } from '../blocks/mask.ts'
import { type RelativeBiasConfig, relativeBias } from '../blocks/position-bias.ts'
import { type RotaryConfig, rotaryTables } from '../blocks/rotary.ts'
import { norm, type TransformerLayerConfig, transformerLayer } from '../blocks/transformer-layer.ts'
import { GraphBuilder } from '../builder.ts'
import type { Tensor } from '../graph.ts'
import { checkedSize, type ModelBuilder } from './model-builder.ts'

/** A text encoder: BERT and its kin, and the text towers of CLIP and SigLIP. */
export interface EncoderConfig {
  readonly width: number
  readonly layers: number
  readonly layer: TransformerLayerConfig
  readonly vocabulary: number
  /** Rows of the learnt position table; none when absent. */
  readonly positions?: number
  readonly tokenTypes?: number
  /** Width of the embedding tables, when another linear layer widens them (ALBERT, small ELECTRA). */
  readonly embeddingWidth?: number
  readonly embeddingNorm: boolean
  readonly rotary?: RotaryConfig
  readonly relativeBias?: RelativeBiasConfig
  /** Tokens see earlier tokens only (CLIP) instead of all that are no padding. */
  readonly causal?: boolean
  /** All layers have the same weights (ALBERT). */
  readonly sharedLayers?: boolean
  readonly finalNorm?: boolean
  /** First token through a linear layer and tanh (BERT). */
  readonly pooler?: boolean
  /** Width of a linear layer without bias on the pooled token (CLIP); with one when `projectionBias` (SigLIP). */
  readonly projection?: number
  readonly projectionBias?: boolean
}

/** Graph of a text encoder: token ids [batch, sequence] to states [batch, sequence, width], and what is pooled of them. */
export const encoder: ModelBuilder<EncoderConfig> = {
  id: 'encoder',
  title: 'Text encoder',
  input: 'tokens',
  defaultSize: 128,
  generates: false,
  repeats: () => [{ field: 'layers', period: 1 }],
  build: (config, size) => {
    const { batch, sequence, precision } = checkedSize(size, 128)
    const b = new GraphBuilder('encoder', precision)
    const ids = b.input('input_ids', [batch, sequence], 'int64')
    const context = {
      masks: [config.causal ? causalMask(b, { start: 0, end: sequence }) : paddingMask(b, batch, sequence), bias(b, config, sequence)],
      distances: config.layer.disentangled && b.scope('embeddings', () => distances(b, config.layer.disentangled!, config.width, sequence)),
      rotary: config.rotary && rotaryTables(b, config.rotary, 0, sequence),
    }
    let states = b.scope('embeddings', () => embeddings(b, ids, config))
    for (let i = 0; i < config.layers; i++) states = b.scope(config.sharedLayers ? 'layer' : `layer.${i}`, () => transformerLayer(b, states, config.layer, context))
    if (config.finalNorm) states = norm(b, states, 'final_norm', config.layer)
    b.output(states)
    pool(b, states, config)
    return b.build()
  },
}

function bias(b: GraphBuilder, { relativeBias: config, layer }: EncoderConfig, sequence: number): Tensor | undefined {
  return config && relativeBias(b, 'relative_attention_bias', layer.heads, config, 0, sequence)
}

function embeddings(b: GraphBuilder, ids: Tensor, config: EncoderConfig): Tensor {
  const { width, embeddingWidth = width, vocabulary, positions, tokenTypes = 0 } = config
  const [batch, sequence] = ids.shape as [number, number]
  let sum = b.embedding(ids, 'tokens', vocabulary, embeddingWidth)
  if (tokenTypes > 0) sum = b.add(sum, b.embedding(b.input('token_type_ids', [batch, sequence], 'int64'), 'token_types', tokenTypes, embeddingWidth))
  if (positions !== undefined) sum = b.add(sum, b.positions(b.weight('positions.weight', [positions, embeddingWidth]), 0, sequence))
  if (config.embeddingNorm) sum = norm(b, sum, 'norm', config.layer)
  return embeddingWidth === width ? sum : b.linear(sum, 'widen', width)
}

function pool(b: GraphBuilder, states: Tensor, { width, pooler, projection, projectionBias = false }: EncoderConfig): void {
  if (!pooler && projection === undefined) return
  const first = b.take(states, 1, 0)
  const pooled = pooler ? b.tanh(b.linear(first, 'pooler', width)) : first
  b.output(projection === undefined ? pooled : b.linear(pooled, 'projection', projection, { bias: projectionBias }))
}
