import type { RunWarning } from '../api/index.ts'
import { shown } from './describe.ts'
import type { Measured } from './measure.ts'
import type { Inference } from './run.ts'
import type { RunInput } from './run-input.ts'

const FOUR_FIFTHS = 0.8
const SMALL_SAMPLE = 30

type Rule = (input: RunInput, measured: ReadonlyMap<string, Measured>, inference: Inference) => RunWarning[]

/** What a careful reader should know about a run. */
export const runWarnings: Rule = (input, measured, inference) => RULES.flatMap((rule) => rule(input, measured, inference))

const RULES: readonly Rule[] = [
  smallSample,
  unknownModels,
  comparisonsOff,
  fewerResamples,
  positiveUnknown,
  unnormalisedRows,
  nonProbabilities,
  smallGroups,
  incompleteGroups,
  fourFifths,
  otherScripts,
  degenerateIntervals,
  noIntervals,
]

function smallSample({ n }: RunInput): RunWarning[] {
  return n < SMALL_SAMPLE ? [{ code: 'small_sample', message: `Only ${n} sample${n === 1 ? '' : 's'}: intervals are wide and few differences can be significant.` }] : []
}

function unknownModels({ request, models }: RunInput): RunWarning[] {
  const known = new Set(models.map(({ id }) => id))
  return Object.keys(request.model_metadata ?? {})
    .filter((id) => !known.has(id))
    .map((id) => ({ code: 'unknown_model', message: `model_metadata names ${shown(id)}, model_predictions does not: it is left out.` }))
}

function comparisonsOff({ compare, request, models }: RunInput): RunWarning[] {
  if (compare || request.compare === false || models.length < 2) return []
  return [
    {
      code: 'comparisons_off',
      message: `${models.length} models: above 20 pairs are not compared by default, so ranks say nothing about significance. Send compare: {} for all pairs, or compare.baseline for one model against the others.`,
    },
  ]
}

function fewerResamples({ confidence }: RunInput, _measured: ReadonlyMap<string, Measured>, { plan }: Inference): RunWarning[] {
  if (!confidence?.resamplesAsked || confidence.method === 'analytic' || plan.resamples === confidence.resamples) return []
  const instead = plan.resample ? `${plan.resamples} were drawn` : 'intervals are analytic'
  return [{ code: 'fewer_resamples', message: `${confidence.resamples} resamples of this much data would take too long; ${instead}. Send fewer models or metrics for more.` }]
}

function positiveUnknown({ table, request }: RunInput): RunWarning[] {
  if (table?.classes.length !== 2 || table.positive >= 0) return []
  return [
    {
      code: 'positive_label_unknown',
      message: `Neither ${table.classes.map(shown).join(' nor ')} is a known positive class, so precision, recall and F1 are ${request.average ?? 'weighted'} averages and roc_auc is undefined. Send positive_label.`,
    },
  ]
}

function unnormalisedRows({ models }: RunInput): RunWarning[] {
  return models
    .filter(({ unnormalised }) => unnormalised)
    .map(({ id, name }) => ({ code: 'probabilities_not_normalised', message: `Some probability rows of ${name} do not sum to 1. They are used as sent.`, model_id: id }))
}

function nonProbabilities({ models }: RunInput): RunWarning[] {
  return models
    .filter(({ inputs }) => inputs.probabilities && !inputs.probabilities.calibrated)
    .map(({ id, name }) => ({ code: 'scores_not_probabilities', message: `The scores of ${name} leave 0 to 1: ranking metrics use them, log loss and calibration need probabilities.`, model_id: id }))
}

function groupSizes(input: RunInput): { feature: string; group: string; size: number }[] {
  return input.features
    .filter(({ crossed }) => !crossed)
    .flatMap(({ name, group, groups }) => {
      const sizes = new Uint32Array(groups.length)
      for (const code of group) sizes[code]!++
      return groups.map((value, i) => ({ feature: name, group: value, size: sizes[i]! }))
    })
}

