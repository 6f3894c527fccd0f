import type { Metric } from '../metric.ts'

export const CALIBRATION_METRICS: readonly Metric[] = []
