import { LABEL_TASKS } from '../classification/label-metric.ts'
import type { GroupedLabels } from '../inputs.ts'
import { additiveMetric, type Metric, type MetricFacts, type Outcome } from '../metric.ts'
import type { UndefinedReason } from '../undefined.ts'
import { countsOf, type GroupCounts, groupMargins, rowsOf } from './group-margins.ts'
import { shareValue } from './group-rates.ts'

/** How far apart the rates of groups are: by how much, or by which factor. */
interface Comparison {
  readonly better: MetricFacts['better']
  /** What fairlearn says of a single group. */
  readonly alone: number
  between(rates: readonly number[]): number | UndefinedReason
  /** The worst of several. */
  worst(values: readonly number[]): number
}

export const DIFFERENCE: Comparison = {
  better: 'lower',
  alone: 0,
  between: (rates) => Math.max(...rates) - Math.min(...rates),
  worst: (values) => Math.max(...values),
}

export const RATIO: Comparison = {
  better: 'higher',
  alone: 1,
  between: (rates) => (Math.max(...rates) === 0 ? 'zero_selection' : Math.min(...rates) / Math.max(...rates)),
  worst: (values) => Math.min(...values),
}

interface Disparity extends Pick<MetricFacts, 'id' | 'title' | 'definition' | 'reference' | 'perfect'> {
  /** The rates that groups should share; the worst one counts. */
  readonly rates: readonly (keyof GroupCounts)[]
  readonly comparison: Comparison
}

/**
 * A fairness metric: how far apart groups are in one or more rates. Groups without the rows a rate needs are left out of it.
 * With more than two classes each class is judged against the rest and the worst one counts.
 */
export function disparity({ rates, comparison, ...facts }: Disparity): Metric<'grouped_labels'> {
  return additiveMetric({
    ...facts,
    category: 'fairness',
    tasks: LABEL_TASKS,
    better: comparison.better,
    range: [0, 1],
    unit: '',
    version: 1,
    params: [],
    compat: { single_group: comparison.alone },
    symmetric: false,
    weighted: true,
    input: 'grouped_labels',
    statistic: groupMargins,
    value: (state, input) => {
      const classes = classesOf(input)
      return typeof classes === 'string'
        ? classes
        : worstOf(
            classes.map((c) => ofClass(state, input, c, rates, comparison)),
            comparison,
          )
    },
  })
}

function classesOf({ labels: { classes, positive } }: GroupedLabels): number[] | UndefinedReason {
  if (positive >= 0) return [positive]
  return classes.length > 2 ? [...classes.keys()] : 'positive_label_missing'
}

/** One class against the rest: undefined as soon as one of its rates cannot be compared, since the worst is then unknown. */
function ofClass(state: Float64Array, input: GroupedLabels, c: number, rates: Disparity['rates'], comparison: Comparison): Outcome {
  const outcomes = rates.map((rate) => between(ratesOf(state, input, c, rate), comparison, groupsOf(state, input).length))
  return outcomes.find((o) => o === 'no_estimable_groups' || o === 'single_group') ?? worstOf(outcomes, comparison)
}

function between(rates: readonly number[], comparison: Comparison, groups: number): Outcome {
  if (rates.length === 0 || (rates.length === 1 && groups > 1)) return 'no_estimable_groups'
  const value = comparison.between(rates)
  return typeof value === 'number' && groups === 1 ? 'single_group' : value
}

/** Groups that hold rows. */
function groupsOf(state: Float64Array, { groups, labels }: GroupedLabels): number[] {
  return [...groups.keys()].filter((g) => rowsOf(state, labels.classes.length, g) > 0)
}

function ratesOf(state: Float64Array, input: GroupedLabels, c: number, rate: keyof GroupCounts): number[] {
  return groupsOf(state, input)
    .map((g) => shareValue(countsOf(state, input, g, c)[rate]))
    .filter((value) => value !== null)
}

/** The worst of the numbers, or the first reason when there is none. */
function worstOf(outcomes: readonly Outcome[], comparison: Comparison): Outcome {
  const values = outcomes.filter((o) => typeof o === 'number')
  return values.length > 0 ? comparison.worst(values) : outcomes[0]!
}
