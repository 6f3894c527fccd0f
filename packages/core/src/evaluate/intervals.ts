import type { Interval } from '../api/index.ts'
import type { Metric } from '../metrics/index.ts'
import { studentTQuantile, wilson } from '../stats/index.ts'
import { dataOf } from './frame.ts'
import { standardErrorOf } from './influence.ts'
import { bootstrapBounds, type Replicates } from './resampling.ts'
import type { ModelInput, RunInput } from './run-input.ts'

/** What is known about the uncertainty of one metric: which of these exist depends on the plan and the metric. */
export interface Evidence {
  readonly replicates: ReadonlyMap<string, Replicates> | undefined
  readonly influence: ReadonlyMap<string, Float64Array>
}

/** The interval of one value, by the best method at hand; undefined when none applies. */
export function intervalOf(metric: Metric, model: ModelInput, value: number, evidence: Evidence, input: RunInput): Interval | undefined {
  const { level, method } = input.confidence!
  const closedForm = method === 'bootstrap' ? undefined : (proportionInterval(metric, model, input) ?? ownInterval(metric, model, value, input))
  return closedForm ?? delongInterval(metric, model, value, evidence, input) ?? bootstrapInterval(model, value, evidence, level) ?? influenceInterval(metric, model, value, evidence, input)
}

function proportionInterval(metric: Metric, model: ModelInput, input: RunInput): Interval | undefined {
  const data = dataOf(metric, model)
  const share = data !== undefined && input.weights === null ? metric.proportion?.(data, input.params) : undefined
  if (!share || share.trials === 0) return undefined
  const { lower, upper } = wilson(share.successes, share.trials, input.confidence!.level)
  const map = share.map ?? ((x: number) => x)
  return { lower: map(lower), upper: map(upper), level: input.confidence!.level, method: share.map ? 'wilson_jaccard' : 'wilson' }
}

function ownInterval(metric: Metric, model: ModelInput, value: number, input: RunInput): Interval | undefined {
  const data = dataOf(metric, model)
  const bounds = data !== undefined && input.weights === null ? metric.bounds?.(data, input.params, input.confidence!.level, value) : undefined
  return bounds && { lower: bounds.lower, upper: bounds.upper, level: input.confidence!.level, method: bounds.method }
}

function delongInterval(metric: Metric, model: ModelInput, value: number, evidence: Evidence, input: RunInput): Interval | undefined {
  return metric.influenceName === 'delong' && input.confidence!.method !== 'bootstrap' ? influenceInterval(metric, model, value, evidence, input) : undefined
}

function bootstrapInterval(model: ModelInput, value: number, { replicates }: Evidence, level: number): Interval | undefined {
  const own = replicates?.get(model.id)
  const bounds = own && bootstrapBounds(own, value, level)
  return bounds && { lower: bounds.lower, upper: bounds.upper, level, method: own.weights ? 'bootstrap_exact' : bounds.method }
}

/** Value ± t times the standard error, kept within the metric's range. */
function influenceInterval(metric: Metric, model: ModelInput, value: number, { influence }: Evidence, input: RunInput): Interval | undefined {
  const values = influence.get(model.id)
  if (!values || values.length < 2) return undefined
  const { level } = input.confidence!
  const half = studentTQuantile((1 + level) / 2, input.n - 1) * standardErrorOf(values, input.n)
  const [min, max] = metric.range
  return Number.isFinite(half) ? { lower: Math.max(min, value - half), upper: Math.min(max, value + half), level, method: metric.influenceName ?? 'influence' } : undefined
}
