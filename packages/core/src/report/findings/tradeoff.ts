import { counted, listed } from '../format.ts'
import { inSentence } from '../phrases.ts'
import { at, type MetricView, type View } from '../view.ts'

/** Quality against cost: which models nobody beats on every axis, what each of them is good for, and which ones can be dropped. */
export function tradeoffSentences(view: View): string[] {
  const pareto = view.document.comparison_results.pareto
  if (pareto === undefined || view.models.length < 2) return []
  const axes = pareto.axes.flatMap((id) => view.metrics.find((metric) => metric.id === id) ?? [])
  const named = listed(axes.map((axis) => inSentence(axis.title)))
  const front = pareto.front.map((id) => view.model(id).name)
  const dropped = Object.keys(pareto.dominated).map((id) => `${view.model(id).name} (by ${view.model(at(pareto.dominated, id)!).name})`)
  return [frontSentence(view, axes, front, named), ...(dropped.length === 0 ? [] : [`Beaten or equalled on every one of these axes, by the figures as they stand: ${listed(dropped)}.`])]
}

function frontSentence(view: View, axes: readonly MetricView[], front: readonly string[], named: string): string {
  if (front.length === 1) return `There is no trade-off to make between ${named}: ${front[0]} is at least as good as every other model on each.`
  const winners = Map.groupBy(axes, (axis) => view.model(axis.ranked[0]!.model_id).name)
  const strengths = [...winners].map(([name, won]) => `${name} on ${listed(won.map((axis) => inSentence(axis.title)))}`)
  return `Between ${named} there is a choice to make: ${counted(front.length, 'model')} (${listed(front)}) cannot be beaten on all of them at once. Best is ${strengths.join(', ')}.`
}
