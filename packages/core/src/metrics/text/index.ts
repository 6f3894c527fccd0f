import type { Metric } from '../metric.ts'

export const TEXT_METRICS: readonly Metric[] = []
