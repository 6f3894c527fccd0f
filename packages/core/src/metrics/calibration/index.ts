import type { Metric } from '../metric.ts'
import { brierScore } from './brier-score.ts'
import { expectedCalibrationError } from './expected-calibration-error.ts'
import { logLoss } from './log-loss.ts'
import { maximumCalibrationError } from './maximum-calibration-error.ts'

export const CALIBRATION_METRICS: readonly Metric[] = [logLoss, brierScore, expectedCalibrationError, maximumCalibrationError]

export { type CalibrationCurve, calibrationCurve } from './calibration-curve.ts'
