import type { ModelDetails } from '../api/index.ts'
import type { View } from './view.ts'

export type GroupRates = NonNullable<ModelDetails['by_group']>[string][string]

/** Rates that can be compared between groups, as data: the by-group tables, charts and sentences read this list. */
export const GROUP_RATES = [
  { key: 'selection_rate', title: 'Selection rate', verb: 'predicts the positive class' },
  { key: 'tpr', title: 'True positive rate', verb: 'finds the positives' },
  { key: 'fpr', title: 'False positive rate', verb: 'raises false alarms' },
  { key: 'accuracy', title: 'Accuracy', verb: 'is right' },
  { key: 'precision', title: 'Precision', verb: 'is right when it says positive' },
] as const satisfies readonly { key: keyof GroupRates; title: string; verb: string }[]

/** Four fifths: a selection rate below this share of the highest group's is taken as evidence of adverse impact (US EEOC, 29 CFR 1607.4 D). */
export const FOUR_FIFTHS = 0.8

/** Names of the sensitive features and intersections, single ones first. */
export function featuresOf(view: View): string[] {
  const names = [...new Set(view.models.flatMap((model) => Object.keys(model.details.by_group ?? {})))]
  const isIntersection = (name: string) => (name.includes(' & ') ? 1 : 0)
  return names.sort((a, b) => isIntersection(a) - isIntersection(b))
}

/** Groups of one feature with the rates of one model, in a stable order. */
export function groupsOf(view: View, modelId: string, feature: string): [group: string, rates: GroupRates][] {
  const features = view.model(modelId).details.by_group
  const groups = features !== undefined && Object.hasOwn(features, feature) ? features[feature]! : {}
  return Object.entries(groups).sort(([a], [b]) => (a < b ? -1 : 1))
}

/** The groups with the lowest and the highest value of a rate; undefined with fewer than two values. */
export function extremes(groups: readonly [string, GroupRates][], rate: (rates: GroupRates) => number | null | undefined) {
  const known = groups.flatMap(([group, rates]) => (typeof rate(rates) === 'number' ? [{ group, n: rates.n, value: rate(rates)! }] : [])).sort((a, b) => a.value - b.value)
  return known.length < 2 ? undefined : { low: known[0]!, high: known.at(-1)! }
}
