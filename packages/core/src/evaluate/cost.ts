import type { RunBenchmarkRequest } from '../api/index.ts'
import { rowCount } from './columns.ts'
import { RESAMPLED_ROWS } from './plan.ts'

/** From measurements on one core: a value per row and model, and a resampled value per row, model and resample. */
const MS_PER_VALUE = 1e-4
const MS_PER_RESAMPLED_VALUE = 1e-5
const TINY_ROWS = 8

/** Roughly how many milliseconds a request takes to evaluate, before any of it is checked. */
export function evaluationCost(request: RunBenchmarkRequest): number {
  const models = Object.keys(request.model_predictions).length
  const rows = rowCount(request.ground_truth)
  const confidence = request.confidence === false ? undefined : request.confidence
  const resampled = request.confidence !== false && rows > TINY_ROWS && (rows <= RESAMPLED_ROWS || confidence?.method === 'bootstrap')
  const compared = request.compare === false ? 1 : Math.max(1, Math.min(models, 20))
  return models * rows * MS_PER_VALUE + (resampled ? rows * models * compared * (confidence?.resamples ?? 9999) * MS_PER_RESAMPLED_VALUE : 0)
}
