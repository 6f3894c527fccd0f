import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import { type AvailableHardware, type BenchmarkResult, type FileResult, isHubModel, numberFormatOf } from '@benchcast/bench'
import { BenchcastError } from '@benchcast/core/errors'
import type { FileSize, RunnablePrecision, RunSize } from '@benchcast/core/graph/onnx'
import { type ResolvedModel, resolveModel, runSizeOf } from '@benchcast/core/models'
import type { PredictionRequest } from '@benchcast/core/predict'

/** One configuration of a model of the catalogue to measure on this machine. */
export interface KnownConfiguration {
  readonly modelName: string
  readonly model: ResolvedModel
  readonly batchSize: number
  /** Tokens (of a decode step those before it), pixels of one side or audio samples, whichever the model reads. */
  readonly inputSize: number
  /** What is run: the same as the Benchmark API runs. */
  readonly size: RunSize
  readonly precision: RunnablePrecision
}

/** One configuration of an ONNX file, a Hugging Face folder or a model of the hub. It is measured; nothing is predicted of it. */
export interface FileConfiguration {
  readonly modelName: string
  /** Of a model of the hub its name. */
  readonly path: string
  /** Absent where none but the usual was asked for: a file has its own. */
  readonly precision?: RunnablePrecision
  readonly batchSize: number
  readonly size: FileSize
}

export type Configuration = KnownConfiguration | FileConfiguration

export const isKnown = (configuration: Configuration): configuration is KnownConfiguration => 'model' in configuration

/** A configuration with what was measured: throughput in samples a second. */
export interface MeasuredConfiguration {
  readonly configuration: Configuration
  readonly result: BenchmarkResult | FileResult
}

/** Whether the model was run with weights of its own; random ones otherwise. */
export const hasOwnWeights = ({ result }: MeasuredConfiguration): boolean => 'hasOwnWeights' in result && result.hasOwnWeights

/** The number format that was run: of a file the one it has. */
export const formatOf = ({ configuration: { precision = FILE_PRECISION }, result }: MeasuredConfiguration): RunnablePrecision =>
  'header' in result && result.header !== undefined ? numberFormatOf(result.header) : precision

/** Small graphs of different kinds: what runs within seconds on any processor. */
export const USUAL_MODELS = ['prajjwal1/bert-tiny', 'sentence-transformers/all-MiniLM-L6-v2', 'microsoft/resnet-18', 'timm/mobilenetv2_100.ra_in1k', 'facebook/deit-tiny-patch16-224'] as const
export const USUAL_BATCH_SIZES = [1, 4, 16] as const

export interface SweepQuestion {
  readonly models: readonly string[]
  readonly batchSizes: readonly number[]
  readonly precision: RunnablePrecision
  readonly sequenceLength?: number
  readonly imageSize?: number
  /** Of language models; `prefill` when absent. */
  readonly phase?: Phase
}

export const PHASES = ['prefill', 'decode'] as const
export type Phase = (typeof PHASES)[number]

/** Every model at every batch size; what is a file, a folder or a name of the hub is taken for one. Throws `invalid_model` for a model whose graph nobody knows, and what `runSizeOf` throws. */
export const configurationsOf = (question: SweepQuestion): readonly Configuration[] =>
  question.models.flatMap((modelName): readonly Configuration[] => (existsSync(modelName) || isHubModel(modelName) ? filesOf(modelName, question) : knownOf(modelName, question)))

/** A step of a file's decoder is fed one token, and a cache of as many as were asked for. */
function filesOf(path: string, { batchSizes, precision, sequenceLength, imageSize, phase }: SweepQuestion): readonly FileConfiguration[] {
  const text = phase === 'decode' ? { sequence: 1, past: sequenceLength ?? USUAL_PAST } : { ...(sequenceLength !== undefined && { sequence: sequenceLength }) }
  const file = { modelName: isHubModel(path) ? path : basename(path), path, ...(precision !== FILE_PRECISION && { precision }) }
  return batchSizes.map((batch) => ({ ...file, batchSize: batch, size: { batch, ...text, ...(imageSize !== undefined && { imageSize }) } }))
}

/** Said of a file when nothing else was asked for. */
const FILE_PRECISION = 'fp32'

const USUAL_PAST = 128

function knownOf(modelName: string, { batchSizes, precision, sequenceLength, imageSize, phase }: SweepQuestion): readonly KnownConfiguration[] {
  const model = resolveModel({ modelName })
  if (model.graph === undefined) throw new BenchcastError('invalid_model', `${modelName} cannot be run: its graph is not known. ${model.explanation}`)
  return batchSizes.map((batchSize) => {
    const size = runSizeOf(model, { batchSize, ...(sequenceLength !== undefined && { sequenceLength }), ...(imageSize !== undefined && { imageSize }), ...(phase !== undefined && { phase }) })
    return { modelName, model, batchSize, inputSize: size.imageSize ?? size.sequence ?? model.inputSize, size, precision }
  })
}

/** The configuration as the predictor is asked about it. */
export const asRequest = ({ modelName, batchSize, inputSize, size, precision }: KnownConfiguration, { platform }: AvailableHardware): PredictionRequest => ({
  modelName,
  platform,
  batchSize,
  framework: 'onnxruntime',
  ...(size.imageSize !== undefined && { imageSize: size.imageSize }),
  sequenceLength: inputSize,
  mode: 'inference',
  ...(size.phase === 'decode' && { phase: size.phase }),
  precision,
})

/** What one item of its throughput is: the token that a decode step makes of each sample, or a whole sample. */
export const itemOf = (configuration: Configuration): 'token' | 'sample' =>
  (isKnown(configuration) ? configuration.size.phase === 'decode' : configuration.size.past !== undefined) ? 'token' : 'sample'
