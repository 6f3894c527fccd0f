import type { Metric } from '../metric.ts'
import { explainedVariance } from './explained-variance.ts'
import { mae } from './mae.ts'
import { maxError } from './max-error.ts'
import { meanAbsolutePercentageError } from './mean-absolute-percentage-error.ts'
import { meanPinballLoss } from './mean-pinball-loss.ts'
import { medianAbsoluteError } from './median-absolute-error.ts'
import { mse } from './mse.ts'
import { pearsonR } from './pearson-r.ts'
import { r2Score } from './r2-score.ts'
import { rmse } from './rmse.ts'
import { smape } from './smape.ts'
import { spearmanR } from './spearman-r.ts'

export const REGRESSION_METRICS: readonly Metric[] = [
  mse,
  rmse,
  mae,
  r2Score,
  meanAbsolutePercentageError,
  smape,
  medianAbsoluteError,
  maxError,
  explainedVariance,
  meanPinballLoss,
  pearsonR,
  spearmanR,
]

export { type ResidualSummary, residualSummary } from './residual-summary.ts'
