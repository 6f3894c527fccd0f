import type { Architecture } from '../graph/index.ts'
import type { CostQuery, ModelCost } from './cost.ts'
import type { ModelFamily, ModelUnit } from './model.ts'

/** What a caller says about a model; only the name is needed. */
export interface ModelQuestion {
  readonly modelName: string
  /** Free text, looked at when the name says nothing. */
  readonly modelFamily?: string
  /** A Hugging Face `config.json`. */
  readonly modelConfig?: Readonly<Record<string, unknown>>
  /** Parameters, and floating-point operations of the forward pass of one item. */
  readonly parameters?: number
  readonly flops?: number
}

/**
 * How a model was found, best first: in the catalogue or the table of measured architectures; from its configuration; from costs the caller gave; as a relative of a known
 * model by the words and sizes in its name; not at all.
 */
export type ModelSource = 'exact' | 'config' | 'costs' | 'family' | 'default'

/** A model that can be costed. */
export interface ResolvedModel {
  readonly source: ModelSource
  readonly family: ModelFamily
  readonly unit: ModelUnit
  readonly parameters: number
  /** Parameters one token meets. */
  readonly activeParameters: number
  /** Id in the catalogue, when the name is that or another name of it and the costs are its own: all its names are one model. */
  readonly catalogueId?: string
  /** Key of measurements of the same architecture. */
  readonly architecture?: string
  /** Makes its operator graph, where one is known that is its own: such a model can be run. */
  readonly graph?: Architecture
  /** Family as measurements name it: `resnet`, `vit`, `llm`, `transformer-lm`. */
  readonly measuredFamily: string
  /** Usual pixels of one side, tokens, or audio samples. */
  readonly inputSize: number
  /** Tokens it can read at most, where it has a table of positions. */
  readonly longestSequence?: number
  /** What was assumed, in a sentence or two. */
  readonly explanation: string
  /** Cost of the forward pass of a batch. Throws `invalid_model` for a size the model cannot have. */
  readonly costs: (query: CostQuery) => ModelCost
}
