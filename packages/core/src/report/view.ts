import type { Interval, ModelDetails, RankedModel, RunDocument } from '../api/index.ts'
import { METRIC_BY_ID, METRICS } from '../metrics/index.ts'
import { visible } from './escape.ts'
import { alike } from './format.ts'
import { HEADLINE_METRICS } from './headline.ts'

export type { ModelDetails } from '../api/index.ts'

/** A run as the reports read it: names made safe and unique, metrics with their facts, in the order of the registry. */
export interface View {
  readonly document: RunDocument
  /** In the order sent. */
  readonly models: readonly ModelView[]
  readonly model: (id: string) => ModelView
  /** Every metric that has a value, in table order. */
  readonly metrics: readonly MetricView[]
  /** The few that lead: quality first, then fairness and system ones that tables show beside them. */
  readonly headline: readonly MetricView[]
  /** What the models are ordered by: the first headline metric. */
  readonly quality: MetricView | undefined
  /** Best first by {@link View.quality}; the order sent where there is none. */
  readonly ordered: readonly ModelView[]
  readonly samples: number
}

export interface ModelView {
  readonly id: string
  /** For people; unique within the run. */
  readonly name: string
  /** Position in the order sent: picks the same colour and shape in every chart. */
  readonly series: number
  readonly details: ModelDetails
}

export interface MetricView {
  readonly id: string
  readonly title: string
  readonly unit: string
  /** null for a metric that only its sender knows. */
  readonly better: 'higher' | 'lower' | null
  readonly range: readonly [min: number, max: number]
  readonly category: string
  /** Best first. */
  readonly ranked: readonly RankedModel[]
  readonly interval: (modelId: string) => Interval | undefined
  readonly source: (modelId: string) => 'computed' | 'reported'
  /** A value, without unit, with the digits that the intervals of this metric support: the same for all models, so that they line up. */
  readonly text: (value: number) => string
  /** @example '0.937 to 0.981' */
  readonly intervalText: (interval: Interval) => string
}

/** The value under an own key: ids are chosen by callers and may be `constructor`. */
export const at = <T>(record: Readonly<Record<string, T>> | undefined, key: string): T | undefined => (record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined)

/** Reads a run document once for all renderers. */
export function viewOf(document: RunDocument): View {
  const models = modelsOf(document)
  const byId = new Map(models.map((model) => [model.id, model]))
  const model = (id: string): ModelView => byId.get(id) ?? { id, name: visible(id), series: models.length, details: {} }
  const metrics = metricsOf(document)
  const headline = headlineOf(document, metrics)
  const quality = headline[0]
  const ordered = quality === undefined ? models : [...new Set([...quality.ranked.map((r) => model(r.model_id)), ...models])]
  return { document, models, model, metrics, headline, quality, ordered, samples: document.metadata.num_samples }
}

function modelsOf(document: RunDocument): ModelView[] {
  const names = document.models.map((id) => visible(at(document.model_info, id)?.model_name ?? id))
  const shared = (name: string) => names.filter((other) => other === name).length > 1
  return document.models.map((id, series) => {
    const name = names[series]!
    return { id, series, name: shared(name) ? `${name} (${visible(id)})` : name, details: at(document.details, id) ?? {} }
  })
}

function metricsOf(document: RunDocument): MetricView[] {
  const ids = Object.keys(document.comparison_results.rankings)
  const known = METRICS.map((metric) => metric.id).filter((id) => ids.includes(id))
  return [...known, ...ids.filter((id) => !METRIC_BY_ID.has(id)).sort()].map((id) => metricOf(document, id))
}

function metricOf(document: RunDocument, id: string): MetricView {
  const facts = METRIC_BY_ID.get(id)
  const intervals = document.models.flatMap((model) => at(at(document.confidence_intervals, model), id) ?? [])
  const text = alike(intervals)
  return {
    id,
    title: facts?.title ?? visible(id),
    unit: shownUnit(facts?.unit),
    better: facts?.better ?? null,
    range: facts?.range ?? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
    category: facts?.category ?? 'reported',
    ranked: at(document.comparison_results.rankings, id) ?? [],
    interval: (modelId) => at(at(document.confidence_intervals, modelId), id),
    source: (modelId) => at(at(document.metric_sources, modelId), id) ?? 'computed',
    text,
    intervalText: ({ lower, upper }) => `${text(lower)} to ${text(upper)}`,
  }
}

/** 'target unit' says nothing beside a number: the reader knows the target's unit, we do not. */
const shownUnit = (unit = ''): string => (unit.startsWith('target unit') ? '' : unit)

const isQuality = (metric: MetricView) => metric.category !== 'system' && metric.category !== 'fairness'

function headlineOf(document: RunDocument, metrics: readonly MetricView[]): MetricView[] {
  const chosen = HEADLINE_METRICS[document.task_type].flatMap((id) => metrics.find((metric) => metric.id === id) ?? [])
  return chosen.length > 0 ? chosen.slice(0, 4) : metrics.filter(isQuality).slice(0, 4)
}
