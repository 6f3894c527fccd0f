import { CALIBRATION_METRICS } from './calibration/index.ts'
import { CLASSIFICATION_METRICS } from './classification/index.ts'
import { FAIRNESS_METRICS } from './fairness/index.ts'
import type { Metric } from './metric.ts'
import { REGRESSION_METRICS } from './regression/index.ts'
import { RETRIEVAL_METRICS } from './retrieval/index.ts'
import { SYSTEM_METRICS } from './system/index.ts'
import { TEXT_METRICS } from './text/index.ts'

/** Every metric, in the order tables show them. A new one is one file and one line in its family's list. */
export const METRICS: readonly Metric[] = [...CLASSIFICATION_METRICS, ...CALIBRATION_METRICS, ...REGRESSION_METRICS, ...TEXT_METRICS, ...RETRIEVAL_METRICS, ...FAIRNESS_METRICS, ...SYSTEM_METRICS]

export const METRIC_BY_ID: ReadonlyMap<string, Metric> = new Map(METRICS.map((metric) => [metric.id, metric]))

export { type CalibrationCurve, calibrationCurve } from './calibration/calibration-curve.ts'
export { confusionOf } from './classification/confusion.ts'
export { precisionRecallCurve, rocCurve } from './classification/curves.ts'
export { type ClassRates, perClassRates } from './classification/per-class.ts'
export { type GroupRates, groupRates, type Share } from './fairness/index.ts'
export type { Codes, GroupedLabels, InputKind, Inputs, Label, Labels, Numbers, Probabilities, Rankings, Texts, TokenLogProbs, Weights } from './inputs.ts'
export { type Average, type Category, DEFAULT_PARAMS, type Metric, type Outcome, type Params, type Proportion, type Statistic, stateOf, TASK_TYPES, type TaskType } from './metric.ts'
export { type ResidualSummary, residualSummary } from './regression/index.ts'
export { remembered } from './remembered.ts'
export { textSignatures } from './text/index.ts'
export { UNDEFINED_REASONS, type UndefinedReason } from './undefined.ts'
