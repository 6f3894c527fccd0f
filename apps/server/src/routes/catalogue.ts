import type { Endpoints } from '@benchcast/core/api'
import { METRICS, type Metric, TASK_TYPES } from '@benchcast/core/metrics'
import type { Handler } from './handler.ts'

const taskTypes = Object.entries(TASK_TYPES).map(([type, description]) => ({ type, description }))

export const getTaskTypes: Handler<Endpoints['getTaskTypes']> = async ({ services: { now } }) => ({ success: true, task_types: taskTypes, timestamp: now() })

const finiteOrNull = (bound: number): number | null => (Number.isFinite(bound) ? bound : null)

/** What the catalogue says of a metric: its declared facts. */
const describe = (metric: Metric) => ({
  metric: metric.id,
  description: metric.definition,
  category: metric.category,
  title: metric.title,
  direction: metric.better,
  range: [finiteOrNull(metric.range[0]), finiteOrNull(metric.range[1])] as [number | null, number | null],
  unit: metric.unit,
  params: [...metric.params],
  reference: metric.reference,
  version: metric.version,
  task_types: [...metric.tasks],
})
const metrics = Object.values(METRICS).map(describe)

export const getPerformanceMetrics: Handler<Endpoints['getPerformanceMetrics']> = async ({ services: { now } }) => ({ success: true, metrics, timestamp: now() })
