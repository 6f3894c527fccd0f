import type { Labels } from '../inputs.ts'
import { forBlocks } from '../kernels/index.ts'
import { additiveMetric, type Metric, type MetricFacts, type Outcome, type Params, type Proportion, type TaskType } from '../metric.ts'
import { type MarginGradient, type Margins, margins, marginsOf, marginsOfAll } from './margins.ts'

/** Tasks whose answers are class labels. */
export const LABEL_TASKS: readonly TaskType[] = ['classification', 'image_classification', 'multimodal']

/** A metric that is a function of the margins of the confusion matrix. */
export interface LabelMetric extends Omit<MetricFacts, 'category' | 'tasks' | 'unit' | 'version' | 'weighted'>, Pick<Metric<'labels'>, 'items'> {
  value(margins: Margins, positive: number, params: Params): Outcome
  /** Derivatives where `value` is a number. */
  gradient(margins: Margins, positive: number, params: Params): MarginGradient
  /** Unweighted, and only where `value` is a number. */
  proportion?(margins: Margins, positive: number, params: Params): Proportion | undefined
}

/** The metric of a function of the confusion matrix: one shared pass, intervals by the delta method. */
export function labelMetric({ value, gradient, proportion, ...facts }: LabelMetric): Metric<'labels'> {
  const defined = (input: Labels, params: Params): Margins | undefined => {
    if (input.weights !== null) return undefined
    const all = marginsOfAll(input)
    return typeof value(all, input.positive, params) === 'number' ? all : undefined
  }
  return additiveMetric({
    ...facts,
    input: 'labels',
    category: 'classification',
    tasks: LABEL_TASKS,
    unit: '',
    version: 1,
    weighted: true,
    influenceName: 'influence',
    statistic: margins,
    value: (state, input, params) => value(marginsOf(state), input.positive, params),
    influence: (input, params) => {
      const all = defined(input, params)
      return all && influenceOf(input, gradient(all, input.positive, params))
    },
    ...(proportion && {
      proportion: (input: Labels, params: Params) => {
        const all = defined(input, params)
        return all && proportion(all, input.positive, params)
      },
    }),
  })
}

/**
 * Delta method: a row's influence is n times the derivative at its cell. Every value here stays the same when all cells
 * double, so (Euler) the influences sum to 0 by themselves.
 */
function influenceOf({ n, truth, predicted }: Labels, { hits, support, predicted: predictions }: MarginGradient): Float64Array {
  const out = new Float64Array(n)
  forBlocks([truth, predicted], 0, n, ([t, p], start, rows) => {
    for (let i = 0; i < rows; i++) out[start + i] = n * (support[t[i]!]! + predictions[p[i]!]! + (t[i] === p[i] ? hits[t[i]!]! : 0))
  })
  return out
}
