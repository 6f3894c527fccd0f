import type { RunDocument } from '@benchcast/core/api'
import { METRIC_BY_ID } from '@benchcast/core/metrics'
import { moverDifference } from '@benchcast/core/stats'
import type { Check } from './check.ts'
import { distancePValue } from './distance.ts'
import { metricValue, shown } from './thresholds.ts'

/** A model and what it is measured against. */
export interface Against {
  readonly model: string
  /** Where the baseline's values are: the same document when both were evaluated on the same rows. */
  readonly baseline: RunDocument
  readonly baselineModel: string
  /** For people: a branch, a file. */
  readonly title: string
}

/** Checks that no metric of a model got worse. Paired where the rows are the same, by the intervals of both runs otherwise. */
export function regressionChecks(document: RunDocument, pairs: readonly Against[], metrics: readonly string[]): Check[] {
  return pairs.flatMap((pair) => metrics.map((metric) => regressionCheck(document, pair, metric)))
}

function regressionCheck(document: RunDocument, { model, baseline, baselineModel, title }: Against, metric: string): Check {
  const [value, limit] = [metricValue(document, model, metric), metricValue(baseline, baselineModel, metric)]
  const isWorse = METRIC_BY_ID.get(metric)!.better === 'higher' ? value < limit : value > limit
  const { pValue, test } = (baseline === document ? paired(document, model, baselineModel, metric) : undefined) ?? unpaired(document, baseline, { model, baselineModel, metric })
  return { kind: 'baseline', model, metric, value, limit, isWorse, pValue, test, about: `${model}: ${metric} ${shown(value)}, ${title} has ${shown(limit)}` }
}

interface Tested {
  readonly pValue: number | undefined
  readonly test: string
}

function paired({ comparisons }: RunDocument, a: string, b: string, metric: string): Tested | undefined {
  const found = comparisons.find((each) => each.metric === metric && ((each.model_a === a && each.model_b === b) || (each.model_a === b && each.model_b === a)))
  return found && { pValue: found.p_value, test: found.test }
}

/** As if the rows were others: with the same rows the true standard error is smaller, so that this errs on the side of passing. */
function unpaired(document: RunDocument, baseline: RunDocument, { model, baselineModel, metric }: { readonly model: string; readonly baselineModel: string; readonly metric: string }): Tested {
  const [a, b] = [document.confidence_intervals[model]?.[metric], baseline.confidence_intervals[baselineModel]?.[metric]]
  if (a === undefined || b === undefined || a.level !== b.level) return { pValue: undefined, test: 'none' }
  const [value, limit] = [metricValue(document, model, metric), metricValue(baseline, baselineModel, metric)]
  return { pValue: distancePValue(value - limit, 0, moverDifference(value, a, limit, b, 0), a.level), test: 'intervals' }
}
