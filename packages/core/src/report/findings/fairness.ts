import { visible } from '../escape.ts'
import { fixed, formatShare, formatValue, listed } from '../format.ts'
import { extremes, FOUR_FIFTHS, featuresOf, type GroupRates, groupsOf } from '../groups.ts'
import type { ModelView, View } from '../view.ts'

/** Per sensitive feature: who is selected less often than four fifths, how far error rates part, and which groups are too small to say. */
export function fairnessSentences(view: View): string[] {
  return featuresOf(view).flatMap((feature) => [...selection(view, feature), ...truePositives(view, feature), ...errors(view, feature), ...unestimable(view, feature)])
}

interface Gap {
  readonly model: ModelView
  readonly low: { readonly group: string; readonly n: number; readonly value: number }
  readonly high: { readonly group: string; readonly n: number; readonly value: number }
}

function gapsOf(view: View, feature: string, rate: (rates: GroupRates) => number | null | undefined): Gap[] {
  return view.ordered.flatMap((model) => {
    const ends = extremes(groupsOf(view, model.id, feature), rate)
    return ends === undefined ? [] : [{ model, ...ends }]
  })
}

const ratio = (gap: Gap) => gap.low.value / gap.high.value
const side = (end: Gap['low']) => `${visible(end.group)} (n = ${fixed(end.n, 0)})`

function selection(view: View, feature: string): string[] {
  const gaps = gapsOf(view, feature, (rates) => rates.selection_rate).filter((gap) => gap.high.value > 0)
  const flagged = gaps.filter((gap) => ratio(gap) < FOUR_FIFTHS)
  const fair = gaps.filter((gap) => ratio(gap) >= FOUR_FIFTHS)
  const kept =
    fair.length === 0
      ? []
      : [`By ${visible(feature)}, ${named(fair)} ${fair.length === 1 ? 'keeps' : 'keep'} the four-fifths rule: the smallest ratio of selection rates is ${fixed(Math.min(...fair.map(ratio)), 2)}.`]
  return [...(flagged.length === 0 ? [] : [flaggedSentence(feature, flagged)]), ...kept]
}

const named = (gaps: readonly Gap[]) => listed(gaps.map((gap) => gap.model.name))

function flaggedSentence(feature: string, flagged: readonly Gap[]): string {
  const worst = flagged.toSorted((a, b) => ratio(a) - ratio(b))[0]!
  const rates = `${formatShare(worst.low.value)} of ${side(worst.low)} but ${formatShare(worst.high.value)} of ${side(worst.high)}, a ratio of ${fixed(ratio(worst), 2)}`
  if (flagged.length === 1) return `By ${visible(feature)}, ${worst.model.name} falls below the four-fifths rule (0.8): it selects ${rates}.`
  return `By ${visible(feature)}, ${named(flagged)} fall below the four-fifths rule (0.8). Furthest is ${worst.model.name}: it selects ${rates}.`
}

function truePositives(view: View, feature: string): string[] {
  const widest = gapsOf(view, feature, (rates) => rates.tpr).sort((a, b) => b.high.value - b.low.value - (a.high.value - a.low.value))[0]
  if (widest === undefined) return []
  const gap = fixed(100 * (widest.high.value - widest.low.value), 0)
  return [
    `By ${visible(feature)}, the widest gap in true positive rate is ${gap} percentage points, for ${widest.model.name}: ${formatShare(widest.low.value)} in ${side(widest.low)}, ${formatShare(widest.high.value)} in ${side(widest.high)}.`,
  ]
}

function errors(view: View, feature: string): string[] {
  const widest = gapsOf(view, feature, (rates) => rates.mean_absolute_error).sort((a, b) => b.high.value - b.low.value - (a.high.value - a.low.value))[0]
  if (widest === undefined) return []
  return [
    `By ${visible(feature)}, the mean absolute error differs most for ${widest.model.name}: ${formatValue(widest.low.value)} in ${side(widest.low)}, ${formatValue(widest.high.value)} in ${side(widest.high)}.`,
  ]
}

function unestimable(view: View, feature: string): string[] {
  const first = view.ordered.find((model) => groupsOf(view, model.id, feature).length > 0)
  const groups = first === undefined ? [] : groupsOf(view, first.id, feature).filter(([, rates]) => !rates.estimable)
  if (groups.length === 0) return []
  return [
    `By ${visible(feature)}, some rate cannot be estimated in ${listed(groups.map(([group, rates]) => `${visible(group)} (n = ${fixed(rates.n, 0)})`))}, which lack samples of one class; gaps are taken over the other groups.`,
  ]
}
