import type { Interval, ModelDetails } from '../api/index.ts'
import {
  calibrationCurve,
  confusionOf,
  groupRates,
  type Labels,
  type Numbers,
  type Probabilities,
  perClassRates,
  precisionRecallCurve,
  residualSummary,
  rocCurve,
  type Share,
} from '../metrics/index.ts'
import { wilson } from '../stats/index.ts'
import type { GroupFeature } from './groups.ts'
import { groupedLabels, type Measured } from './measure.ts'
import { record } from './record.ts'
import type { ModelInput, RunInput } from './run-input.ts'

/** Larger confusion matrices say nothing to a reader and weigh megabytes. */
const MATRIX_CLASSES = 100
const LISTED_CLASSES = 1000

/** Everything about one model that is more than a number per metric. Which parts exist depends on the inputs. */
export function detailsOf(model: ModelInput, measured: Measured, input: RunInput): ModelDetails {
  const { labels, probabilities, numbers } = model.inputs
  return {
    ...(labels && labelDetails(labels)),
    ...(probabilities && curves(probabilities, input)),
    ...residuals(numbers, input),
    ...(input.features.length > 0 && { by_group: byGroup(model, input) }),
    ...(measured.fairness.size > 0 && { fairness: record([...measured.fairness].map(([feature, values]) => [feature, record(values)])) }),
  }
}

function labelDetails(labels: Labels): Pick<ModelDetails, 'confusion_matrix' | 'per_class' | 'averages'> {
  const { classes } = labels
  const { perClass, averages } = perClassRates(labels)
  const matrix = confusionOf(labels)
  return {
    ...(classes.length <= MATRIX_CLASSES && { confusion_matrix: { labels: [...classes], counts: classes.map((_truth, t) => classes.map((_predicted, p) => matrix[t * classes.length + p]!)) } }),
    ...(classes.length <= LISTED_CLASSES && { per_class: record(perClass.map((rates, c) => [String(classes[c]), rates])) }),
    averages,
  }
}

function residuals(numbers: Numbers | undefined, input: RunInput): Pick<ModelDetails, 'residuals'> {
  const summary = numbers && isWanted(RESIDUALS_OF, input) ? residualSummary(numbers) : undefined
  return summary ? { residuals: summary } : {}
}

/** Which metrics a part belongs to: with a choice of metrics, only their parts are made. */
const CURVES = {
  roc: { of: ['roc_auc'], draw: rocCurve },
  precision_recall: { of: ['average_precision'], draw: precisionRecallCurve },
  calibration: { of: ['expected_calibration_error', 'maximum_calibration_error', 'brier_score'], draw: calibrationCurve },
} as const
const RESIDUALS_OF = ['median_absolute_error', 'max_error']

const isWanted = (of: readonly string[], { wanted }: RunInput): boolean => !wanted || of.some((id) => wanted.has(id))

function curves(probabilities: Probabilities, input: RunInput): Pick<ModelDetails, 'curves'> {
  const drawn = Object.entries(CURVES).flatMap(([name, { of, draw }]) => {
    const curve = isWanted(of, input) ? draw(probabilities) : undefined
    return curve ? [[name, curve] as const] : []
  })
  return { curves: Object.fromEntries(drawn) }
}

type Groups = NonNullable<ModelDetails['by_group']>

function byGroup(model: ModelInput, input: RunInput): Groups {
  const read = input.table ? rateGroups : errorGroups
  return record(input.features.map((feature) => [feature.name, read(feature, model, input)]))
}

function rateGroups(feature: GroupFeature, model: ModelInput, input: RunInput): Groups[string] {
  const rates = groupRates(groupedLabels(feature, model, input))
  return record(
    Object.entries(rates).map(([group, { counts, ...values }]) => [
      group,
      { ...values, confidence_intervals: input.confidence ? record(Object.entries(counts).flatMap(([name, share]) => shareInterval(name, share, input.confidence!.level))) : {} },
    ]),
  )
}

function shareInterval(name: string, { successes, trials }: Share, level: number): (readonly [string, Interval])[] {
  return trials === 0 ? [] : [[name, { ...wilson(successes, trials, level), level, method: 'wilson' }]]
}

/** For numbers there are no rates: mean prediction and mean absolute error of each group. */
function errorGroups({ group, groups }: GroupFeature, { inputs: { numbers } }: ModelInput): Groups[string] {
  return record(
    groups.map((name, g) => {
      let n = 0
      let predicted = 0
      let error = 0
      group.forEach((code, row) => {
        if (code !== g || !numbers) return
        n++
        predicted += numbers.predicted[row]!
        error += Math.abs(numbers.predicted[row]! - numbers.truth[row]!)
      })
      const means = numbers ? { mean_prediction: predicted / n, mean_absolute_error: error / n } : {}
      return [name, { n, n_positive: null, selection_rate: null, tpr: null, fpr: null, accuracy: null, precision: null, estimable: numbers !== undefined, confidence_intervals: {}, ...means }]
    }),
  )
}
