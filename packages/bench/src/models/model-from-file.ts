import type { OnnxHeader } from '@benchcast/core/graph/onnx'
import { type StageOptions, withStagedModel } from './staged-model.ts'

/** What a user's ONNX file is, without having been run. */
export interface FileModel extends OnnxHeader {
  readonly path: string
  /** Of the file and the files beside it that belong to it. */
  readonly bytes: number
}

/**
 * Reads inputs, outputs, operators and needed files of an ONNX model, in a process of its own and without its weights, and checks that it may be run.
 *
 * Throws what `withStagedModel` throws.
 *
 * @example
 * const { inputs } = await modelFromFile('resnet50.onnx') // [{ name: 'x', type: 'float32', shape: ['batch', 3, 224, 224] }]
 */
export const modelFromFile = (path: string, options: StageOptions = {}): Promise<FileModel> => withStagedModel(path, options, async ({ header, bytes }) => ({ ...header, path, bytes }))
