import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import type { AvailableHardware, BenchmarkResult } from '@benchcast/bench'
import { BenchcastError } from '@benchcast/core/errors'
import type { RunnablePrecision } from '@benchcast/core/graph/onnx'
import { type ResolvedModel, resolveModel } from '@benchcast/core/models'
import type { PredictionRequest } from '@benchcast/core/predict'

/** One configuration of a model of the catalogue to measure on this machine. */
export interface KnownConfiguration {
  readonly modelName: string
  readonly model: ResolvedModel
  readonly batchSize: number
  /** Tokens or pixels of one side, whichever the model reads. */
  readonly inputSize: number
  readonly precision: RunnablePrecision
}

/** One configuration of an ONNX file or a Hugging Face folder of the user's. It is measured; nothing is predicted of it. */
export interface FileConfiguration {
  readonly modelName: string
  readonly path: string
  readonly batchSize: number
  readonly sequence?: number
  readonly imageSize?: number
}

export type Configuration = KnownConfiguration | FileConfiguration

export const isKnown = (configuration: Configuration): configuration is KnownConfiguration => 'model' in configuration

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

/** Every model at every batch size; what is a file or a folder is taken for one. Throws `invalid_model` for a model whose graph nobody knows. */
export function configurationsOf({ models, batchSizes, precision, sequenceLength, imageSize }: SweepQuestion): readonly Configuration[] {
  return models.flatMap((modelName): readonly Configuration[] => {
    if (existsSync(modelName))
      return batchSizes.map((batchSize) => ({ modelName: basename(modelName), path: modelName, batchSize, ...(sequenceLength && { sequence: sequenceLength }), ...(imageSize && { imageSize }) }))
    const model = resolveModel({ modelName })
    if (model.graph === undefined) throw new BenchcastError('invalid_model', `${modelName} cannot be run: its graph is not known. ${model.explanation}`)
    const inputSize = (readsPixels(model) ? imageSize : sequenceLength) ?? model.inputSize
    return batchSizes.map((batchSize) => ({ modelName, model, batchSize, inputSize, precision }))
  })
}

const TEXT = new Set(['embedding', 'text_generation', 'text_to_text', 'audio'])
export const readsPixels = ({ family }: ResolvedModel): boolean => !TEXT.has(family)

/** The configuration as the predictor is asked about it. */
export const asRequest = ({ modelName, model, batchSize, inputSize, precision }: KnownConfiguration, { platform }: AvailableHardware): PredictionRequest => ({
  modelName,
  platform,
  batchSize,
  framework: 'onnxruntime',
  ...(readsPixels(model) ? { imageSize: inputSize } : {}),
  sequenceLength: inputSize,
  mode: 'inference',
  precision,
})
