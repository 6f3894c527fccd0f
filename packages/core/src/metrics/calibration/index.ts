import type { Metric } from '../metric.ts'
import { brierScore } from './brier-score.ts'
import { logLoss } from './log-loss.ts'

export const CALIBRATION_METRICS: readonly Metric[] = [logLoss, brierScore]
