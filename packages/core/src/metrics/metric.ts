import { zeros } from '../stats/index.ts'
import type { InputKind, Inputs } from './inputs.ts'
import type { UndefinedReason } from './undefined.ts'

export const TASK_TYPES = {
  classification: 'Assign one of several classes to each sample',
  regression: 'Predict a number for each sample',
  text_generation: 'Write text, judged against reference texts',
  image_classification: 'Assign one of several classes to each image, often with class probabilities',
  multimodal: 'Answer questions about images or documents, retrieve across modalities, or classify from several inputs',
} as const
export type TaskType = keyof typeof TASK_TYPES

export type Category = 'classification' | 'calibration' | 'regression' | 'text' | 'retrieval' | 'multimodal' | 'system' | 'fairness'

/** How per-class precision, recall and F1 become one number. */
export type Average = 'binary' | 'macro' | 'micro' | 'weighted'

/** Everything a metric's value may depend on besides the data. Defaults in {@link DEFAULT_PARAMS}. */
export interface Params {
  readonly average: Average
  /** Equal-width bins of the calibration errors. */
  readonly bins: number
  /** k of top-k accuracy. */
  readonly topK: number
  /** Probabilities are clipped to [eps, 1 - eps] before a logarithm. */
  readonly eps: number
  /** Quantile of the pinball loss. */
  readonly quantile: number
  /** Groups smaller than this are reported but flagged. */
  readonly minGroupSize: number
}

export const DEFAULT_PARAMS: Params = { average: 'weighted', bins: 15, topK: 5, eps: 2.220446049250313e-16, quantile: 0.5, minGroupSize: 30 }

/** A finite number, or why there is none. */
export type Outcome = number | UndefinedReason

/** What a metric says about itself. Ranking, tests, tables, charts and docs read these facts; nothing asks for a metric by name. */
export interface MetricFacts {
  readonly id: string
  readonly title: string
  readonly category: Category
  readonly tasks: readonly TaskType[]
  readonly better: 'higher' | 'lower'
  readonly range: readonly [min: number, max: number]
  /** '' for a pure number. */
  readonly unit: string
  /** One or two sentences, formula included. */
  readonly definition: string
  /** Name and version of the implementation the golden values come from, or the paper. */
  readonly reference: string
  /** Raised when the same data would give another value. */
  readonly version: number
  /** The parameters the value depends on. */
  readonly params: readonly (keyof Params)[]
  /** With `compat: "sklearn"`: the value the reference gives where we say undefined. */
  readonly compat?: Readonly<Partial<Record<UndefinedReason, number>>>
  /** metric(a, b) === metric(b, a). */
  readonly symmetric: boolean
  /** The value of a perfect prediction; null when a perfect prediction is not one number (posted log-probabilities, say). */
  readonly perfect: number | null
  /** Whether row weights count; a weight of k then equals k copies of the row. */
  readonly weighted: boolean
}

/** A share that the value is (a monotone map of): gives Wilson intervals at any sample size. */
export interface Proportion {
  readonly successes: number
  readonly trials: number
  /** Monotone increasing map from the share to the metric; identity when absent. F1 = 2J / (1 + J) of the Jaccard share J. */
  readonly map?: (share: number) => number
}

/**
 * A sum over rows from which values are read: chunks, workers and partitions merge by adding states, or by `merge` where adding is too coarse.
 * Metrics that share one statistic object (same identity) share its pass over the data.
 */
export interface Statistic<K extends InputKind> {
  readonly id: string
  size(input: Inputs[K], params: Params): number
  /** Adds the rows from..to (exclusive) to `state`. */
  update(state: Float64Array, input: Inputs[K], params: Params, from: number, to: number): void
  /** Adds the rows `other` was made of to `state`; present when that is more than the sum of the two. */
  merge?(state: Float64Array, other: Float64Array): void
}

