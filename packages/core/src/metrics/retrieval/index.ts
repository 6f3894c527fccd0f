import type { Metric } from '../metric.ts'

export const RETRIEVAL_METRICS: readonly Metric[] = []
