import type { Comparison } from '../api/index.ts'
import type { MetricView, View } from './view.ts'

/** The test of two models on one metric, turned so that the difference is `a` minus `b`. */
function pairOf(view: View, metricId: string, a: string, b: string): Comparison | undefined {
  const found = view.document.comparisons.find((c) => c.metric === metricId && ((c.model_a === a && c.model_b === b) || (c.model_a === b && c.model_b === a)))
  return found === undefined || found.model_a === a ? found : turned(found)
}

/** The same test seen from the other model. */
export function turned(c: Comparison): Comparison {
  const negated = (value: number | null) => (value === null ? null : -value)
  return { ...c, model_a: c.model_b, model_b: c.model_a, difference: -c.difference, lower: negated(c.upper), upper: negated(c.lower) }
}

/** How the other models stand to the leader of a metric: told apart by a test, tied, or never tested. */
export interface Standing {
  readonly leader: string
  readonly beaten: readonly Comparison[]
  readonly tied: readonly Comparison[]
}

export function standingOf(view: View, metric: MetricView): Standing | undefined {
  const leader = metric.ranked[0]?.model_id
  if (leader === undefined) return undefined
  const pairs = metric.ranked.slice(1).flatMap((other) => pairOf(view, metric.id, leader, other.model_id) ?? [])
  return { leader, beaten: pairs.filter((p) => p.significant), tied: pairs.filter((p) => !p.significant) }
}
