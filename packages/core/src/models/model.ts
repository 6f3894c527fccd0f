/** What a model is used for, in the words of the wire (`model_family`). */
export type ModelFamily =
  | 'embedding'
  | 'text_generation'
  | 'text_to_text'
  | 'vision'
  | 'object_detection'
  | 'segmentation'
  | 'image_processing'
  | 'diffusion'
  | 'audio'
  | 'multimodal'
  | 'video'
  | 'recommendation'

/** What one item of a throughput is: an image, a sequence, a request; or one token of a generated text. */
export type ModelUnit = 'sample' | 'token'

/** Fields of a Hugging Face `config.json`; architectures without one there use the same style (`model_type`, then sizes). */
export type HubConfig = Readonly<Record<string, unknown>> & { readonly model_type: string }

/** Forward costs of one item at one input size, as published or counted elsewhere. */
export interface PublishedCost {
  /** Pixels of one side, tokens, or frames. */
  readonly inputSize: number
  /** Multiply-accumulates. */
  readonly macs: number
  /** Elements written by convolutions and matrix products; estimated from the MACs where nobody counted them. */
  readonly activations?: number
}

/**
 * A named model. Its costs come from `config`, through an operator graph, or from `published` figures when no graph is built for its kind.
 *
 * @example
 * { id: 'google-bert/bert-base-uncased', aliases: ['bert-base'], architecture: 'bert_base', family: 'embedding', unit: 'sample', inputSize: 128, parameters: 109_482_240, config: { model_type: 'bert', ... }, source: '...' }
 */
export interface ModelSpec {
  /** Hugging Face id where there is one, else the name of the paper or tool. The part after the slash is an alias by itself. */
  readonly id: string
  readonly aliases: readonly string[]
  /** The architecture: models that share one cost the same (`bert_base`). Key of measurements. */
  readonly architecture: string
  readonly family: ModelFamily
  readonly unit: ModelUnit
  /** Usual input: pixels of one side, tokens, or audio frames. */
  readonly inputSize: number
  /** Published parameters, in all (every expert of a mixture). */
  readonly parameters: number
  /** Parameters a token meets, where they are fewer than all. */
  readonly activeParameters?: number
  readonly config?: HubConfig
  readonly published?: readonly PublishedCost[]
  /** Where sizes and costs were read. */
  readonly source: string
}
