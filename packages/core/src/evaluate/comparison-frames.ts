import { type InputKind, type Metric, remembered } from '../metrics/index.ts'
import type { ComparedMetric } from './comparisons.ts'
import { dataOf, type Frame, labelFrame, resamplable, rowFrame } from './frame.ts'
import { type InfluenceSample, influenceSample, influences } from './influence.ts'
import type { Measured } from './measure.ts'
import type { Plan } from './plan.ts'
import { type RandomisationTest, randomisationTests } from './randomisation.ts'
import { type ReplicateTable, replicateTable } from './resampling.ts'
import type { ModelInput, RunInput } from './run-input.ts'

/** The evidence on each metric that has a value: resamples or influence values, as planned. Metrics of one input kind share their resamples. */
export function* comparisonFrames(input: RunInput, metrics: readonly Metric[], measured: ReadonlyMap<string, Measured>, plan: Plan, comparing: boolean): Generator<ComparedMetric> {
  const values = new Map(metrics.filter(({ input: kind }) => kind !== 'grouped_labels').map((metric) => [metric, valuesOf(metric, measured)]))
  const valued = [...values.keys()].filter((metric) => values.get(metric)!.size > 0)
  const sample = influenceSample(input)
  for (const [kind, family] of Map.groupBy(valued, (metric) => metric.input)) {
    const frame = plan.resample ? frameOf(kind, input) : undefined
    const resampled = frame ? family.filter((metric) => needsResamples(metric, comparing, input)) : []
    const table = frame && resampled.length > 0 ? replicateTable(frame, resampled, input, plan.resamples) : undefined
    const randomised = frame && plan.shuffles > 0 ? randomisations(frame, family.filter(needsRandomisation), input, plan) : undefined
    for (const metric of family) yield { metric, values: values.get(metric)!, evidence: evidenceOf(metric, table, input, sample), randomised }
  }
}

const frameOf = (kind: InputKind, input: RunInput): Frame => (kind === 'labels' ? labelFrame(input) : rowFrame(input.n))

/** Randomisation tests of a family: a pair is shuffled once, when the first of its metrics is asked for. */
function randomisations(frame: Frame, metrics: readonly Metric[], input: RunInput, { shuffles }: Plan): ComparedMetric['randomised'] {
  const tested = new Map<ModelInput, Map<ModelInput, ReadonlyMap<string, RandomisationTest>>>()
  const options = { shuffles, seed: input.confidence?.seed ?? 0 }
  return ({ id }, a, b) => {
    if (!metrics.some((metric) => metric.id === id)) return undefined
    const test = () => randomisationTests(metrics, dataOf(metrics[0]!, a)!, dataOf(metrics[0]!, b)!, frame, input.params, options)
    return remembered(
      remembered(tested, a, () => new Map<ModelInput, ReadonlyMap<string, RandomisationTest>>()),
      b,
      test,
    ).get(id)
  }
}

/** DeLong has its own test, and so have scores per row. */
const needsRandomisation = (metric: Metric): boolean => resamplable(metric) && metric.influenceName !== 'delong' && !metric.items

/** Closed forms spare the resamples, unless a difference needs them. */
function needsResamples(metric: Metric, comparing: boolean, input: RunInput): boolean {
  if (!resamplable(metric)) return false
  if (metric.influenceName === 'delong' && input.confidence?.method !== 'bootstrap' && input.weights === null) return false
  return comparing || !metric.proportion || input.weights !== null || input.confidence?.method === 'bootstrap'
}

function valuesOf({ id }: Metric, measured: ReadonlyMap<string, Measured>): Map<string, number> {
  const all = new Map<string, number>()
  for (const [model, { values, sources }] of measured) if (sources.get(id) === 'computed') all.set(model, values.get(id)!)
  return all
}

/** Replicates of the metric, and influence values where there are none (or where DeLong wants them). */
function evidenceOf(metric: Metric, table: ReplicateTable | undefined, input: RunInput, sample: InfluenceSample): ComparedMetric['evidence'] {
  const replicates = table?.get(metric.id)
  return { replicates, influence: replicates && metric.influenceName !== 'delong' ? NO_INFLUENCE : influences(metric, input, sample) }
}

const NO_INFLUENCE: ComparedMetric['evidence']['influence'] = new Map()
