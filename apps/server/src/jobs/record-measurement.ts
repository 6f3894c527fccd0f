import type { RecordMeasurementRequest } from '@benchcast/core/api'
import { BenchcastError } from '@benchcast/core/errors'
import { errorsOf, type Figures } from '@benchcast/core/predict'
import type { z } from 'zod'
import { measurementOf } from '../predictions/measurements.ts'
import { OPTIONAL_FACTS } from '../predictions/rows.ts'
import { measurementWire, predictionWire } from '../predictions/wire-rows.ts'
import { SAMPLE } from '../storage/record-query.ts'
import type { RecordOf } from '../storage/store.ts'
import { type JobContext, job } from './job.ts'

type Input = z.output<typeof RecordMeasurementRequest>
type Row = RecordOf<'measurements'>

/** Stores a measurement, compares it with its prediction, and lets the predictor learn from it. */
export const recordMeasurement = job<Input>({
  idKind: 'measurementTask',
  run: async (input, context) => {
    const prediction = await predictionFor(input, context)
    const row = rowOf(input, context, prediction?.prediction_id ?? null)
    const compared = prediction && compare(row, prediction, context)
    return {
      result: {
        measurement_id: row.measurement_id,
        prediction_id: row.prediction_id,
        measurement: measurementWire(row),
        ...(prediction && { prediction: predictionWire(prediction) }),
        ...(compared && { errors: compared.rows.map(({ error_id: _, timestamp: __, model_family: ___, metadata: ____, ...error }) => error), accuracy: compared.accuracy }),
      },
      records: { measurements: [row], ...(compared && { errors: compared.rows }) },
      committed: () => context.predictions.learn(measurementOf(row)),
    }
  },
})

async function predictionFor(input: Input, { store }: JobContext): Promise<RecordOf<'predictions'> | undefined> {
  if (input.prediction_id == null) return store.newestPrediction(input)
  const named = await store.findRecord('predictions', input.prediction_id)
  if (named === undefined)
    throw new BenchcastError('prediction_not_found', `There is no prediction '${input.prediction_id}': leave prediction_id out to compare with the newest one of the same configuration.`)
  return named
}

function rowOf(input: Input, { now, newId, predictions }: JobContext, predictionId: string | null): Row {
  const { model_name, batch_size, sequence_length, precision, mode, hardware_platform, device } = input
  const facts = Object.fromEntries([['device', device], ...OPTIONAL_FACTS.map((name) => [name, input[name]])].filter(([, value]) => value != null))
  return {
    measurement_id: newId('measurement'),
    timestamp: now(),
    model_name,
    model_family: input.model_family ?? predictions.familyOf(model_name),
    hardware_platform,
    batch_size,
    sequence_length,
    precision,
    mode,
    throughput: input.throughput ?? null,
    latency: input.latency ?? null,
    memory_usage: input.memory_usage ?? null,
    measurement_source: input.source,
    prediction_id: predictionId,
    // Last, so that nothing a caller keeps with a measurement is taken for what was measured.
    metadata: { ...input.metadata, configuration: facts },
  }
}

const figures = ({ throughput, latency, memory_usage }: { throughput: number | null; latency: number | null; memory_usage: number | null }): Figures =>
  Object.fromEntries(Object.entries({ throughput, latency, memory_usage }).filter(([, value]) => value !== null))

type Metadata = { readonly intervals?: Readonly<Record<string, unknown>> }

function compare(row: Row, prediction: RecordOf<'predictions'>, { newId }: JobContext): { readonly rows: readonly RecordOf<'errors'>[]; readonly accuracy: number } | undefined {
  const compared = errorsOf(figures(prediction), figures(row))
  if (compared === null) return undefined
  const intervals = (prediction.metadata as Metadata).intervals ?? {}
  const isSample = row.measurement_source === SAMPLE || prediction.prediction_source === SAMPLE
  const rows = compared.errors.map((error) => ({
    error_id: newId('error'),
    timestamp: row.timestamp,
    prediction_id: prediction.prediction_id,
    measurement_id: row.measurement_id,
    model_name: row.model_name,
    model_family: row.model_family,
    hardware_platform: row.hardware_platform,
    ...error,
    metadata: { interval: intervals[error.metric], level: intervals.level, provenance: prediction.prediction_source, ...(isSample && { sample: true }) },
  }))
  return { rows, accuracy: compared.accuracy }
}
