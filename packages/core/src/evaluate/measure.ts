import type { RunWarning } from '../api/index.ts'
import {
  type GroupedLabels,
  type InputKind,
  type Inputs,
  METRIC_BY_ID,
  METRICS,
  type Metric,
  type Outcome,
  type Params,
  remembered,
  type Statistic,
  stateOf,
  UNDEFINED_REASONS,
  type UndefinedReason,
} from '../metrics/index.ts'
import { fieldError, shown } from './describe.ts'
import type { GroupFeature } from './groups.ts'
import { labelsOf } from './labels.ts'
import type { Family, ModelInput, RunInput } from './run-input.ts'

/** Which inputs a kind of prediction brings. */
const KINDS: Readonly<Record<Family, readonly InputKind[]>> = {
  labels: ['labels', 'probabilities', 'grouped_labels'],
  numbers: ['numbers'],
  texts: ['texts', 'token_log_probs'],
  rankings: ['rankings'],
}
const MISSING: Partial<Record<InputKind, UndefinedReason>> = { probabilities: 'scores_missing', token_log_probs: 'log_probs_missing', grouped_labels: 'features_missing' }
const CONTRADICTION = 1e-6

/** The values of one model. */
export interface Measured {
  readonly values: Map<string, number>
  readonly undefinedMetrics: Map<string, UndefinedReason>
  readonly sources: Map<string, 'computed' | 'reported'>
  /** Fairness metrics of each feature and intersection alone. */
  readonly fairness: Map<string, Map<string, number>>
}

const APPLICABLE = new Map<string, readonly Metric[]>()

/** The metrics that can apply to a run, in the order tables show them. */
export function applicableMetrics(input: RunInput): readonly Metric[] {
  const applicable = remembered(APPLICABLE, `${input.taskType} ${input.family}`, () =>
    METRICS.filter((metric) => metric.input !== 'reported' && metric.tasks.includes(input.taskType) && KINDS[input.family].includes(metric.input)),
  )
  for (const id of input.wanted ?? []) checkApplicable(id, applicable, input)
  return applicable.filter((metric) => (input.wanted ? input.wanted.has(metric.id) : !optionalAndAbsent(metric, input)))
}

function optionalAndAbsent({ input: kind }: Metric, input: RunInput): boolean {
  return (kind === 'grouped_labels' && input.features.length === 0) || (kind === 'token_log_probs' && !input.request.token_log_probs)
}

function checkApplicable(id: string, applicable: readonly Metric[], { taskType, models }: RunInput): void {
  if (METRIC_BY_ID.get(id)!.input === 'reported' || applicable.some((metric) => metric.id === id) || models.some(({ metadata }) => id in metadata)) return
  throw fieldError('unknown_metric', ['metrics'], `${shown(id)} is not defined for this ${taskType} data. GET /api/v1/model-performance/performance-metrics tells which task types each metric is for.`)
}

/** Every value of one model: computed from the data, then reported in its metadata. */
export function measure(model: ModelInput, metrics: readonly Metric[], input: RunInput, warnings: RunWarning[]): Measured {
  const measured: Measured = { values: new Map(), undefinedMetrics: new Map(), sources: new Map(), fairness: new Map() }
  const compute = sharedCompute(input.params)
  for (const metric of metrics) record(measured, metric, outcome(metric, model, input, measured, compute), input)
  addReported(measured, model, input, warnings)
  return measured
}

type Compute = (metric: Metric, data: Inputs[InputKind]) => Outcome

/** Computes metrics of one model; those that share a statistic share its pass over the data. */
function sharedCompute(params: Params): Compute {
  const states = new Map<Statistic<InputKind>, Map<unknown, Float64Array>>()
  return (metric, data) => {
    if (!metric.additive) return metric.compute(data, params)
    const { statistic, value } = metric.additive
    const known = remembered(states, statistic, () => new Map<unknown, Float64Array>())
    return value(
      remembered(known, data, () => stateOf(statistic, data, params)),
      data,
      params,
    )
  }
}

