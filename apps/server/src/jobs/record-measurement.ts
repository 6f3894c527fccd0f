import type { RecordMeasurementRequest } from '@benchcast/core/api'
import { BenchcastError } from '@benchcast/core/errors'
import type { Measurement, PredictionRequest } from '@benchcast/core/predict'
import type { z } from 'zod'
import { compareWithPrediction } from '../predictions/compared.ts'
import type { AboutRequest } from '../predictions/lookups.ts'
import { ignoredFigures, measurementWarnings } from '../predictions/measurement-warnings.ts'
import { isComparableRow, measurementOf } from '../predictions/measurements.ts'
import { assertSame } from '../predictions/mismatch.ts'
import { phaseOf } from '../predictions/phase.ts'
import { withPrecision } from '../predictions/precision.ts'
import { OPTIONAL_FACTS, predictionRequest } from '../predictions/rows.ts'
import { factsOf, settingsOf } from '../predictions/settings.ts'
import { measurementWire, predictionWire } from '../predictions/wire-rows.ts'
import type { Setting } from '../storage/record-query.ts'
import type { RecordOf } from '../storage/store.ts'
import { type JobContext, job } from './job.ts'

/** `measurement_id` is given by who knows the measurement already: an imported file, by its content. */
type Asked = z.output<typeof RecordMeasurementRequest> & { readonly measurement_id?: string }
type Input = ReturnType<typeof withPrecision<Asked>>
type Row = RecordOf<'measurements'>

/** What was measured: the device as the caller or its prediction names it, what is known of it, and the prediction it is compared with. */
interface Measured {
  readonly device: string | undefined
  readonly about: AboutRequest
  readonly prediction: RecordOf<'predictions'> | undefined
}

/** Stores a measurement, compares it with its prediction, and lets the predictor learn from it. */
export const recordMeasurement = job<Asked>({
  idKind: 'measurementTask',
  run: async (asked, context) => {
    const input = withPrecision(asked)
    const { device, about, prediction } = await measuredBy(input, context)
    const row = rowOf(input, device, context, prediction?.prediction_id ?? null)
    const measurement = measurementOf(row)
    const compared = prediction && compareWithPrediction(row, prediction, context.newId, ignoredFigures(measurement, about))
    const warnings = isComparableRow(row) ? measurementWarnings(measurement, { about, expected: await expectedOf(measurement, about, context), measurementId: row.measurement_id }) : []
    return {
      result: {
        measurement_id: row.measurement_id,
        prediction_id: row.prediction_id,
        measurement: measurementWire(row),
        ...(prediction && { prediction: predictionWire(prediction) }),
        ...(compared && { errors: compared.rows.map(({ error_id: _, timestamp: __, model_family: ___, metadata: ____, ...error }) => error), accuracy: compared.accuracy }),
        ...(warnings.length > 0 && { warnings }),
      },
      records: { measurements: [row], ...(compared && { errors: compared.rows }) },
      committed: () => {
        if (isComparableRow(row)) context.predictions.learn(measurement)
      },
    }
  },
})

/** What would have been predicted; undefined where the device cannot be looked up. */
const expectedOf = ({ source: _, throughput: __, latencyMs: ___, memoryMb: ____, ...request }: Measurement, { found }: AboutRequest, { predictions }: JobContext) =>
  found && predictions.expected(request)

async function measuredBy(input: Input, context: JobContext): Promise<Measured> {
  const request = predictionRequest(input, input.hardware_platform, input.device)
  const about = await context.predictions.lookUp(request)
  if (input.prediction_id != null) return withNamed(input.prediction_id, input, request, about, context)
  const settings = about.found && settingsOf(request, about.found.device.name)
  return { device: request.device, about, prediction: settings && (await context.store.newestPrediction({ ...input, phase: phaseOf(request), settings })) }
}

/** Who names a prediction and no device means the prediction's device. */
async function withNamed(predictionId: string, input: Input, request: PredictionRequest, about: AboutRequest, { store, predictions }: JobContext): Promise<Measured> {
  const prediction = await store.findRecord('predictions', predictionId)
  if (prediction === undefined)
    throw new BenchcastError('prediction_not_found', `There is no prediction '${predictionId}': leave prediction_id out to compare with the newest one of the same configuration.`)
  const named = request.device === undefined ? undefined : { named: request.device, name: about.found?.device.name }
  assertSame(prediction, { ...input, phase: phaseOf(request), device: named, facts: factsOf(request) })
  const { device } = prediction.metadata as Setting
  if (named !== undefined || device === undefined || device === about.found?.device.name) return { device: request.device, about, prediction }
  return { device, about: await predictions.lookUp({ ...request, device }), prediction }
}

function rowOf(input: Input, device: string | undefined, { now, newId, predictions }: JobContext, predictionId: string | null): Row {
  const { model_name, batch_size, sequence_length, precision, mode, hardware_platform } = input
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
