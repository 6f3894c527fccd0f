import type { InputKind, Metric } from '../metrics/index.ts'
import type { ComparedMetric } from './comparisons.ts'
import { type Frame, labelFrame, resamplable, rowFrame } from './frame.ts'
import { type InfluenceSample, influenceSample, influences } from './influence.ts'
import type { Measured } from './measure.ts'
import type { Plan } from './plan.ts'
import { type ReplicateTable, replicateTable } from './resampling.ts'
import type { RunInput } from './run-input.ts'

/** The evidence on each metric that has a value: resamples or influence values, as planned. Metrics of one input kind share their resamples. */
export function* comparisonFrames(input: RunInput, metrics: readonly Metric[], measured: ReadonlyMap<string, Measured>, plan: Plan, comparing: boolean): Generator<ComparedMetric> {
  const valued = metrics.filter((metric) => metric.input !== 'grouped_labels' && valuesOf(metric, measured).size > 0)
  const sample = influenceSample(input)
  for (const [kind, family] of Map.groupBy(valued, (metric) => metric.input)) {
    const frame = plan.resample ? frameOf(kind, input) : undefined
    const resampled = frame ? family.filter((metric) => needsResamples(metric, comparing, input)) : []
    const table = frame && resampled.length > 0 ? replicateTable(frame, resampled, input, plan.resamples) : undefined
    for (const metric of family) yield { metric, values: valuesOf(metric, measured), evidence: evidenceOf(metric, table, input, sample), frame, shuffles: plan.shuffles }
  }
}

const frameOf = (kind: InputKind, input: RunInput): Frame => (kind === 'labels' ? labelFrame(input) : rowFrame(input.n))

/** Closed forms spare the resamples, unless a difference needs them. */
function needsResamples(metric: Metric, comparing: boolean, input: RunInput): boolean {
  if (!resamplable(metric)) return false
  return comparing || !metric.proportion || input.weights !== null || input.confidence?.method === 'bootstrap'
}

function valuesOf({ id }: Metric, measured: ReadonlyMap<string, Measured>): Map<string, number> {
  return new Map([...measured].flatMap(([model, { values, sources }]) => (values.has(id) && sources.get(id) === 'computed' ? [[model, values.get(id)!] as const] : [])))
}

/** Replicates of the metric, and influence values where there are none (or where DeLong wants them). */
function evidenceOf(metric: Metric, table: ReplicateTable | undefined, input: RunInput, sample: InfluenceSample): ComparedMetric['evidence'] {
  const own = table && new Map([...table].flatMap(([model, replicates]) => (replicates.has(metric.id) ? [[model, replicates.get(metric.id)!] as const] : [])))
  const replicates = own && own.size > 0 ? own : undefined
  return { replicates, influence: replicates && metric.influenceName !== 'delong' ? new Map() : influences(metric, input, sample) }
}
