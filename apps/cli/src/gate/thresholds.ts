import type { RunDocument } from '@benchcast/core/api'
import { METRIC_BY_ID } from '@benchcast/core/metrics'
import { inFlags } from '../evaluate/in-flags.ts'
import { CommandError } from '../exit-codes.ts'
import type { Check } from './check.ts'
import { distancePValue } from './distance.ts'

export interface Threshold {
  readonly kind: 'below' | 'above'
  readonly metric: string
  readonly limit: number
}

/** @example thresholdOf('below', 'accuracy=0.9') // { kind: 'below', metric: 'accuracy', limit: 0.9 } */
export function thresholdOf(kind: Threshold['kind'], said: string): Threshold {
  const [metric = '', text = '', ...more] = said.split('=')
  const limit = Number(text)
  if (metric === '' || text.trim() === '' || more.length > 0 || !Number.isFinite(limit)) throw new CommandError('usage', `--fail-${kind} is '${said}': give METRIC=NUMBER, such as accuracy=0.9.`)
  return { kind, metric: knownMetric(metric, `--fail-${kind}`), limit }
}

/** A metric that exists, by its id. */
export function knownMetric(id: string, flag: string): string {
  if (METRIC_BY_ID.has(id)) return id
  const alike = [...METRIC_BY_ID.keys()].filter((known) => known.includes(id) || id.includes(known))
  throw new CommandError(
    'usage',
    `${flag} names the metric '${id}', which does not exist. ${alike.length > 0 ? `Did you mean ${alike.slice(0, 3).join(', ')}?` : `Such as accuracy, f1_score, rmse; docs/generated/metrics.md lists all.`}`,
  )
}

/** Checks of every model on every threshold. An error when a model has no such value: a gate that looks at nothing must not pass. */
export function thresholdChecks(document: RunDocument, models: readonly string[], thresholds: readonly Threshold[]): Check[] {
  return thresholds.flatMap((threshold) => models.map((model) => thresholdCheck(document, model, threshold)))
}

function thresholdCheck(document: RunDocument, model: string, { kind, metric, limit }: Threshold): Check {
  const value = metricValue(document, model, metric)
  const interval = document.confidence_intervals[model]?.[metric]
  const isWorse = kind === 'below' ? value < limit : value > limit
  const within = interval === undefined ? ', no interval' : `, ${percent(interval.level)} interval ${shown(interval.lower)} to ${shown(interval.upper)}`
  return {
    kind,
    model,
    metric,
    value,
    limit,
    isWorse,
    pValue: interval && distancePValue(value, limit, interval, interval.level),
    test: interval ? 'interval' : 'none',
    about: `${model}: ${metric} ${shown(value)}${within}; ${kind === 'below' ? 'at least' : 'at most'} ${shown(limit)} is asked for`,
  }
}

/** The value a check looks at. */
export function metricValue(document: RunDocument, model: string, metric: string): number {
  const value = document.metrics[model]?.[metric]
  if (value !== undefined) return value
  const why = document.undefined_metrics[model]?.[metric]?.message
  throw new CommandError('error', `${model} has no ${metric}, so it cannot be checked. ${why ? inFlags(why) : `It has ${Object.keys(document.metrics[model] ?? {}).join(', ')}.`}`)
}

/** Up to four digits that tell. */
export const shown = (value: number): string => String(Number(value.toPrecision(4)))
export const percent = (level: number): string => `${Number((100 * level).toFixed(4))} %`