export interface Metric<K extends InputKind = InputKind> extends MetricFacts {
  readonly input: K
  compute(input: Inputs[K], params: Params): Outcome
  /** Present when the value is read from a sum over rows. */
  readonly additive?: Additive<K>
  /** Present when the value is the weighted mean of one score per row: those scores. */
  items?(input: Inputs[K], params: Params): Float64Array
  /** Present when the value is (a map of) a binomial share; undefined when it is not for these parameters. */
  proportion?(input: Inputs[K], params: Params): Proportion | undefined
  /**
   * Empirical influence values, one per row, mean about 0: the value's standard error is sd(influence, ddof 1) / sqrt(n),
   * that of a paired difference sd(influenceA - influenceB, ddof 1) / sqrt(n). Rows that cannot matter have 0.
   * undefined when there is none for these parameters. Unweighted inputs only.
   */
  influence?(input: Inputs[K], params: Params): Float64Array | undefined
  /** Name of the interval and test made from `influence`: 'delong' where the influence values are scaled to give exactly DeLong's variance. */
  readonly influenceName?: 'delong' | 't' | 'influence'
  /** An interval of the metric's own around its `value` (a rank correlation, a median). Unweighted inputs only. */
  bounds?(input: Inputs[K], params: Params, level: number, value: number): MetricBounds | undefined
}

export interface MetricBounds {
  readonly lower: number
  readonly upper: number
  readonly method: 'fisher_z' | 'order_statistic'
}

interface Additive<K extends InputKind> {
  readonly statistic: Statistic<K>
  value(state: Float64Array, input: Inputs[K], params: Params): Outcome
}

type Common<K extends InputKind> = MetricFacts & { readonly input: K } & Pick<Metric<K>, 'items' | 'proportion' | 'influence' | 'influenceName' | 'bounds'>

/** A metric read from a sum over rows. `value` may look at the input's classes and groups, never at its rows. */
export function additiveMetric<K extends InputKind>({ statistic, value, ...rest }: Common<K> & Additive<K>): Metric<K> {
  return { ...rest, additive: { statistic, value }, compute: (input, params) => value(stateOf(statistic, input, params), input, params) } as Metric<K>
}

/** A metric that needs all rows at once, such as one that ranks them. */
export function wholeMetric<K extends InputKind>(metric: Common<K> & Pick<Metric<K>, 'compute'>): Metric<K> {
  return metric as Metric<K>
}

/** A metric that is the weighted mean of one score per row. */
export function itemMetric<K extends InputKind>({ items, ...rest }: Omit<Common<K>, 'items' | 'influence' | 'influenceName'> & Required<Pick<Metric<K>, 'items'>>): Metric<K> {
  return {
    ...rest,
    items,
    influenceName: 't',
    compute: (input: Inputs[K], params: Params) => weightedMean(items(input, params), weightsOf(input)),
    influence: (input: Inputs[K], params: Params) => {
      const values = items(input, params)
      const mean = weightedMean(values, null)
      return values.map((v) => v - mean)
    },
  } as unknown as Metric<K>
}

/** A metric nobody can compute from predictions: it is measured elsewhere and reported with the run. */
export function reportedMetric(facts: Omit<MetricFacts, 'symmetric' | 'perfect' | 'weighted' | 'params'>): Metric {
  return { ...facts, input: 'reported', params: [], symmetric: false, perfect: null, weighted: false, compute: () => 'not_reported' }
}

/** The statistic over all rows. */
export function stateOf<K extends InputKind>(statistic: Statistic<K>, input: Inputs[K], params: Params): Float64Array {
  const state = zeros(statistic.size(input, params))
  statistic.update(state, input, params, 0, input === null ? 0 : input.n)
  return state
}

function weightsOf(input: Inputs[InputKind]): Float64Array | null {
  return input !== null && 'weights' in input ? input.weights : null
}

function weightedMean(values: Float64Array, weights: Float64Array | null): number {
  let sum = 0
  let total = 0
  for (let i = 0; i < values.length; i++) {
    const w = weights === null ? 1 : weights[i]!
    sum += w * values[i]!
    total += w
  }
  return sum / total
}
