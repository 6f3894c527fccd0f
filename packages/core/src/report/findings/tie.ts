import type { Comparison } from '../../api/index.ts'
import { counted, decimalsFor, fixed, formatInterval, formatP, formatShare, formatValue, listed } from '../format.ts'
import { standingOf, turned } from '../pairs.ts'
import { inSentence } from '../phrases.ts'
import type { MetricView, View } from '../view.ts'

/** What this sample cannot tell apart, and how large a difference it would have shown. */
export function tieSentences(view: View): string[] {
  return view.headline.flatMap((metric) => tieSentence(view, metric))
}

function tieSentence(view: View, metric: MetricView): string[] {
  const standing = standingOf(view, metric)
  const closest = standing?.tied[0]
  if (standing === undefined || closest === undefined) return []
  const names = [standing.leader, ...standing.tied.map((pair) => pair.model_b)].map((id) => view.model(id).name)
  const lead = closest.difference === 0 ? `${names[0]} and ${names[1]} have the same value` : `${names[0]} leads${names.length > 2 ? ` ${names[1]}` : ''} by ${leadPhrase(closest, metric)}`
  return [`On ${inSentence(metric.title)}, ${listed(names)} are statistically tied: ${lead}.${powerPhrase(view, metric, standing.tied)}`]
}

/** The advantage of the first model, positive when it is the better one. @example '0.011 (95 % interval −0.014 to 0.035, p = 0.58 after correction)' */
function leadPhrase(pair: Comparison, metric: MetricView): string {
  const { difference, lower, upper } = metric.better === 'lower' ? turned(pair) : pair
  const bounds = lower === null || upper === null ? undefined : { lower, upper }
  const p = formatP(pair.p_adjusted)
  const chance = `p ${p.startsWith('<') ? p : `= ${p}`}${pair.adjustment === 'none' ? '' : ' after correction'}`
  return `${formatValue(difference, bounds, metric.unit)} (${bounds === undefined ? '' : `${formatShare(pair.level)} interval ${formatInterval(bounds)}, `}${chance})`
}

function powerPhrase(view: View, metric: MetricView, tied: readonly Comparison[]): string {
  const effects = tied.flatMap((pair) => pair.minimum_detectable_effect ?? [])
  if (effects.length === 0) return ''
  const effect = Math.max(...effects)
  return ` A difference below ${fixed(effect, decimalsFor(effect, 2))}${metric.unit === '' ? '' : ` ${metric.unit}`} can go unseen in ${counted(view.samples, 'sample')} (80 % power).`
}
