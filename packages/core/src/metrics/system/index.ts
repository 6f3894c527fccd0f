import type { Metric } from '../metric.ts'

export const SYSTEM_METRICS: readonly Metric[] = []
