import type { Probabilities } from '../inputs.ts'
import { type Outcome, wholeMetric } from '../metric.ts'
import { placementsOf } from './delong.ts'
import { LABEL_TASKS } from './label-metric.ts'
import { classesPresent, isBinary, oneVsRest } from './one-vs-rest.ts'
import { type ScoreLevels, scoreLevels } from './score-levels.ts'

/** P(score of a positive > score of a negative) + P(equal) / 2, in one sweep over the scores. */
export function areaUnderRoc(levels: ScoreLevels): number {
  let [below, area] = [0, 0]
  for (const { members, others } of levels.rising())
    for (let i = 0; i < members.length; i++) {
      area += members[i]! * (below + others[i]! / 2)
      below += others[i]!
    }
  return area / levels.positives / levels.negatives
}

/** The classes to average over: the positive one of two, or every class the truth holds. */
function classesOf(input: Probabilities): number[] | 'single_class' | 'positive_label_missing' {
  const present = classesPresent(input)
  if (present.length < 2) return 'single_class'
  if (!isBinary(input)) return present
  return input.positive < 0 ? 'positive_label_missing' : [input.positive]
}

function compute(input: Probabilities): Outcome {
  const classes = classesOf(input)
  if (typeof classes === 'string') return classes
  return classes.reduce((sum, c) => sum + areaUnderRoc(scoreLevels(input, c)), 0) / classes.length
}

/** Mean over the classes of DeLong's influence values; undefined where a variance needs two rows that are not there. */
function influence(input: Probabilities): Float64Array | undefined {
  const classes = classesOf(input)
  if (typeof classes === 'string' || input.weights !== null) return undefined
  const mean = new Float64Array(input.n)
  for (const c of classes) {
    const one = oneVsRest(input, c)
    if (one.positives < 2 || one.negatives < 2) return undefined
    const values = placementsOf(one, areaUnderRoc(scoreLevels(input, c)))
    for (let i = 0; i < mean.length; i++) mean[i]! += values[i]! / classes.length
  }
  return mean
}

export const rocAuc = wholeMetric({
  id: 'roc_auc',
  title: 'ROC AUC',
  category: 'classification',
  tasks: LABEL_TASKS,
  better: 'higher',
  range: [0, 1],
  unit: '',
  definition:
    'Probability that a row of the positive class scores higher than one of the other, ties counting half. For more than two classes the mean over the classes present, each against the rest.',
  reference: "scikit-learn 1.9.1, roc_auc_score(multi_class='ovr', average='macro'); standard error: DeLong, DeLong, Clarke-Pearson 1988",
  version: 1,
  params: [],
  symmetric: false,
  perfect: 1,
  weighted: true,
  input: 'probabilities',
  compute,
  influence,
  influenceName: 'delong',
})
