import type { GenerateMatrixRequest } from '@benchcast/core/api'
import type { Prediction, PredictionRequest, Unsupported } from '@benchcast/core/predict'
import type { z } from 'zod'
import { predictInTurns } from '../predictions/in-turns.ts'
import { figuresOf, predictionRequest, predictionRow } from '../predictions/rows.ts'
import { refusalOf, takenFor } from '../predictions/taken-for.ts'
import type { RecordOf } from '../storage/store.ts'
import { job } from './job.ts'

type Input = z.output<typeof GenerateMatrixRequest>
type Cells = Record<string, Record<string, Record<string, unknown>>>

/** So few are predicted within the request. */
const CHEAP_CELLS = 50

const cellCount = ({ model_configs, hardware_platforms, batch_sizes, precision_options }: Input): number =>
  model_configs.length * hardware_platforms.length * batch_sizes.length * precision_options.length

/** Predicts models x hardware x batch sizes x precisions. */
export const generateMatrix = job<Input>({
  idKind: 'matrix',
  isCheap: (input) => cellCount(input) <= CHEAP_CELLS,
  timeoutSeconds: 600,
  run: async (input, { predictions, progress, signal, now, newId }) => {
    const requests = requestsOf(input)
    const answers = await predictInTurns(predictions, requests, { signal, onPart: (done) => progress(done / requests.length, `Predicted ${done} of ${requests.length} cells`) })
    const models: Record<string, { name: string; category: string; predictions: Cells }> = Object.create(null)
    const rows: RecordOf<'predictions'>[] = []
    for (const answer of answers) {
      const { modelName, modelFamily } = answer.request
      const { family } = takenFor({ model_name: modelName, model_family: modelFamily }, [answer], predictions)
      if (answer.supported) rows.push(predictionRow(answer, newId('prediction'), now(), family))
      place(models, answer, family)
    }
    const { mode, hardware_platforms, batch_sizes, precision_options } = input
    return { result: { timestamp: now(), mode, models, hardware_platforms, batch_sizes, precision_options, stored_predictions: rows.length }, records: { predictions: rows } }
  },
})

const requestsOf = ({ model_configs, hardware_platforms, batch_sizes, precision_options, sequence_length, mode }: Input): readonly PredictionRequest[] =>
  model_configs.flatMap(({ name, category }) =>
    hardware_platforms.flatMap((platform) =>
      batch_sizes.flatMap((batch_size) =>
        precision_options.map((precision) => predictionRequest({ model_name: name, model_family: category, batch_size, sequence_length, mode, precision }, platform)),
      ),
    ),
  )

/** Puts a cell where the wire wants it: model, hardware, batch size as text, precision. */
function place(models: Record<string, { name: string; category: string; predictions: Cells }>, answer: Prediction | Unsupported, category: string): void {
  const { modelName, platform, batchSize, precision } = answer.request
  models[modelName] ??= { name: modelName, category, predictions: {} }
  const { predictions } = models[modelName]
  predictions[platform] ??= {}
  predictions[platform][batchSize] ??= {}
  predictions[platform][batchSize][precision] = answer.supported ? cell(answer) : { unsupported: refusalOf(answer) }
}

function cell(prediction: Prediction) {
  const { throughput, latency, memory_usage } = figuresOf(prediction)
  return { throughput, latency_mean: latency, memory_usage, interval: [prediction.throughput.lower, prediction.throughput.upper], provenance: prediction.provenance }
}
