import type { GroupedLabels } from '../inputs.ts'
import { DEFAULT_PARAMS, stateOf } from '../metric.ts'
import { countsOf, type GroupCounts, groupMargins, hitsOf, rowsOf, type Share } from './group-margins.ts'

/** The rates of one group; null where the group lacks the rows a rate is taken over, or no class is the positive one. */
export interface GroupRates {
  readonly n: number
  readonly n_positive: number | null
  readonly selection_rate: number | null
  readonly tpr: number | null
  readonly fpr: number | null
  readonly accuracy: number | null
  readonly precision: number | null
  /** Every class the rates need has rows in this group (with a positive class: both sides of it; else all classes). */
  readonly estimable: boolean
  /** The shares that the rates are, for intervals; empty when rows have weights, since their shares are not binomial. */
  readonly counts: Readonly<Partial<Record<RateName, Share>>>
}
type RateName = keyof GroupCounts | 'accuracy'

/**
 * Rates by group, in the order of the groups' names. `n` and `n_positive` count rows, the rates use the weights.
 *
 * @example groupRates(input).women // { n: 40, n_positive: 12, selection_rate: 0.25, tpr: 0.75, ... }
 */
export function groupRates(input: GroupedLabels): Record<string, GroupRates> {
  const weighted = stateOf(groupMargins, input, DEFAULT_PARAMS)
  const isWeighted = input.labels.weights !== null
  const rows = isWeighted ? stateOf(groupMargins, { ...input, labels: { ...input.labels, weights: null } }, DEFAULT_PARAMS) : weighted
  return Object.fromEntries(input.groups.map((name, g) => [name, ratesOf(input, g, weighted, rows, isWeighted)]))
}

function ratesOf(input: GroupedLabels, g: number, weighted: Float64Array, rows: Float64Array, isWeighted: boolean): GroupRates {
  const { classes, positive } = input.labels
  const counts: Partial<Record<RateName, Share>> = {
    ...(positive >= 0 && countsOf(weighted, input, g, positive)),
    accuracy: { successes: hitsOf(weighted, classes.length, g), trials: rowsOf(weighted, classes.length, g) },
  }
  const rate = (name: RateName) => shareValue(counts[name])
  return {
    n: rowsOf(rows, classes.length, g),
    n_positive: positive < 0 ? null : countsOf(rows, input, g, positive).tpr.trials,
    selection_rate: rate('selection_rate'),
    tpr: rate('tpr'),
    fpr: rate('fpr'),
    accuracy: rate('accuracy'),
    precision: rate('precision'),
    estimable: positive >= 0 ? rate('tpr') !== null && rate('fpr') !== null : classes.every((_, c) => countsOf(weighted, input, g, c).tpr.trials > 0),
    counts: isWeighted ? {} : counts,
  }
}

/** The value of a share, or null when there is nothing to take it of. */
export function shareValue(share: Share | undefined): number | null {
  return share === undefined || share.trials === 0 ? null : share.successes / share.trials
}
