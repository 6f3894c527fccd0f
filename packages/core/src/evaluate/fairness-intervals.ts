import type { Interval } from '../api/index.ts'
import type { Metric } from '../metrics/index.ts'
import { bcaBounds, createRandom, forEachResample } from '../stats/index.ts'
import { evaluatorOf } from './frame.ts'
import type { GroupFeature } from './groups.ts'
import { groupedLabels, type Measured } from './measure.ts'
import type { ModelInput, RunInput } from './run-input.ts'

const RESAMPLES = 1999
const MAX_WORK = 2e8

/** Rows of one group that agree in truth and prediction. */
interface Cells {
  readonly rows: Uint32Array
  readonly counts: Float64Array
  /** Cells of each group: first index, and one past the last. */
  readonly strata: readonly (readonly [number, number])[]
}

/**
 * Adds intervals of the fairness metrics: rows are resampled within each group (a stratified bootstrap), on the feature that gave the value.
 * Group sizes stay fixed, as they would in a repeated audit.
 */
export function fairnessIntervals(input: RunInput, metrics: readonly Metric[], measured: ReadonlyMap<string, Measured>, intervals: Record<string, Record<string, Interval>>): void {
  if (!input.table) return
  const fairness = metrics.filter((metric) => metric.input === 'grouped_labels')
  for (const model of input.models) {
    const { values, fairness: byFeature, sources } = measured.get(model.id)!
    for (const feature of input.features.filter(({ crossed }) => !crossed)) {
      const here = fairness.filter(({ id }) => sources.get(id) === 'computed' && byFeature.get(feature.name)?.get(id) === values.get(id) && !intervals[model.id]![id])
      for (const [id, interval] of featureIntervals(here, feature, model, values, input)) intervals[model.id]![id] = interval
    }
  }
}

function featureIntervals(metrics: readonly Metric[], feature: GroupFeature, model: ModelInput, values: ReadonlyMap<string, number>, input: RunInput): Map<string, Interval> {
  const cells = cellsOf(feature, model, input)
  if (metrics.length === 0 || cells.counts.length * RESAMPLES * metrics.length > MAX_WORK) return new Map()
  const evaluate = evaluatorOf(metrics, groupedLabels(feature, model, input), cells.rows, input.params)
  const replicates = metrics.map(() => new Float64Array(RESAMPLES))
  const jackknife = metrics.map(() => new Float64Array(cells.counts.length))
  const out = new Float64Array(metrics.length)
  const keep = (counts: Float64Array, into: readonly Float64Array[], at: number) => {
    evaluate(counts, out)
    for (let m = 0; m < metrics.length; m++) into[m]![at] = out[m]!
  }
  stratifiedResamples(cells, input.confidence!.seed).forEach((counts, r) => {
    keep(counts, replicates, r)
  })
  cells.counts.forEach((count, cell) => {
    keep(cells.counts.with(cell, count - 1), jackknife, cell)
  })
  return new Map(
    metrics.flatMap(({ id }, m) => {
      if (replicates[m]!.every(Number.isNaN)) return []
      const { lower, upper, method } = bcaBounds({ estimate: values.get(id)!, replicates: replicates[m]!, jackknife: jackknife[m]!, jackknifeCounts: cells.counts, level: input.confidence!.level })
      return Number.isFinite(lower) && Number.isFinite(upper) ? [[id, { lower, upper, level: input.confidence!.level, method }] as const] : []
    }),
  )
}

function cellsOf({ group, groups }: GroupFeature, model: ModelInput, { n, table, weights }: RunInput): Cells {
  const predicted = table!.predicted.get(model.id)!
  const k = table!.classes.length
  const cells = new Map<number, { row: number; count: number }>()
  for (let row = 0; row < n; row++) {
    const key = weights ? row : (group[row]! * k + table!.truth[row]!) * k + predicted[row]! // weighted rows are never alike
    const cell = cells.get(key)
    if (cell) cell.count++
    else cells.set(key, { row, count: 1 })
  }
  const list = [...cells.values()].sort((a, b) => group[a.row]! - group[b.row]!)
  const firsts = groups.map((_, g) => list.findIndex(({ row }) => group[row] === g))
  return {
    rows: Uint32Array.from(list, ({ row }) => row),
    counts: Float64Array.from(list, ({ count }) => count),
    strata: firsts.map((first, g) => [first, firsts[g + 1] ?? list.length] as const),
  }
}

function stratifiedResamples({ counts, strata }: Cells, seed: number): Float64Array[] {
  const resamples = Array.from({ length: RESAMPLES }, () => new Float64Array(counts.length))
  const random = createRandom(seed)
  for (const [from, to] of strata) {
    let r = 0
    forEachResample(counts.subarray(from, to), { resamples: RESAMPLES, random, limit: 0 }, (resampled) => {
      resamples[r++]?.set(resampled, from)
    })
  }
  return resamples
}
