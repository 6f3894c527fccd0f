import type { Comparison, Interval, RunBenchmarkRequest, RunDocument, RunWarning } from '../api/index.ts'
import { METRIC_BY_ID, METRICS, type Metric, remembered, textSignatures, type UndefinedReason } from '../metrics/index.ts'
import { comparisonFrames } from './comparison-frames.ts'
import { compareModelsOn, modelPairs } from './comparisons.ts'
import { detailsOf } from './details.ts'
import { fairnessIntervals } from './fairness-intervals.ts'
import { friedmanTest } from './friedman-test.ts'
import { intervalOf } from './intervals.ts'
import { applicableMetrics, type Measured, measure, undefinedMessage } from './measure.ts'
import { influenceRows, type Plan, planOf } from './plan.ts'
import { bestOverall, pareto, rankOn } from './rankings.ts'
import { record } from './record.ts'
import { type RunInput, runInput } from './run-input.ts'
import { runWarnings } from './warnings.ts'

/** What the outside world gives a run. */
export interface RunWorld {
  readonly runId: string
  /** UTC ISO-8601. */
  readonly createdAt: string
}

/**
 * Evaluates a run-benchmark request: every metric that applies, intervals, paired comparisons, rankings, detail.
 * Pure: the same request gives the same document. Throws a BenchcastError naming model, row and remedy for data that cannot be evaluated.
 *
 * @example
 * evaluateRun({ benchmark_name: 'b', dataset_id: 'd', task_type: 'classification', model_predictions: { m: [0, 1] }, ground_truth: [0, 1] }, world)
 *   .metrics.m.accuracy // 1
 */
export function evaluateRun(request: RunBenchmarkRequest, world: RunWorld): RunDocument {
  const input = runInput(request)
  const warnings: RunWarning[] = []
  const metrics = applicableMetrics(input)
  const measured = new Map(input.models.map((model) => [model.id, measure(model, metrics, input, warnings)]))
  const inference = infer(input, metrics, measured)
  const results = comparisonResults(input, measured, inference.comparisons)
  return {
    run_id: world.runId,
    benchmark_name: request.benchmark_name,
    dataset_id: request.dataset_id,
    task_type: input.taskType,
    models: input.models.map(({ id }) => id),
    metrics: perModel(measured, ({ values }) => fromMap(values)),
    comparison_results: results,
    model_info: record(input.models.map(({ id, name, metadata }) => [id, { model_id: id, model_name: name, metadata: { ...metadata } }])),
    confidence_intervals: inference.intervals,
    comparisons: inference.comparisons,
    details: record(input.models.map((model) => [model.id, detailsOf(model, measured.get(model.id)!, input)])),
    undefined_metrics: perModel(measured, ({ undefinedMetrics }) => record([...undefinedMetrics].map(([id, code]) => [id, undefinedEntry(id, code)]))),
    metric_sources: perModel(measured, ({ sources }) => fromMap(sources)),
    metric_params: metricParams(input, inference.plan),
    warnings: [...warnings, ...runWarnings(input, measured, inference)],
    created_at: world.createdAt,
    metadata: { dataset_id: request.dataset_id, num_models: input.models.length, num_samples: input.n },
  }
}

const fromMap = <V>(map: ReadonlyMap<string, V>): Record<string, V> => record(map)
const perModel = <V>(measured: ReadonlyMap<string, Measured>, read: (one: Measured) => V): Record<string, V> => record([...measured].map(([id, one]) => [id, read(one)]))

const undefinedEntries = new Map<string, Map<UndefinedReason, RunDocument['undefined_metrics'][string][string]>>()

/** The same object each time: in small runs these sentences are a fifth of the document. */
const undefinedEntry = (id: string, code: UndefinedReason) =>
  remembered(
    remembered(undefinedEntries, id, () => new Map()),
    code,
    () => ({ code, message: `${METRIC_BY_ID.get(id)!.title}: ${undefinedMessage(code)}.` }),
  )

