import { formatTimes, listed } from '../format.ts'
import { standingOf } from '../pairs.ts'
import { inSentence, superlative, unitOf, valuePhrase } from '../phrases.ts'
import type { MetricView, View } from '../view.ts'

/** Who is best at what: the headline metrics with their intervals, then what was reported about speed and size. */
export function bestSentences(view: View): string[] {
  const system = view.metrics.filter((metric) => metric.category === 'system')
  return [...view.headline.map((metric) => qualitySentence(view, metric)), ...overall(view), ...system.flatMap((metric) => systemSentence(view, metric))]
}

function qualitySentence(view: View, metric: MetricView): string {
  const first = metric.ranked[0]!
  const leaders = metric.ranked.filter((r) => r.rank === 1).map((r) => view.model(r.model_id).name)
  const value = valuePhrase(metric, first.model_id, first.value)
  const title = inSentence(metric.title)
  if (metric.ranked.length === 1) return `${leaders[0]}: ${title} ${value}.`
  if (leaders.length > 1) return `${listed(leaders)} share the best ${title}: ${value}.`
  return `${leaders[0]} has the best ${title}: ${value}${aheadOf(view, metric)}.`
}

function aheadOf(view: View, metric: MetricView): string {
  const beaten = standingOf(view, metric)?.beaten.map((pair) => view.model(pair.model_b).name) ?? []
  if (beaten.length === 0) return ''
  const everyone = beaten.length > 1 && beaten.length === metric.ranked.length - 1
  return `, significantly better than ${everyone ? 'every other model' : listed(beaten)}`
}

function overall(view: View): string[] {
  const { best_overall } = view.document.comparison_results.summary
  return best_overall === null || view.models.length < 2 ? [] : [`${view.model(best_overall).name} ranks first when the ranks of the main quality metrics are added up.`]
}

function systemSentence(view: View, metric: MetricView): string[] {
  const [first, last] = [metric.ranked[0]!, metric.ranked.at(-1)!]
  const source = metric.source(first.model_id) === 'reported' ? ', as reported' : ''
  if (first.value === last.value) return []
  const ratio = metric.better === 'lower' && first.value > 0 ? `, ${formatTimes(last.value / first.value)} as much` : ''
  const worst = `${view.model(last.model_id).name} has ${metric.text(last.value)}${unitOf(metric)}${ratio}`
  return [`${view.model(first.model_id).name} has the ${superlative(metric)} ${inSentence(metric.title)}: ${metric.text(first.value)}${unitOf(metric)}${source}. ${worst}.`]
}
