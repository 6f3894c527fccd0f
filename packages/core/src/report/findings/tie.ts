import type { Comparison } from '../../api/index.ts'
import { counted, decimalsFor, decimalsOf, fixed, formatP, formatShare, listed } from '../format.ts'
import { standingOf } from '../pairs.ts'
import { inSentence } from '../phrases.ts'
import type { MetricView, View } from '../view.ts'

/** What this sample cannot tell apart, and how large a difference it would have shown. */
export function tieSentences(view: View): string[] {
  return view.headline.flatMap((metric) => tieSentence(view, metric))
}

function tieSentence(view: View, metric: MetricView): string[] {
  const standing = standingOf(view, metric)
  if (standing === undefined || standing.tied.length === 0) return []
  const others = standing.tied.map((pair) => view.model(pair.model_b).name)
  const closest = standing.tied[0]!
  const who = `On ${inSentence(metric.title)}, ${listed([view.model(standing.leader).name, ...others])} are statistically tied`
  return [`${who}: ${others.length > 1 ? `the first two differ by` : `they differ by`} ${differencePhrase(closest, metric.unit)}.${powerPhrase(view, metric, standing.tied)}`]
}

/** @example '0.011 (95 % interval −0.014 to 0.035, p = 0.58)' */
export function differencePhrase(pair: Comparison, unit: string): string {
  const bounds = pair.lower === null || pair.upper === null ? undefined : { lower: pair.lower, upper: pair.upper }
  const decimals = decimalsOf(pair.difference, bounds)
  const p = `p ${formatP(pair.p_adjusted).startsWith('<') ? '' : '= '}${formatP(pair.p_adjusted)}${pair.adjustment === 'none' ? '' : ' after correction'}`
  const interval = bounds === undefined ? '' : `${formatShare(pair.level)} interval ${fixed(bounds.lower, decimals)} to ${fixed(bounds.upper, decimals)}, `
  return `${fixed(Math.abs(pair.difference) === 0 ? 0 : pair.difference, decimals)}${unit === '' ? '' : ` ${unit}`} (${interval}${p})`
}

function powerPhrase(view: View, metric: MetricView, tied: readonly Comparison[]): string {
  const effects = tied.flatMap((pair) => pair.minimum_detectable_effect ?? [])
  if (effects.length === 0) return ''
  const effect = Math.max(...effects)
  return ` ${counted(view.samples, 'sample')} show a difference of ${fixed(effect, decimalsFor(effect, 2))}${metric.unit === '' ? '' : ` ${metric.unit}`} or more with 80 % power; a smaller one may exist unseen.`
}
