import type { RunBenchmarkRequest } from '../api/index.ts'
import { rowCount } from './columns.ts'
import { RESAMPLED_ROWS } from './plan.ts'

/** From measurements on one core: a value per row and model, and a resampled value per row, model and resample. */
const MS_PER_VALUE = 1e-4
const MS_PER_RESAMPLED_VALUE = 1e-5
const TINY_ROWS = 8
/** Edit distances and alignments grow with the square of a text's length, in thousands of characters. */
const MS_PER_SQUARE_KILOCHARACTER = 0.2
const TEXT_TASKS: ReadonlySet<string> = new Set(['text_generation', 'multimodal'])

/** Roughly how many milliseconds a request takes to evaluate, before any of it is checked. */
export function evaluationCost(request: RunBenchmarkRequest): number {
  const models = Object.keys(request.model_predictions).length
  const rows = rowCount(request.ground_truth)
  const confidence = request.confidence === false ? undefined : request.confidence
  const resampled = request.confidence !== false && rows > TINY_ROWS && (rows <= RESAMPLED_ROWS || confidence?.method === 'bootstrap')
  const compared = request.compare === false ? 1 : Math.max(1, Math.min(models, 20))
  return models * rows * MS_PER_VALUE + textCost(request) + (resampled ? rows * models * compared * (confidence?.resamples ?? 9999) * MS_PER_RESAMPLED_VALUE : 0)
}

function textCost({ task_type, model_predictions }: RunBenchmarkRequest): number {
  if (!TEXT_TASKS.has(task_type)) return 0
  const characters = Object.values(model_predictions).reduce(
    (sum, column) => sum + (Array.isArray(column) ? column.reduce<number>((length, text) => length + (typeof text === 'string' ? text.length : 0), 0) : 0),
    0,
  )
  return (characters / 1000) ** 2 * MS_PER_SQUARE_KILOCHARACTER
}
