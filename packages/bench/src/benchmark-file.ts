import { totalmem } from 'node:os'
import { BenchcastError } from '@benchcast/core/errors'
import { type FileSize, inputsForSize, type OnnxHeader, type RunnablePrecision } from '@benchcast/core/graph/onnx'
import { runSizeOf } from '@benchcast/core/models'
import { type BenchmarkOptions, type BenchmarkQuestion, type BenchmarkResult, benchmark, forBatch, resultOf, USUAL_SEED } from './benchmark.ts'
import { type LocalModel, localModel } from './models/local-model.ts'
import { type StagedModel, type StageOptions, withStagedModel } from './models/staged-model.ts'
import { type ChildLimits, measureInChild } from './runner/run-in-child.ts'

/** A model of the user's in one configuration on one device. */
export interface FileQuestion extends Omit<BenchmarkQuestion, 'architecture' | 'size' | 'precision'> {
  /** An `.onnx` file or a Hugging Face folder. */
  readonly path: string
  readonly size: FileSize
  /** Of a folder without an ONNX file, whose graph is written here (default fp32). A file is run in the number format it has: leave it out. */
  readonly precision?: RunnablePrecision
}

export interface FileResult extends BenchmarkResult {
  readonly name: string
  /** Whether the weights were the user's own; random ones take as long. */
  readonly hasOwnWeights: boolean
  /** What was fed, of a file. */
  readonly inputs?: readonly { readonly name: string; readonly type: string; readonly shape: readonly number[] }[]
  /** What the file says of itself. */
  readonly header?: OnnxHeader
}

export type FileOptions = BenchmarkOptions & StageOptions

const TIMEOUT_SECONDS = 120
const LEAST_MEMORY_BYTES = 2 * 2 ** 30
/** Weights are read, laid out anew for the processor, and worked with. */
const MEMORY_PER_BYTE = 4
const MEMORY_SHARE = 0.8

/**
 * Measures a model that the user has on disk. Its file is nobody's word: it runs in a process that can be ended, by path in a folder that holds nothing else, within limits of
 * memory (by default 2 GiB and four times its size, and never more than 80 % of the machine's), time (120 s), open files and written bytes.
 *
 * Throws `unsupported_precision` when a file shall be run in another number format, and what `localModel`, `withStagedModel`, `inputsForSize` and `measureInChild` throw.
 *
 * @example
 * await benchmarkFile({ path: 'resnet50.onnx', size: { batch: 8, imageSize: 224 }, providers: ['cpu'], method: PROFILES.quick }, { files })
 */
export async function benchmarkFile(question: FileQuestion, options: FileOptions): Promise<FileResult> {
  const found = await localModel(question.path)
  if (found.kind === 'graph') return benchmarkGraph(question, found, options)
  if (question.precision !== undefined) throw otherPrecision(found.name, question.precision)
  const measured = await withStagedModel(found.path, options, (staged) => measureStaged(question, staged, options))
  return { ...measured, name: found.name, hasOwnWeights: true }
}

/** A file cannot be run in a number format that was asked for. */
export const otherPrecision = (name: string, precision: RunnablePrecision) =>
  new BenchcastError('unsupported_precision', `${name} is run in the number format it was exported in, not in ${precision}: ask without a precision, or export it in that one.`)

async function benchmarkGraph({ size, precision = 'fp32', ...question }: FileQuestion, { name, model }: Extract<LocalModel, { readonly kind: 'graph' }>, options: FileOptions): Promise<FileResult> {
  const { batch, sequence, imageSize, past } = size
  const text = past === undefined ? { ...(sequence !== undefined && { sequenceLength: sequence }) } : { sequenceLength: past, phase: 'decode' }
  const runSize = runSizeOf(model, { batchSize: batch, ...text, ...(imageSize !== undefined && { imageSize }) })
  return { ...(await benchmark({ ...question, architecture: model.graph!, size: runSize, precision }, options)), name, hasOwnWeights: false }
}

async function measureStaged(question: FileQuestion, { folder, modelPath, header, bytes }: StagedModel, options: FileOptions) {
  const { size, providers, method, threads, seed = USUAL_SEED } = question
  const inputs = inputsForSize(header.inputs, size, seed)
  const limits = { ...fileLimits(bytes), ...options.limits }
  const job = { kind: 'measure', modelPath, inputs, providers, method: forBatch(method, size.batch), seed, ...(threads !== undefined && { threads }) } as const
  const raw = await measureInChild(job, { ...options, limits, folder }).catch((error: unknown) => {
    throw withoutFolder(error, folder)
  })
  return { ...resultOf(raw, question), header, inputs: inputs.map(({ name, type, shape }) => ({ name, type, shape })) }
}

/** What a process may use that runs a user's file of so many bytes, with what lies beside it. */
export const fileLimits = (bytes: number): ChildLimits => ({ timeoutSeconds: TIMEOUT_SECONDS, memoryBytes: Math.min(LEAST_MEMORY_BYTES + MEMORY_PER_BYTE * bytes, MEMORY_SHARE * totalmem()) })

const LONGEST_MESSAGE = 500

/** The runtime's words are partly the model's, and name a folder that nobody knows. */
function withoutFolder(error: unknown, folder: string): unknown {
  if (!(error instanceof BenchcastError)) return error
  const message = error.message.replaceAll(`${folder}/`, '').replaceAll(folder, 'its folder')
  return new BenchcastError(error.code, message.length > LONGEST_MESSAGE ? `${message.slice(0, LONGEST_MESSAGE)}…` : message)
}
