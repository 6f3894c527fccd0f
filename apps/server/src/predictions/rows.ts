import type { Prediction, PredictionRequest } from '@benchcast/core/predict'
import { confidenceOf } from '@benchcast/core/predict'
import type { RecordOf } from '../storage/store.ts'
import { phaseOf } from './phase.ts'
import { factsOf } from './settings.ts'

/** The wire's names for a configuration, with the defaults filled in. */
export interface WireConfiguration {
  readonly model_name: string
  readonly model_family?: string | null | undefined
  readonly batch_size: number
  readonly sequence_length: number
  readonly mode: 'inference' | 'training'
  readonly precision: string
  /** True when the name of the model told the precision. */
  readonly precision_from_name?: boolean | undefined
  readonly phase?: 'prefill' | 'decode' | null | undefined
  readonly framework?: string | null | undefined
  readonly image_size?: number | null | undefined
  readonly model_config?: Readonly<Record<string, unknown>> | null | undefined
  readonly parameters?: number | null | undefined
  readonly flops?: number | null | undefined
  readonly explain?: boolean | null | undefined
}

/** Facts of a configuration that rows keep in their metadata. */
export const OPTIONAL_FACTS = ['framework', 'image_size', 'model_config', 'parameters', 'flops'] as const satisfies readonly (keyof WireConfiguration)[]

const set = <K extends string, V>(name: K, value: V | null | undefined): { readonly [key in K]?: V } => (value == null ? {} : ({ [name]: value } as { readonly [key in K]: V }))

/** A request of the predictor from a request of the wire. */
export const predictionRequest = (wire: WireConfiguration, platform: PredictionRequest['platform'], device?: string | null): PredictionRequest => ({
  modelName: wire.model_name,
  platform,
  batchSize: wire.batch_size,
  sequenceLength: wire.sequence_length,
  mode: wire.mode,
  precision: wire.precision,
  ...set('phase', wire.phase),
  ...set('modelFamily', wire.model_family),
  ...set('modelConfig', wire.model_config),
  ...set('framework', wire.framework),
  ...set('imageSize', wire.image_size),
  ...set('parameters', wire.parameters),
  ...set('flops', wire.flops),
  ...set('device', device),
  ...(wire.precision_from_name === true && { precisionFromName: true }),
  ...(wire.explain === true && { explain: true }),
})

const bounds = ({ lower, upper }: { readonly lower: number; readonly upper: number }): [number, number] => [lower, upper]

export const intervalsOf = ({ level, throughput, latencyMs, memoryMb, powerWatts }: Prediction) => ({
  level,
  throughput: bounds(throughput),
  latency: bounds(latencyMs),
  memory_usage: bounds(memoryMb),
  ...(powerWatts && { power: bounds(powerWatts) }),
})

/** The three figures by their names on the wire, and power where it is known. */
export const figuresOf = ({ throughput, latencyMs, memoryMb, powerWatts }: Prediction) => ({
  throughput: throughput.value,
  latency: latencyMs.value,
  memory_usage: memoryMb.value,
  ...(powerWatts && { power: powerWatts.value }),
})

/** What is stored of a prediction. */
export function predictionRow(prediction: Prediction, predictionId: string, timestamp: string, modelFamily: string): RecordOf<'predictions'> {
  const { request, throughput, latencyMs, memoryMb, provenance, device, deviceAssumed, bound } = prediction
  return {
    prediction_id: predictionId,
    timestamp,
    model_name: request.modelName,
    model_family: modelFamily,
    hardware_platform: request.platform,
    batch_size: request.batchSize,
    sequence_length: request.sequenceLength,
    precision: request.precision,
    mode: request.mode,
    throughput: throughput.value,
    latency: latencyMs.value,
    memory_usage: memoryMb.value,
    confidence_score: confidenceOf(throughput, prediction.level),
    prediction_source: provenance,
    phase: phaseOf(request),
    metadata: { intervals: intervalsOf(prediction), device: device.name, device_assumed: deviceAssumed, bound, configuration: factsOf(request) },
  }
}
