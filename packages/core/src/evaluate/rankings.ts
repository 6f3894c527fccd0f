import type { Comparison, RankedModel, RunDocument } from '../api/index.ts'
import { METRIC_BY_ID } from '../metrics/index.ts'
import { competitionOrder, tieLetters } from '../stats/index.ts'

type Results = RunDocument['comparison_results']

/** Ranks models on one metric by its own direction: best first, equal values share a rank (1, 1, 3), letters join what is not significantly different. */
export function rankOn(metricId: string, values: Readonly<Record<string, number>>, comparisons: readonly Comparison[]): RankedModel[] {
  const models = Object.keys(values)
  const order = competitionOrder(Object.values(values), METRIC_BY_ID.get(metricId)!.better)
  const letters = tieGroups(
    order.map(({ index }) => models[index]!),
    comparisons,
  )
  return order.map(({ index, rank }) => {
    const model_id = models[index]!
    const value = values[model_id]!
    return letters ? { model_id, value, rank, tie_group: letters(model_id) } : { model_id, value, rank }
  })
}

/** Letters need every pair tested; against a baseline only, there are none. */
function tieGroups(order: readonly string[], comparisons: readonly Comparison[]): ((model: string) => string) | undefined {
  if (order.length < 2 || comparisons.length < (order.length * (order.length - 1)) / 2) return undefined
  const significant = comparisons.filter((comparison) => comparison.significant)
  if (significant.length === 0) return () => 'a'
  const pairs = new Set(significant.flatMap(({ model_a, model_b }) => [pairKey(model_a, model_b), pairKey(model_b, model_a)]))
  const letters = tieLetters(order, (a, b) => pairs.has(pairKey(a, b)))
  return (model) => letters.get(model)!
}

const pairKey = (a: string, b: string): string => JSON.stringify([a, b])

/** Weights of the contract's overall score; a model scores (n - rank + 1) / n on each of these metrics. */
const OVERALL: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  classification: { accuracy: 0.3, f1_score: 0.3, precision: 0.2, recall: 0.2 },
  image_classification: { accuracy: 0.3, f1_score: 0.3, precision: 0.2, recall: 0.2 },
  regression: { r2_score: 0.4, rmse: 0.3, mae: 0.3 },
}

/** The model with the best weighted ranks; equal weights over all quality metrics where the contract names none. */
export function bestOverall(taskType: string, models: readonly string[], rankings: Results['rankings']): string | null {
  const quality = Object.keys(rankings).filter((id) => METRIC_BY_ID.get(id)!.category !== 'system')
  const weights = OVERALL[taskType] ?? Object.fromEntries(quality.map((id) => [id, 1]))
  const score = (model: string) => Object.entries(weights).reduce((sum, [id, weight]) => sum + weight * rankShare(rankings[id] ?? [], model), 0)
  const scores = models.map(score)
  const best = Math.max(...scores)
  return best > 0 ? models[scores.indexOf(best)]! : null
}

function rankShare(ranked: readonly RankedModel[], model: string): number {
  const entry = ranked.find(({ model_id }) => model_id === model)
  return entry ? (ranked.length - entry.rank + 1) / ranked.length : 0
}

/** The quality metric a trade-off is drawn against, first one present. */
const HEADLINE = ['accuracy', 'r2_score', 'rougeL', 'bleu', 'vqa_accuracy', 'ndcg_at_10', 'exact_match', 'rmse', 'perplexity']
const COST_AXES = ['latency_ms', 'memory_usage_mb', 'throughput_rps']

/** Models no other model beats on quality and every known cost at once; undefined when there is no trade-off to see. */
export function pareto(metrics: Results['metrics'], models: readonly string[]): Results['pareto'] {
  const quality = HEADLINE.find((id) => metrics[id])
  const costs = COST_AXES.filter((id) => models.filter((model) => metrics[id]?.[model] !== undefined).length >= 2)
  if (!quality || costs.length === 0) return undefined
  const axes = [quality, ...costs]
  const complete = models.filter((model) => axes.every((id) => metrics[id]![model] !== undefined))
  if (complete.length < 2) return undefined
  const dominated: Record<string, string> = Object.fromEntries(
    complete.flatMap((model) =>
      dominators(model, complete, axes, metrics)
        .slice(0, 1)
        .map((by) => [model, by]),
    ),
  )
  return { axes, front: complete.filter((model) => !Object.hasOwn(dominated, model)), dominated }
}

function dominators(model: string, models: readonly string[], axes: readonly string[], metrics: Results['metrics']): string[] {
  const gain = (id: string, other: string) => (metrics[id]![other]! - metrics[id]![model]!) * (METRIC_BY_ID.get(id)!.better === 'higher' ? 1 : -1)
  return models.filter((other) => other !== model && axes.every((id) => gain(id, other) >= 0) && axes.some((id) => gain(id, other) > 0))
}
