import type { Metric } from '../metric.ts'
import { accuracy } from './accuracy.ts'
import { averagePrecision } from './average-precision.ts'
import { balancedAccuracy } from './balanced-accuracy.ts'
import { cohenKappa } from './cohen-kappa.ts'
import { f1Score } from './f1-score.ts'
import { matthewsCorrcoef } from './matthews-corrcoef.ts'
import { precision } from './precision.ts'
import { recall } from './recall.ts'
import { rocAuc } from './roc-auc.ts'
import { topKAccuracy } from './top-k-accuracy.ts'

export const CLASSIFICATION_METRICS: readonly Metric[] = [accuracy, precision, recall, f1Score, rocAuc, balancedAccuracy, matthewsCorrcoef, cohenKappa, averagePrecision, topKAccuracy]

export { confusion, confusionOf } from './confusion.ts'
export { MAX_CURVE_POINTS, type PrecisionRecallCurve, precisionRecallCurve, type RocCurve, rocCurve } from './curves.ts'
export { type ClassRates, perClassRates } from './per-class.ts'