function outcome(metric: Metric, model: ModelInput, input: RunInput, measured: Measured, compute: Compute): Outcome {
  if (metric.input === 'grouped_labels') return fairnessOutcome(metric, model, input, measured, compute)
  const data = model.inputs[metric.input]
  return data === undefined ? MISSING[metric.input]! : compute(metric, data)
}

/** The worst over the single features; intersections are kept in the detail. */
function fairnessOutcome(metric: Metric, model: ModelInput, input: RunInput, measured: Measured, compute: Compute): Outcome {
  let worst: Outcome = 'features_missing'
  for (const feature of input.features) {
    const value = compute(metric, groupedLabels(feature, model, input))
    if (typeof value === 'number') remembered(measured.fairness, feature.name, () => new Map<string, number>()).set(metric.id, value)
    if (!feature.crossed) worst = worseOf(metric, worst, value)
  }
  return worst
}

function worseOf(metric: Metric, a: Outcome, b: Outcome): Outcome {
  if (typeof b !== 'number') return typeof a === 'number' ? a : b
  if (typeof a !== 'number') return b
  return metric.better === 'lower' ? Math.max(a, b) : Math.min(a, b)
}

const grouped = new WeakMap<GroupFeature, Map<ModelInput, GroupedLabels>>()
/** Labels of a model split by a feature; the same object each time, so that passes over it are shared. */
export function groupedLabels(feature: GroupFeature, model: ModelInput, input: RunInput): GroupedLabels {
  const known = remembered(grouped, feature, () => new Map<ModelInput, GroupedLabels>())
  return remembered(known, model, () => ({ n: input.n, labels: labelsOf(input.table!, model.id, input.weights), group: feature.group, groups: feature.groups }))
}

function record({ values, undefinedMetrics, sources }: Measured, metric: Metric, result: Outcome, input: RunInput): void {
  const value = typeof result === 'string' && input.request.compat === 'sklearn' ? (metric.compat?.[result] ?? result) : result
  if (typeof value === 'string') undefinedMetrics.set(metric.id, value)
  else if (!Number.isFinite(value)) undefinedMetrics.set(metric.id, 'overflow')
  else {
    values.set(metric.id, value)
    sources.set(metric.id, 'computed')
  }
}

function addReported(measured: Measured, model: ModelInput, input: RunInput, warnings: RunWarning[]): void {
  for (const [id, raw] of Object.entries(model.metadata)) {
    const metric = METRIC_BY_ID.get(id)
    if (!metric || raw === null || raw === undefined) continue
    const value = reportedValue(metric, raw, model.id)
    const computed = measured.values.get(id)
    if (computed !== undefined) warnContradiction(computed, value, model, id, warnings)
    else if (!input.wanted || input.wanted.has(id)) {
      measured.values.set(id, value)
      measured.sources.set(id, 'reported')
      measured.undefinedMetrics.delete(id)
    }
  }
}

function reportedValue(metric: Metric, raw: unknown, modelId: string): number {
  const path = ['model_metadata', modelId, metric.id]
  const [min, max] = metric.range
  if (typeof raw !== 'number' || !Number.isFinite(raw))
    throw fieldError(
      'mixed_values',
      path,
      `model_metadata of model ${shown(modelId)}: ${metric.id} is ${shown(raw)}, not a number. Send a number${metric.unit ? ` in ${metric.unit}` : ''} or leave it out.`,
    )
  if (raw < min || raw > max)
    throw fieldError(
      'invalid_data',
      path,
      `model_metadata of model ${shown(modelId)}: ${metric.id} is ${raw}; it must be ${Number.isFinite(max) ? `from ${min} to ${max}` : `${min} or more`}. Check its unit${metric.unit ? ` (${metric.unit})` : ''}.`,
    )
  return raw
}

function warnContradiction(computed: number, reported: number, model: ModelInput, metric: string, warnings: RunWarning[]): void {
  if (Math.abs(computed - reported) <= CONTRADICTION * Math.max(1, Math.abs(computed))) return
  warnings.push({
    code: 'reported_value_differs',
    message: `model_metadata of ${model.name} reports ${metric} ${reported}, the data gives ${computed}. The computed value is used.`,
    model_id: model.id,
    metric,
  })
}

export const undefinedMessage = (reason: UndefinedReason): string => UNDEFINED_REASONS[reason]