function smallGroups(input: RunInput): RunWarning[] {
  const { minGroupSize } = input.params
  return groupSizes(input)
    .filter(({ size }) => size < minGroupSize)
    .map(({ feature, group, size }) => ({ code: 'small_group', message: `${feature} = ${group} has ${size} sample${size === 1 ? '' : 's'}; below ${minGroupSize} its rates say little.` }))
}

function incompleteGroups({ features, table, models }: RunInput): RunWarning[] {
  if (!table || models.length === 0) return []
  return features
    .filter(({ crossed }) => !crossed)
    .flatMap(({ name, group, groups }) => {
      const positives = new Uint32Array(groups.length)
      group.forEach((code, row) => {
        if (table.truth[row] === table.positive) positives[code]!++
      })
      const without = table.positive < 0 ? [] : groups.filter((_, i) => positives[i] === 0)
      return without.length === 0
        ? []
        : [
            {
              code: 'fairness_incomplete',
              message: `${name}: ${without.join(', ')} ha${without.length === 1 ? 's' : 've'} no positive sample, so the true positive rate there is unknown and the fairness metrics leave ${without.length === 1 ? 'it' : 'them'} out.`,
            },
          ]
    })
}

function fourFifths({ models }: RunInput, measured: ReadonlyMap<string, Measured>): RunWarning[] {
  return models.flatMap(({ id, name }) =>
    [...measured.get(id)!.fairness].flatMap(([feature, values]) => {
      const ratio = values.get('demographic_parity_ratio')
      if (ratio === undefined || ratio >= FOUR_FIFTHS || feature.includes(' & ')) return []
      return [
        {
          code: 'four_fifths_rule',
          message: `${name}: the least selected group of ${feature} is selected ${Math.round(ratio * 100)} % as often as the most selected one, below the four-fifths rule.`,
          model_id: id,
          metric: 'demographic_parity_ratio',
        },
      ]
    }),
  )
}

/** ROUGE's tokens are ASCII letters and digits: a text in another script has none. */
function otherScripts({ models, n }: RunInput, measured: ReadonlyMap<string, Measured>): RunWarning[] {
  const references = models.find(({ inputs }) => inputs.texts)?.inputs.texts?.references
  if (!references || ![...measured.values()].some(({ values }) => values.has('rouge1'))) return []
  const empty = references.filter((texts) => texts.some((text) => text.trim() !== '' && !/[a-z0-9]/i.test(text))).length
  if (empty === 0) return []
  return [
    {
      code: 'rouge_other_scripts',
      message: `${empty} of ${n} samples have a reference without Latin letters or digits; ROUGE, whose tokens those are, scores them 0. Look at chrF or the character error rate.`,
    },
  ]
}

/** Resampling a sample without errors shows no spread, whatever the population. */
function degenerateIntervals({ models }: RunInput, _measured: ReadonlyMap<string, Measured>, { intervals }: Inference): RunWarning[] {
  return models.flatMap(({ id, name }) => {
    const flat = Object.entries(intervals[id] ?? {}).flatMap(([metric, { lower, upper }]) => (lower === upper ? [metric] : []))
    return flat.length === 0
      ? []
      : [{ code: 'degenerate_interval', message: `The interval of ${flat.join(', ')} of ${name} is a single point: this sample shows no spread. It does not mean certainty.`, model_id: id }]
  })
}

function noIntervals(input: RunInput, measured: ReadonlyMap<string, Measured>, { intervals }: Inference): RunWarning[] {
  if (!input.confidence) return []
  const without = new Set([...measured].flatMap(([id, { values, sources }]) => [...values.keys()].filter((metric) => sources.get(metric) === 'computed' && !intervals[id]?.[metric])))
  if (without.size === 0) return []
  const reason =
    input.n === 1
      ? 'one sample has no spread'
      : input.weights
        ? 'weighted rows have no analytic interval above 1,000 rows'
        : 'there is no analytic interval for them; ask for confidence.method "bootstrap" if the data is small enough'
  return [{ code: 'no_interval', message: `No interval for ${[...without].join(', ')}: ${reason}.` }]
}
