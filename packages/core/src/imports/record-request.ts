import { present, presentGroup } from './fields.ts'
import type { ImportSource } from './import-file.ts'
import { type ImportedMeasurement, isComparable } from './measurement.ts'

/** The longest name of a source that record-measurement takes. */
const LONGEST_SOURCE = 64

/**
 * The body of `POST /record-measurement` for an imported measurement: its configuration and figures, with everything else the file said under `metadata`
 * (samples apart, which would be most of it). `metadata.comparable` says whether a predictor may learn from it. Undefined for a measurement without any of the three figures.
 *
 * @example recordRequest(result.measurements[0], result.source) // { model_name: 'bert-base-uncased', hardware_platform: 'cpu', latency: 12.5, source: 'mlperf-loadgen', metadata: { ... } }
 */
export function recordRequest(measurement: ImportedMeasurement, source: ImportSource): Record<string, unknown> | undefined {
  const figures = presentGroup({ throughput: measurement.throughputSamplesPerSecond, latency: measurement.latencyMs, memory_usage: measurement.memoryMb })
  if (figures === undefined) return undefined
  const { modelName, hardwarePlatform, device, framework, batchSize, sequenceLength, precision, mode } = measurement
  return {
    ...present({ model_name: modelName, hardware_platform: hardwarePlatform, device, framework, batch_size: batchSize, sequence_length: sequenceLength, precision, mode }),
    ...figures,
    source: source.tool.slice(0, LONGEST_SOURCE),
    metadata: metadataOf(measurement, source),
  }
}

function metadataOf(measurement: ImportedMeasurement, source: ImportSource) {
  const { name, workload, valid, problems, derived, bounds, latency, tokens, requests, concurrency, reportedPrecision, details } = measurement
  const rest = present({ derived, bounds, latency, tokens, requests, concurrency, reported_precision: reportedPrecision, details })
  return { imported_from: source, name, workload, valid, comparable: isComparable(measurement), ...(problems.length > 0 && { problems }), ...rest }
}
