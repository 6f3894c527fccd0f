import type { RecordMeasurementRequest } from '@benchcast/core/api'
import { BenchcastError } from '@benchcast/core/errors'
import type { z } from 'zod'
import { compareWithPrediction } from '../predictions/compared.ts'
import { isComparableRow, measurementOf } from '../predictions/measurements.ts'
import { phaseOf } from '../predictions/phase.ts'
import { OPTIONAL_FACTS, predictionRequest } from '../predictions/rows.ts'
import { measurementWire, predictionWire } from '../predictions/wire-rows.ts'
import type { RecordOf } from '../storage/store.ts'
import { type JobContext, job } from './job.ts'

/** `measurement_id` is given by who knows the measurement already: an imported file, by its content. */
type Input = z.output<typeof RecordMeasurementRequest> & { readonly measurement_id?: string }
type Row = RecordOf<'measurements'>

/** Stores a measurement, compares it with its prediction, and lets the predictor learn from it. */
export const recordMeasurement = job<Input>({
  idKind: 'measurementTask',
  run: async (input, context) => {
    const prediction = await predictionFor(input, context)
    const row = rowOf(input, context, prediction?.prediction_id ?? null)
    const compared = prediction && compareWithPrediction(row, prediction, context.newId)
    return {
      result: {
        measurement_id: row.measurement_id,
        prediction_id: row.prediction_id,
        measurement: measurementWire(row),
        ...(prediction && { prediction: predictionWire(prediction) }),
        ...(compared && { errors: compared.rows.map(({ error_id: _, timestamp: __, model_family: ___, metadata: ____, ...error }) => error), accuracy: compared.accuracy }),
      },
      records: { measurements: [row], ...(compared && { errors: compared.rows }) },
      committed: () => {
        if (isComparableRow(row)) context.predictions.learn(measurementOf(row))
      },
    }
  },
})

async function predictionFor(input: Input, { store }: JobContext): Promise<RecordOf<'predictions'> | undefined> {
  if (input.prediction_id == null) return store.newestPrediction({ ...input, phase: phaseOf(predictionRequest(input, input.hardware_platform)) })
  const named = await store.findRecord('predictions', input.prediction_id)
  if (named === undefined)
    throw new BenchcastError('prediction_not_found', `There is no prediction '${input.prediction_id}': leave prediction_id out to compare with the newest one of the same configuration.`)
  return named
}

function rowOf(input: Input, { now, newId, predictions }: JobContext, predictionId: string | null): Row {
  const { model_name, batch_size, sequence_length, precision, mode, hardware_platform, device } = input
  const facts = Object.fromEntries([['device', device], ...OPTIONAL_FACTS.map((name) => [name, input[name]])].filter(([, value]) => value != null))
  return {
    measurement_id: input.measurement_id ?? newId('measurement'),
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
    phase: phaseOf(predictionRequest(input, hardware_platform)),
    // Last, so that nothing a caller keeps with a measurement is taken for what was measured.
    metadata: { ...input.metadata, configuration: facts },
  }
}
