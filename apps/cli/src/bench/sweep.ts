import type { AvailableHardware, BenchmarkResult } from '@benchcast/bench'
import { BenchcastError } from '@benchcast/core/errors'
import type { RunnablePrecision } from '@benchcast/core/graph/onnx'
import { type ResolvedModel, resolveModel } from '@benchcast/core/models'
import type { PredictionRequest } from '@benchcast/core/predict'

/** One configuration to measure on this machine. */
export interface Configuration {
  readonly modelName: string
  readonly model: ResolvedModel
  readonly batchSize: number
  /** Tokens or pixels of one side, whichever the model reads. */
  readonly inputSize: number
  readonly precision: RunnablePrecision
}

/** A configuration with what was measured: throughput in samples a second. */
export interface MeasuredConfiguration {
  readonly configuration: Configuration
  readonly result: BenchmarkResult
}

/** Small graphs of different kinds: what runs within seconds on any processor. */
export const USUAL_MODELS = ['prajjwal1/bert-tiny', 'sentence-transformers/all-MiniLM-L6-v2', 'microsoft/resnet-18', 'timm/mobilenetv2_100.ra_in1k', 'facebook/deit-tiny-patch16-224'] as const
export const USUAL_BATCH_SIZES = [1, 4, 16] as const

export interface SweepQuestion {
  readonly models: readonly string[]
  readonly batchSizes: readonly number[]
  readonly precision: RunnablePrecision
  readonly sequenceLength?: number
  readonly imageSize?: number
}

/** Every model at every batch size. Throws `invalid_model` for a model whose graph nobody knows. */
export function configurationsOf({ models, batchSizes, precision, sequenceLength, imageSize }: SweepQuestion): readonly Configuration[] {
  return models.flatMap((modelName) => {
    const model = resolveModel({ modelName })
    if (model.graph === undefined) throw new BenchcastError('invalid_model', `${modelName} cannot be run: its graph is not known. ${model.explanation}`)
    const inputSize = (readsPixels(model) ? imageSize : sequenceLength) ?? model.inputSize
    return batchSizes.map((batchSize) => ({ modelName, model, batchSize, inputSize, precision }))
  })
}

const TEXT = new Set(['embedding', 'text_generation', 'text_to_text', 'audio'])
export const readsPixels = ({ family }: ResolvedModel): boolean => !TEXT.has(family)

/** The configuration as the predictor is asked about it. */
export const asRequest = ({ modelName, model, batchSize, inputSize, precision }: Configuration, { platform }: AvailableHardware): PredictionRequest => ({
  modelName,
  platform,
  batchSize,
  framework: 'onnxruntime',
  ...(readsPixels(model) ? { imageSize: inputSize } : {}),
  sequenceLength: inputSize,
  mode: 'inference',
  precision,
})
