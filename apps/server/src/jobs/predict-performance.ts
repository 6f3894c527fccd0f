import type { PredictPerformanceRequest } from '@benchcast/core/api'
import type { Platform } from '@benchcast/core/hardware'
import type { Prediction } from '@benchcast/core/predict'
import type { z } from 'zod'
import { predictionAnswer } from '../predictions/answers.ts'
import { predictInTurns } from '../predictions/in-turns.ts'
import { withPrecision } from '../predictions/precision.ts'
import { predictionRequest, predictionRow } from '../predictions/rows.ts'
import { refusalOf, takenFor } from '../predictions/taken-for.ts'
import { job } from './job.ts'

type Input = z.output<typeof PredictPerformanceRequest>

/** Predicts one configuration on each platform asked for. */
export const predictPerformance = job<Input>({
  idKind: 'performance',
  run: async (asked, { predictions, now, newId, signal }) => {
    const input = withPrecision(asked)
    const platforms = typeof input.hardware === 'string' ? [input.hardware] : [...new Set(input.hardware)]
    const requests = platforms.map((platform) => predictionRequest(input, platform, deviceFor(input, platform)))
    const answers = await (input.explain ? predictInTurns(predictions, requests, { signal, onPart: () => {} }) : predictions.predict(requests))
    const predicted = answers.filter((answer): answer is Prediction => answer.supported)
    const { family, source } = takenFor(input, answers, predictions)
    const rows = predicted.map((prediction) => predictionRow(prediction, newId('prediction'), now(), family))
    const { model_name, batch_size, sequence_length, mode, precision } = input
    const phase = rows[0]?.phase
    return {
      result: {
        model_name,
        model_family: family,
        batch_size,
        sequence_length,
        mode,
        precision,
        ...(phase != null && { phase }),
        ...(source !== undefined && { model_source: source }),
        predictions: Object.fromEntries(predicted.map((prediction, index) => [prediction.request.platform, predictionAnswer(prediction, rows[index]!.prediction_id)])),
        ...(platforms.length === 1 && rows[0] && { prediction_id: rows[0].prediction_id }),
        unsupported: Object.fromEntries(answers.flatMap((answer) => (answer.supported ? [] : [[answer.request.platform, refusalOf(answer)]]))),
      },
      records: { predictions: rows },
    }
  },
})

export const deviceFor = (
  { device, devices }: { readonly device?: string | null | undefined; readonly devices?: Readonly<Partial<Record<Platform, string>>> | null | undefined },
  platform: Platform,
) => devices?.[platform] ?? device
