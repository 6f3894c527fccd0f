import type { Platform } from '@benchcast/core/hardware'
import type { Measurement } from '@benchcast/core/predict'
import { SAMPLE } from '../storage/record-query.ts'
import type { RecordOf } from '../storage/store.ts'
import { predictionRequest, type WireConfiguration } from './rows.ts'

type Facts = Partial<Pick<WireConfiguration, 'image_size' | 'parameters' | 'flops' | 'model_config'>> & { readonly device?: string }

/** A stored measurement as the predictor learns from it. */
export function measurementOf(row: RecordOf<'measurements'>): Measurement {
  const { device, image_size, parameters, flops, model_config } = row.metadata as Facts
  const { throughput, latency, memory_usage } = row
  const request = predictionRequest({ ...row, mode: row.mode as 'inference' | 'training', image_size, parameters, flops, model_config }, row.hardware_platform as Platform, device)
  return {
    ...request,
    source: row.measurement_source,
    ...(throughput !== null && { throughput }),
    ...(latency !== null && { latencyMs: latency }),
    ...(memory_usage !== null && { memoryMb: memory_usage }),
  }
}

/** Invented rows teach nothing. */
export const isReal = ({ source }: Measurement): boolean => source !== SAMPLE
