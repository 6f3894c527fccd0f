import type { AvailableHardware, BenchmarkResult, Fingerprint } from '@benchcast/bench'
import type { BenchcastError } from '@benchcast/core/errors'
import type { JobContext } from '../jobs/job.ts'
import { compareWithPrediction } from '../predictions/compared.ts'
import type { NewRecords, RecordOf } from '../storage/store.ts'
import type { Configuration, SpeedBenchmark } from './configurations.ts'
import { figuresOf, measuredFacts } from './measured-facts.ts'
import { type Outgoing, outgoing } from './outgoing.ts'
import { configurationFacts, measuredPhase, type PredictedBefore } from './predicted-before.ts'
import { isUserModel } from './user-model.ts'

/** A configuration that was measured or refused, and when that began. */
export interface Attempted {
  readonly configuration: Configuration
  readonly run: SpeedBenchmark
  readonly hardware: AvailableHardware
  readonly startedAt: string
}

type World = Pick<JobContext, 'taskId' | 'now' | 'newId' | 'predictions' | 'predictiveElsewhere'>
type Measurement = RecordOf<'measurements'>

/**
 * What is written when a configuration was measured: its result, the measurement made of it, and how far that is from the prediction; all in one transaction. The measurement is to be
 * sent where the predictive API is in another process.
 */
export function measuredRecords(attempted: Attempted, result: BenchmarkResult, machine: Fingerprint, before: PredictedBefore | undefined, world: World) {
  const { configuration, run, hardware } = attempted
  const facts = measuredFacts(result, run, hardware, machine)
  const head = resultHead(attempted, world)
  const measurement =
    saysWhatTheDeviceCan(run) && !hardware.isSimulation
      ? measurementOf(head, figuresOf(result), { ...facts, result_id: head.result_id }, configurationFacts(configuration, hardware), measuredPhase(configuration, run), world)
      : undefined
  const compared = measurement && before && compareWithPrediction(measurement, before.row, world.newId)
  const row: RecordOf<'results'> = {
    ...head,
    ...figuresOf(result),
    status: 'completed',
    sync_id: measurement?.measurement_id ?? null,
    error: null,
    metadata: { ...facts, ...(before && { prediction: predictionFacts(before.row, compared?.rows ?? []) }) },
  }
  const records: NewRecords = {
    results: [row],
    ...(measurement && { measurements: [{ ...measurement, prediction_id: before?.row.prediction_id ?? null }] }),
    ...(before?.isNew && { predictions: [before.row] }),
    ...(compared && { errors: compared.rows }),
  }
  return measurement && world.predictiveElsewhere ? sent(row, measurement) : { row, records, measurement, outgoing: undefined }
}

const sent = (row: RecordOf<'results'>, measurement: Measurement): { row: typeof row; records: NewRecords; measurement: undefined; outgoing: Outgoing } => ({
  row,
  records: { results: [row] },
  measurement: undefined,
  outgoing: outgoing(measurement),
})

/** What is written when a configuration could not be measured. */
export function refusedRecords(attempted: Attempted, { code, message }: Pick<BenchcastError, 'code' | 'message'>, world: World) {
  const none = { throughput: null, latency: null, memory_usage: null }
  const row: RecordOf<'results'> = { ...resultHead(attempted, world), ...none, status: 'failed', sync_id: null, error: message, metadata: { code } }
  return { row, records: { results: [row] } satisfies NewRecords, measurement: undefined, outgoing: undefined }
}

/**
 * Whether the figures are those of the device. At random arrivals throughput is what was asked of it and latency holds the waiting; with a limit on threads it is a part of the
 * device: predictions know of neither, and would learn something false.
 */
export const saysWhatTheDeviceCan = ({ scenario, threads }: Pick<SpeedBenchmark, 'scenario' | 'threads'>): boolean => scenario !== 'server' && threads == null

function resultHead({ configuration, hardware, startedAt }: Attempted, { taskId, now, newId, predictions }: World) {
  const { model_name, hardware: platform, batch_size, sequence_length, precision, mode } = configuration
  const endedAt = now()
  return {
    result_id: newId('result'),
    run_id: taskId,
    timestamp: endedAt,
    model_name,
    model_family: predictions.familyOf(model_name),
    batch_size,
    sequence_length,
    precision,
    mode,
    hardware: platform,
    device_name: hardware.device,
    started_at: startedAt,
    completed_at: endedAt,
    duration: Math.max(0, Date.parse(endedAt) - Date.parse(startedAt)) / 1000,
    simulation_mode: hardware.isSimulation ? 1 : 0,
  }
}

function measurementOf(head: ReturnType<typeof resultHead>, figures: ReturnType<typeof figuresOf>, facts: object, configuration: object, phase: Measurement['phase'], { newId }: World): Measurement {
  const { timestamp, model_name, model_family, batch_size, sequence_length, precision, mode, hardware } = head
  return {
    measurement_id: newId('measurement'),
    timestamp,
    model_name,
    model_family,
    hardware_platform: hardware,
    batch_size,
    sequence_length,
    precision,
    mode,
    ...figures,
    measurement_source: 'benchmark',
    prediction_id: null,
    phase,
    // What a file of the user's does is not known from its name: nothing is learned from it.
    metadata: { benchmark: facts, configuration, ...(isUserModel(model_name) && { comparable: false }) },
  }
}

function predictionFacts({ prediction_id, throughput, latency, memory_usage, prediction_source }: RecordOf<'predictions'>, errors: readonly RecordOf<'errors'>[]) {
  const relative_error = Object.fromEntries(errors.map(({ metric, relative_error }) => [metric, relative_error]))
  return { prediction_id, throughput, latency, memory_usage, provenance: prediction_source, relative_error }
}
