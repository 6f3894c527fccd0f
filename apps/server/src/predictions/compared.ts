import { errorsOf, type Figures } from '@benchcast/core/predict'
import type { IdKind } from '../ids.ts'
import { SAMPLE } from '../storage/record-query.ts'
import type { RecordOf } from '../storage/store.ts'
import { isComparable } from './measurements.ts'

type Metadata = { readonly intervals?: Readonly<Record<string, unknown>> }

interface Compared {
  readonly rows: readonly RecordOf<'errors'>[]
  /** 0 to 100. */
  readonly accuracy: number
}

const figures = ({ throughput, latency, memory_usage }: { throughput: number | null; latency: number | null; memory_usage: number | null }): Figures =>
  Object.fromEntries(Object.entries({ throughput, latency, memory_usage }).filter(([, value]) => value !== null))

/**
 * How far a measurement is from a prediction of its configuration: one row per figure that both have; undefined when they have none in common. Rows of figures that nothing is learned from
 * (`impossible` ones, by their names, those of 0 and those of what is not predicted) say so: predictions are not judged by them.
 */
export function compareWithPrediction(
  row: RecordOf<'measurements'>,
  prediction: RecordOf<'predictions'>,
  newId: (kind: IdKind) => string,
  impossible: ReadonlySet<string> = new Set(),
): Compared | undefined {
  const compared = errorsOf(figures(prediction), figures(row))
  if (compared === null) return undefined
  const intervals = (prediction.metadata as Metadata).intervals ?? {}
  const isSample = row.measurement_source === SAMPLE || prediction.prediction_source === SAMPLE
  const isIgnored = ({ metric, actual_value }: { readonly metric: string; readonly actual_value: number }) => !isComparable(row) || actual_value === 0 || impossible.has(metric)
  const rows = compared.errors.map((error) => ({
    error_id: newId('error'),
    timestamp: row.timestamp,
    prediction_id: prediction.prediction_id,
    measurement_id: row.measurement_id,
    model_name: row.model_name,
    model_family: row.model_family,
    hardware_platform: row.hardware_platform,
    ...error,
    metadata: { interval: intervals[error.metric], level: intervals.level, provenance: prediction.prediction_source, ...(isSample && { sample: true }), ...(isIgnored(error) && { ignored: true }) },
  }))
  return { rows, accuracy: compared.accuracy }
}
