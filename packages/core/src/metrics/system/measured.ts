import { type Metric, reportedMetric, TASK_TYPES, type TaskType } from '../metric.ts'

/** A measurement of the running model: it applies to every task and is 0 at the least. */
export function measured(facts: Pick<Metric, 'id' | 'title' | 'better' | 'unit' | 'definition'>): Metric {
  return reportedMetric({ ...facts, category: 'system', tasks: Object.keys(TASK_TYPES) as TaskType[], range: [0, Number.POSITIVE_INFINITY], reference: 'as reported', version: 1 })
}
