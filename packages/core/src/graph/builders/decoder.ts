import { logits } from '../blocks/head.ts'
import { causalMask } from '../blocks/mask.ts'
import { linearBias } from '../blocks/position-bias.ts'
import { type RotaryConfig, rotaryTables } from '../blocks/rotary.ts'
import { cachedSizes, type LayerContext, norm, type TransformerLayerConfig, transformerLayer } from '../blocks/transformer-layer.ts'
import { GraphBuilder } from '../builder.ts'
import type { Tensor } from '../graph.ts'
import { checkedSize, type ModelBuilder } from './model-builder.ts'

/** A language model that reads left to right: GPT, Llama, Mistral, Qwen, Gemma, Phi, Falcon, mixtures of experts. */
export interface DecoderConfig {
  readonly width: number
  readonly layers: number
  readonly layer: TransformerLayerConfig
  readonly vocabulary: number
  /** The output matrix is the embedding table. */
  readonly tiedEmbeddings: boolean
  /** Rows of the learnt position table; none when absent. */
  readonly positions?: number
  /** Width of the embedding table, when linear layers without bias stand before and after the layers (OPT 350M). */
  readonly embeddingWidth?: number
  /** What embeddings are multiplied with (Gemma). */
  readonly embeddingScale?: number
  readonly embeddingNorm?: boolean
  readonly finalNorm: boolean
  readonly rotary?: RotaryConfig
  /** Scores fall linearly with distance (ALiBi: BLOOM, MPT). */
  readonly linearBias?: boolean
  readonly logitsBias?: boolean
  readonly logitsSoftcap?: number
  /** Attention to the last `size` tokens only, except in every `globalEvery`-th layer. */
  readonly window?: { readonly size: number; readonly globalEvery?: number }
  /** The first layers of a mixture of experts that have an ordinary feed-forward layer instead. */
  readonly denseLayers?: number
}

/** The positions a run computes, and what it keeps. */
interface Span {
  readonly batch: number
  readonly start: number
  readonly end: number
  readonly keepsCache: boolean
}

/** Graph of a decoder: token ids [batch, tokens] to logits; in the phases prefill and decode with keys and values in and out. */
export const decoder: ModelBuilder<DecoderConfig> = {
  id: 'decoder',
  title: 'Language model (decoder)',
  input: 'tokens',
  defaultSize: 128,
  generates: true,
  repeats: ({ window, denseLayers }) => [{ field: 'layers', period: window?.globalEvery ?? 1, start: denseLayers ?? 0 }],
  build: (config, size) => {
    const { batch, sequence, precision, phase, past } = checkedSize(size, 128)
    const span = { batch, start: phase === 'decode' ? past : 0, end: phase === 'decode' ? past + 1 : sequence, keepsCache: phase !== 'forward' }
    const b = new GraphBuilder('decoder', precision)
    const ids = b.input('input_ids', [batch, span.end - span.start], 'int64')
    let states = b.scope('embeddings', () => embeddings(b, ids, config, span))
    const contexts = layerContexts(b, config, span)
    for (let i = 0; i < config.layers; i++) states = b.scope(`layer.${i}`, () => transformerLayer(b, states, layerConfig(config, i), contexts(i)))
    const last = phase === 'prefill' ? b.slice(states, 1, sequence - 1, sequence) : states
    b.output(head(b, last, config))
    return b.build()
  },
}

function embeddings(b: GraphBuilder, ids: Tensor, config: DecoderConfig, { start, end }: Span): Tensor {
  const { width, vocabulary, embeddingWidth = width, positions, embeddingScale } = config
  let sum = b.embedding(ids, 'tokens', vocabulary, embeddingWidth)
  if (embeddingWidth !== width) sum = b.linear(sum, 'widen', width, { bias: false })
  if (embeddingScale !== undefined) sum = b.mul(sum, embeddingScale)
  if (positions !== undefined) sum = b.add(sum, b.positions(b.weight('positions.weight', [positions, width]), start, end))
  return config.embeddingNorm ? norm(b, sum, 'norm', config.layer) : sum
}

function layerConfig({ layer, denseLayers = 0 }: DecoderConfig, index: number): TransformerLayerConfig {
  if (index >= denseLayers || layer.experts === undefined) return layer
  const { experts: _, ...dense } = layer
  return dense
}

/** Masks and rotary tables are made once; each layer has its own part of the cache. */
function layerContexts(b: GraphBuilder, config: DecoderConfig, span: Span): (index: number) => LayerContext {
  const { layer, width, window } = config
  const sizes = cachedSizes(layer, width)
  const rotary = config.rotary && rotaryTables(b, config.rotary, span.start, span.end)
  const full = kindOfLayer(b, config, span, span.start)
  const windowed = window === undefined ? full : kindOfLayer(b, config, span, span.start === 0 ? 0 : Math.min(span.start, window.size - 1), window.size)
  return (index) => {
    const { masks, past } = isGlobal(config, index) ? full : windowed
    const cache = (part: 'key' | 'value') => b.cacheInput(`past.${index}.${part}`, [span.batch, sizes[part][0], past, sizes[part][1]])
    return {
      masks,
      rotary,
      past: span.keepsCache && past > 0 ? { key: cache('key'), value: cache('value') } : undefined,
      present: span.keepsCache ? `present.${index}` : undefined,
      keep: isGlobal(config, index) ? undefined : Math.max(1, window!.size - 1),
    }
  }
}

function isGlobal({ window }: DecoderConfig, index: number): boolean {
  return window === undefined || (window.globalEvery !== undefined && (index + 1) % window.globalEvery === 0)
}

/** Masks for layers that have `past` tokens cached. */
function kindOfLayer(b: GraphBuilder, config: DecoderConfig, { start, end }: Span, past: number, window?: number) {
  const queries = end - start
  const masks = [causalMask(b, { start: past, end: past + queries, window }), config.linearBias ? linearBias(b, config.layer.heads, past + queries) : undefined]
  return { past, masks }
}

function head(b: GraphBuilder, states: Tensor, config: DecoderConfig): Tensor {
  const { width, embeddingWidth = width, vocabulary, tiedEmbeddings } = config
  const normed = config.finalNorm ? norm(b, states, 'final_norm', config.layer) : states
  const narrowed = embeddingWidth === width ? normed : b.linear(normed, 'narrow', embeddingWidth, { bias: false })
  const tied = tiedEmbeddings ? b.weight('embeddings.tokens.weight', [vocabulary, embeddingWidth]) : undefined
  return logits(b, narrowed, { tied, vocabulary, bias: config.logitsBias ?? false, softcap: config.logitsSoftcap })
}
