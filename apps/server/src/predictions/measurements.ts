import { type FIGURE_LIMITS, isPossible, type Platform } from '@benchcast/core/hardware'
import type { Measurement } from '@benchcast/core/predict'
import { SAMPLE } from '../storage/record-query.ts'
import type { RecordOf } from '../storage/store.ts'
import { type OPTIONAL_FACTS, predictionRequest, type WireConfiguration } from './rows.ts'

type Facts = Partial<Pick<WireConfiguration, (typeof OPTIONAL_FACTS)[number]>> & { readonly device?: string }

/** A figure that can have been measured. Others were stored before they were refused. */
const possible = (figure: keyof typeof FIGURE_LIMITS, value: number | null): value is number => value !== null && isPossible(figure, value)

/** A stored measurement as the predictor learns from it. */
export function measurementOf(row: RecordOf<'measurements'>): Measurement {
  const { device, ...facts } = (row.metadata as { readonly configuration?: Facts }).configuration ?? {}
  const { throughput, latency, memory_usage } = row
  const request = predictionRequest({ ...row, mode: row.mode as 'inference' | 'training', phase: row.phase as 'prefill' | 'decode' | null, ...facts }, row.hardware_platform as Platform, device)
  return {
    ...request,
    source: row.measurement_source,
    ...(possible('throughput', throughput) && { throughput }),
    ...(possible('latency', latency) && { latencyMs: latency }),
    ...(possible('memory_usage', memory_usage) && { memoryMb: memory_usage }),
  }
}

/** Whether a measurement is one of what is predicted: imported ones of whole programs, loaded servers or failed runs are none. */
export const isComparable = ({ metadata }: RecordOf<'measurements'>): boolean => (metadata as { readonly comparable?: boolean }).comparable !== false

/** The same of a stored one; invented rows are none either. */
export const isComparableRow = (row: RecordOf<'measurements'>): boolean => row.measurement_source !== SAMPLE && isComparable(row)

/** Invented rows teach nothing. */
export const isReal = ({ source }: Measurement): boolean => source !== SAMPLE
