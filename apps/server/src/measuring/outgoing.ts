import type { RecordOf } from '../storage/store.ts'

/** A measurement for the predictive API of another process. */
export interface Outgoing {
  /** Under which it is recorded once, however often it is sent. */
  readonly sync_id: string
  /** Of `record-measurement`. */
  readonly body: object
}

/** What is sent of a measurement that was made here: its configuration, its figures, and how and where it was measured. */
export function outgoing({ measurement_id, metadata, ...measurement }: RecordOf<'measurements'>): Outgoing {
  const { configuration = {}, ...facts } = metadata as { readonly configuration?: object }
  const { model_name, model_family, hardware_platform, batch_size, sequence_length, precision, mode, phase, throughput, latency, memory_usage, measurement_source } = measurement
  const body = { ...configuration, model_name, model_family, hardware_platform, batch_size, sequence_length, precision, mode, phase, throughput, latency, memory_usage }
  return { sync_id: measurement_id, body: { ...body, source: measurement_source, metadata: { ...facts, sync_id: measurement_id } } }
}
