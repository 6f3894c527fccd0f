import type { Metric } from '../metric.ts'

export const FAIRNESS_METRICS: readonly Metric[] = []
