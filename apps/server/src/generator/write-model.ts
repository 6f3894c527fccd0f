import type { FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { BenchcastError } from '@benchcast/core/errors'
import { RUNNABLE_PRECISIONS, type RunnablePrecision, runnableGraph, writeOnnx } from '@benchcast/core/graph/onnx'
import { type ResolvedModel, resolveModel, runSizeOf } from '@benchcast/core/models'
import type { ScriptRequest } from './plan.ts'
import { writeWhole } from './whole-file.ts'

/** An ONNX file that is to be written. */
export interface ModelWork {
  readonly modelName: string
  readonly context: ScriptRequest['template_context']
  readonly folder: string
  readonly file: string
  /** The task that writes it. */
  readonly taskId: string
}

export interface WrittenModel {
  /** Name of the file with the weights, where they are too large for the model itself. */
  readonly weightsFile: string | undefined
}

const SEED = 7
/** Smaller models carry their weights themselves. */
const LARGEST_INLINE_BYTES = 16 * 2 ** 20
/** A larger one would fill the disk of a server for a file that is better exported where it is needed. */
const LARGEST_BYTES = 8 * 2 ** 30

/** Where the weights of a model file lie that are not in it. */
export const weightsFileOf = (modelFile: string): string => modelFile.replace(/onnx$/, 'weights')

/**
 * Runs in a worker thread: writes a model with random weights at one size. Files are replaced whole. Throws `unsupported_precision`, `invalid_model` for a sequence the model cannot
 * read, and `cannot_run` for one that is too large.
 */
export async function writeModel({ modelName, context, folder, file, taskId }: ModelWork, progress: (fraction: number, message: string) => void): Promise<WrittenModel> {
  const model = resolveModel({ modelName })
  const { batch_size, sequence_length, image_size, precision } = context
  const query = { batchSize: batch_size, sequenceLength: sequence_length, ...(image_size != null && { imageSize: image_size }), precision }
  const { weightBytes } = checked(model, context, model.costs(query))
  progress(0.2, `Writing ${file} (${Math.ceil(weightBytes / 2 ** 20)} MB of weights)`)
  const graph = runnableGraph(model.graph!, runSizeOf(model, query), precision as RunnablePrecision)
  const weightsFile = weightBytes > LARGEST_INLINE_BYTES ? weightsFileOf(file) : undefined
  const { model: bytes, external, bytesOf } = writeOnnx(graph, { seed: SEED, ...(weightsFile !== undefined && { externalFile: weightsFile }) })
  const writeWeights = async (handle: FileHandle) => {
    for (const { tensor, offset } of external) await handle.write(bytesOf(tensor), 0, undefined, offset)
  }
  if (weightsFile !== undefined) await writeWhole({ path: join(folder, weightsFile), taskId, write: writeWeights })
  await writeWhole({ path: join(folder, file), taskId, write: async (handle) => void (await handle.write(bytes)) })
  return { weightsFile }
}

function checked<C extends { readonly weightBytes: number }>({ longestSequence = Infinity }: ResolvedModel, { sequence_length, precision }: ModelWork['context'], costs: C): C {
  if (!Object.hasOwn(RUNNABLE_PRECISIONS, precision))
    throw new BenchcastError('unsupported_precision', `ONNX files cannot be written in ${precision} here: ask for ${Object.keys(RUNNABLE_PRECISIONS).join(', ')}.`)
  if (sequence_length > longestSequence) throw new BenchcastError('invalid_model', `The model reads at most ${longestSequence} tokens: ask for a sequence_length of ${longestSequence} or less.`)
  if (costs.weightBytes > LARGEST_BYTES)
    throw new BenchcastError(
      'cannot_run',
      `Its weights take ${(costs.weightBytes / 2 ** 30).toFixed(1)} GB, more than is written beside a script: set write_model to false and export the model where it is measured.`,
    )
  return costs
}