export interface Inference {
  readonly plan: Plan
  readonly intervals: Record<string, Record<string, Interval>>
  readonly comparisons: readonly Comparison[]
}

/** Intervals and comparisons, metric by metric. */
function infer(input: RunInput, metrics: readonly Metric[], measured: ReadonlyMap<string, Measured>): { plan: Plan; intervals: Record<string, Record<string, Interval>>; comparisons: Comparison[] } {
  const pairs = modelPairs(input)
  const plan = planOf(input, metrics, pairs.length)
  const intervals = record(input.models.map(({ id }) => [id, record<Interval>([])]))
  const comparisons: Comparison[] = []
  if (!input.confidence && pairs.length === 0) return { plan, intervals, comparisons }
  for (const compared of comparisonFrames(input, metrics, measured, plan, pairs.length > 0)) {
    if (input.confidence)
      for (const model of input.models) {
        const value = compared.values.get(model.id)
        const interval = value === undefined ? undefined : intervalOf(compared.metric, model, value, compared.evidence, input)
        if (interval) intervals[model.id]![compared.metric.id] = interval
      }
    comparisons.push(...compareModelsOn(compared, pairs, input))
  }
  if (input.confidence) fairnessIntervals(input, metrics, measured, intervals)
  return { plan, intervals, comparisons }
}

function comparisonResults(input: RunInput, measured: ReadonlyMap<string, Measured>, comparisons: readonly Comparison[]): RunDocument['comparison_results'] {
  const models = input.models.map(({ id }) => id)
  const metrics = valuesByMetric(measured)
  const byMetric = Map.groupBy(comparisons, ({ metric }) => metric)
  const rankings = record(Object.entries(metrics).map(([id, values]) => [id, rankOn(id, values, byMetric.get(id) ?? [])]))
  const front = pareto(metrics, models)
  const friedman = friedmanTest(input)
  return {
    rankings,
    best_models: record(Object.entries(rankings).map(([id, ranked]) => [id, ranked[0]!.model_id])),
    metrics,
    summary: { total_models: models.length, metrics_compared: Object.keys(metrics), best_overall: bestOverall(input.taskType, models, rankings) },
    ...(front && { pareto: front }),
    ...(friedman && { friedman }),
  }
}

const PLACE_IN_CATALOGUE: ReadonlyMap<string, number> = new Map(METRICS.map(({ id }, place) => [id, place]))

/** Metric id to model id to value, in the order of the catalogue. */
function valuesByMetric(measured: ReadonlyMap<string, Measured>): Record<string, Record<string, number>> {
  const byMetric = new Map<string, Record<string, number>>()
  for (const [model, { values }] of measured) for (const [id, value] of values) remembered(byMetric, id, () => record<number>([]))[model] = value
  return record([...byMetric].sort(([a], [b]) => PLACE_IN_CATALOGUE.get(a)! - PLACE_IN_CATALOGUE.get(b)!))
}

function metricParams(input: RunInput, plan: Plan): Record<string, unknown> {
  const { table, params, confidence } = input
  return {
    ...(table && {
      average: params.average,
      class_labels: table.classes.length <= 1000 ? table.classes : table.classes.slice(0, 1000),
      positive_label: table.positive >= 0 ? table.classes[table.positive] : null,
    }),
    ...(table && input.request.model_probabilities && { bins: params.bins, eps: params.eps, top_k: params.topK }),
    ...(input.models[0]?.inputs.texts && { signatures: textSignatures(input.models[0].inputs.texts) }),
    ...(input.features.length > 0 && { min_group_size: params.minGroupSize }),
    ...(confidence && {
      confidence_level: confidence.level,
      confidence_method: plan.resample ? 'resampling' : 'analytic',
      seed: confidence.seed,
      ...(plan.resample ? { resamples: plan.resamples, ...(plan.shuffles > 0 && { shuffles: plan.shuffles }) } : { standard_error_rows: influenceRows(input.n) }),
    }),
    ...(input.request.compat && { compat: input.request.compat }),
  }
}
