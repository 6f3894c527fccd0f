import type { Precision } from '../element-type.ts'
import type { Graph } from '../graph.ts'
import { checkedCount, LIMITS } from '../limits.ts'

/**
 * What a run of a language model is: `forward` over the whole sequence (a training step's forward pass too); `prefill` the same, with the key-value cache kept and logits
 * of the last token alone; `decode` one token after `past` cached ones.
 */
export type Phase = 'forward' | 'prefill' | 'decode'

/** The size a graph is built for. A builder reads what applies to it. */
export interface BuildSize {
  readonly batch: number
  /** Tokens fed (encoder, prefill). Default: the builder's own. */
  readonly sequence?: number
  /** Pixels of one side of the image. Default: the configuration's. */
  readonly imageSize?: number
  /** Default fp32. */
  readonly precision?: Precision
  /** Default `forward`. */
  readonly phase?: Phase
  /** Tokens in the cache before a decode step. Default: `sequence`. */
  readonly past?: number
}

/** A stack of layers: after the first `start`, every `period` layers cost what the `period` before them cost. */
export interface Repeat {
  /** Field of the configuration that says how many there are. */
  readonly field: string
  readonly period: number
  readonly start?: number
}

/** Makes the graph of one family of architectures. */
export interface ModelBuilder<Config> {
  readonly id: string
  readonly title: string
  /** What one item is made of: what `sequence` or `imageSize` counts. */
  readonly input: 'tokens' | 'image' | 'audio' | 'latent'
  /** Sequence or image size that is used when none is given. */
  readonly defaultSize: number
  /** Whether it has prefill and decode phases. */
  readonly generates: boolean
  /** What repeats, so that costs need not be counted layer by layer. */
  readonly repeats?: (config: Config) => readonly Repeat[]
  readonly build: (config: Config, size: BuildSize) => Graph
}

/** Size with defaults filled in and bounds checked. Throws `invalid_model`. */
export function checkedSize(size: BuildSize, defaultSequence: number) {
  const sequence = checkedCount('sequence_length', size.sequence ?? defaultSequence, LIMITS.length)
  return {
    batch: checkedCount('batch_size', size.batch, LIMITS.batch),
    sequence,
    precision: size.precision ?? 'fp32',
    phase: size.phase ?? 'forward',
    past: checkedCount('past length', size.past ?? sequence, LIMITS.length, 0),
  } as const
}
