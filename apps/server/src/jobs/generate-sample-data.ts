import type { GenerateSampleDataRequest } from '@benchcast/core/api'
import type { Platform } from '@benchcast/core/hardware'
import type { Prediction, PredictionRequest } from '@benchcast/core/predict'
import { errorsOf } from '@benchcast/core/predict'
import type { z } from 'zod'
import { predictInTurns } from '../predictions/in-turns.ts'
import { figuresOf, predictionRow } from '../predictions/rows.ts'
import { SAMPLE } from '../storage/record-query.ts'
import type { RecordOf } from '../storage/store.ts'
import { type JobContext, job } from './job.ts'

type Input = z.output<typeof GenerateSampleDataRequest>

const NAMES = ['bert-base-uncased', 'gpt2', 'vit-base-patch16-224', 't5-small', 'resnet50', 'whisper-tiny', 'distilbert-base-uncased', 'clip-vit-base-patch32']
const PLATFORMS: readonly Platform[] = ['cpu', 'cuda']
const BATCHES = [1, 8]
/** The invented measurements scatter by this much (standard deviation of the log) around the predictions. */
const SCATTER = 0.1

/** Rows to try lists, charts and analyses with. Every one is marked as a sample: predicted figures with an invented scatter. */
export const generateSampleData = job<Input>({
  idKind: 'sample',
  isCheap: () => false,
  run: async ({ num_models }, context) => {
    const requests = requestsFor(num_models)
    const onPart = (done: number) => context.progress(done / requests.length, `Made rows for ${done} of ${requests.length} configurations`)
    const answers = (await predictInTurns(context.predictions, requests, { signal: context.signal, onPart })).filter((answer): answer is Prediction => answer.supported)
    const scatter = normalNumbers(num_models)
    const predictions = answers.map((answer) => ({ ...predictionRow(answer, context.newId('prediction'), context.now(), answer.modelFamily), prediction_source: SAMPLE }))
    const measurements = answers.map((answer, index) => measurementRow(predictions[index]!, answer, Math.exp(SCATTER * scatter()), context))
    const errors = measurements.flatMap((measurement, index) => errorRows(predictions[index]!, measurement, context))
    const note = 'Invented: predicted figures with a random scatter, marked sample, never learned from.'
    return { result: { num_models, predictions: predictions.length, measurements: measurements.length, note }, records: { predictions, measurements, errors } }
  },
})

function requestsFor(models: number): readonly PredictionRequest[] {
  const names = Array.from({ length: models }, (_, index) => (index < NAMES.length ? NAMES[index]! : `sample-model-${index + 1}`))
  return names.flatMap((modelName) =>
    PLATFORMS.flatMap((platform) => BATCHES.map((batchSize) => ({ modelName, platform, batchSize, sequenceLength: 128, mode: 'inference' as const, precision: 'fp32' }))),
  )
}

/** The same numbers for the same seed: mulberry32 and Box-Muller. */
function normalNumbers(seed: number): () => number {
  let state = seed
  const uniform = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  return () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform())
}

function measurementRow(prediction: RecordOf<'predictions'>, answer: Prediction, factor: number, { newId, now }: JobContext): RecordOf<'measurements'> {
  const { throughput, latency, memory_usage } = figuresOf(answer)
  const { model_name, model_family, hardware_platform, batch_size, sequence_length, precision, mode, phase, prediction_id } = prediction
  return {
    measurement_id: newId('measurement'),
    timestamp: now(),
    model_name,
    model_family,
    hardware_platform,
    batch_size,
    sequence_length,
    precision,
    mode,
    throughput: throughput * factor,
    latency: latency / factor,
    memory_usage,
    measurement_source: SAMPLE,
    prediction_id,
    phase,
    metadata: { sample: true },
  }
}

function errorRows(prediction: RecordOf<'predictions'>, measurement: RecordOf<'measurements'>, { newId, now }: JobContext): readonly RecordOf<'errors'>[] {
  const { throughput, latency } = measurement
  const compared = errorsOf({ throughput: prediction.throughput, latency: prediction.latency }, { throughput: throughput!, latency: latency! })
  const { prediction_id, model_name, model_family, hardware_platform } = prediction
  return (compared?.errors ?? []).map((error) => ({
    error_id: newId('error'),
    timestamp: now(),
    prediction_id,
    measurement_id: measurement.measurement_id,
    model_name,
    model_family,
    hardware_platform,
    ...error,
    metadata: { provenance: SAMPLE, sample: true },
  }))
}
