import type { Interval } from '../api/index.ts'
import { visible } from './escape.ts'
import { formatShare } from './format.ts'
import { at, type MetricView } from './view.ts'

/** Metrics named after people keep their capital. */
const EPONYM = /^(Brier|Cohen|Matthews|Pearson|Spearman)/

/** A metric's title inside a sentence: 'Accuracy' becomes 'accuracy'; 'F1 score', 'ROC AUC' and 'Brier score' stay. */
export const inSentence = (title: string): string => (/^[A-Z][a-z]/.test(title) && !EPONYM.test(title) ? title[0]!.toLowerCase() + title.slice(1) : title)

/** @example '95 % interval 0.937 to 0.981' */
const intervalPhrase = (metric: MetricView, interval: Interval): string => `${formatShare(interval.level)} interval ${metric.intervalText(interval)}`

/** @example '0.965 (95 % interval 0.937 to 0.981)' */
export function valuePhrase(metric: MetricView, modelId: string, value: number): string {
  const interval = metric.interval(modelId)
  return metric.text(value) + unitOf(metric) + (interval ? ` (${intervalPhrase(metric, interval)})` : '')
}

export const unitOf = ({ unit }: MetricView): string => (unit === '' ? '' : ` ${unit}`)

/** 'lowest' or 'highest', whichever is good; 'first' when nobody said. */
export const superlative = (metric: MetricView): string => ({ lower: 'lowest', higher: 'highest', none: 'first' })[metric.better ?? 'none']

/** Names for people of the tests and interval methods on the wire. */
const PROCEDURES: Readonly<Record<string, string>> = {
  mcnemar_exact: 'McNemar, exact',
  mcnemar_continuity: 'McNemar, corrected',
  delong: 'DeLong',
  wilcoxon: 'Wilcoxon signed-rank',
  influence_z: 'z of influence values',
  bootstrap_z: 'z of resamples',
  approximate_randomisation: 'randomisation',
  exact_randomisation: 'randomisation, exact',
  wilson: 'Wilson',
  wilson_jaccard: 'Wilson of the Jaccard share',
  t: 't',
  influence: 'influence values',
  bootstrap_bca: 'bootstrap, BCa',
  bootstrap_percentile: 'bootstrap, percentile',
  bootstrap_exact: 'bootstrap, exact',
  order_statistic: 'order statistics',
  fisher_z: 'Fisher z',
}

export const procedure = (id: string): string => at(PROCEDURES, id) ?? visible(id).replaceAll('_', ' ')
