import type { RecordMeasurementRequest } from '@benchcast/core/api'
import type { FieldError } from '@benchcast/core/errors'
import { type BeyondBound, beyondBounds, FAR_BEYOND } from '@benchcast/core/predict'
import type { z } from 'zod'
import { validationError } from '../http/validate.ts'
import { figureText, LIMITS } from './figure-text.ts'
import { withPrecision } from './precision.ts'
import type { Predictions } from './predictions.ts'
import { predictionRequest } from './rows.ts'

type Asked = z.output<typeof RecordMeasurementRequest>

/**
 * Refuses figures that the named device cannot have had with the named model by far. Where the device was not named, the model's costs are a guess, it cannot run there at all
 * or a prediction is named, they may be of another: then they are stored, with a warning.
 *
 * @throws BenchcastError `validation_failed`, with an entry for each figure.
 */
export async function assertPossible(asked: Asked, predictions: Predictions): Promise<void> {
  const input = withPrecision(asked)
  // A measurement of something else than the prediction it names fails for that reason.
  if (input.device == null || input.prediction_id != null || input.metadata?.['comparable'] === false) return
  const request = predictionRequest(input, input.hardware_platform, input.device)
  const { found, bounds, whyNotRun } = await predictions.lookUp(request)
  if (found === undefined || bounds === undefined || found.match === 'similar' || whyNotRun !== undefined) return
  const { throughput, latency, memory_usage } = input
  const figures = { batchSize: input.batch_size, ...(throughput != null && { throughput }), ...(latency != null && { latencyMs: latency }), ...(memory_usage != null && { memoryMb: memory_usage }) }
  const far = beyondBounds(figures, bounds).filter(isImpossible)
  if (far.length > 0) throw validationError(far.map((beyond) => errorOf(beyond, found.device.name)))
}

/** What measures memory may have left the weights out; nothing else makes up for so much. */
const isImpossible = ({ figure, isTooSmall, times }: BeyondBound): boolean => times > FAR_BEYOND && !(figure === 'memory_usage' && isTooSmall)

function errorOf({ figure, value, bound, isTooSmall }: BeyondBound, device: string): FieldError {
  const detail = `${figure} ${figureText(figure, value)} is impossible: ${LIMITS[figure](device, figureText(figure, bound))}. Check the unit (${UNITS[figure]}), batch_size, precision and device; nothing was stored.`
  return { pointer: `/${figure}`, code: isTooSmall ? 'too_small' : 'too_big', detail }
}

const UNITS = { throughput: 'samples per second, not tokens', latency: 'milliseconds of one batch', memory_usage: 'megabytes' } as const
