import { BenchcastError } from '@benchcast/core/errors'
import { type FileSize, inputsForSize, type OnnxHeader, type OnnxValue, type RunnablePrecision, type SampleInput } from '@benchcast/core/graph/onnx'
import { numberFormatOf } from '../models/number-format.ts'
import type { StagedModel } from '../models/staged-model.ts'
import type { ChildOptions } from '../runner/run-in-child.ts'
import { Skipped } from './check.ts'
import { type SizeChanges, type SizedModel, Subject, type TestSize } from './subject.ts'

/** A model of the user's that is tested, and where. */
export interface FileTestQuestion {
  /** An `.onnx` file or a Hugging Face folder. */
  readonly path: string
  readonly size: TestSize
  /** Of a folder without an ONNX file (default fp32). A file is tested in the number format it has: leave it out. */
  readonly precision?: RunnablePrecision
  readonly providers: readonly string[]
  readonly seed: number
}

/** A user's ONNX file: it has the weights, the number format and the sizes it was exported with. */
export class FileSubject extends Subject {
  readonly #header: OnnxHeader
  readonly #path: string

  constructor({ size, providers, seed }: FileTestQuestion, { header, modelPath, folder }: StagedModel, options: ChildOptions) {
    const taken = { ...size, batch: batchTaken(header.inputs, size) }
    super({ size: taken, precision: numberFormatOf(header), providers, seed }, { ...options, folder })
    this.#header = header
    this.#path = modelPath
  }

  override async at({ size }: SizeChanges = {}): Promise<SizedModel> {
    const { inputs, outputs } = this.#header
    const shapes = outputs.flatMap(({ name, shape }) => (shape === undefined ? [] : [[name, shape] as const]))
    return { path: this.#path, inputs: this.#inputs(inputs, { ...this.facts.size, ...size }), outputs: new Map(shapes) }
  }

  #inputs(inputs: readonly OnnxValue[], size: FileSize): readonly SampleInput[] {
    try {
      return inputsForSize(inputs, size, this.facts.seed)
    } catch (error) {
      if (error instanceof BenchcastError && size.batch !== this.facts.size.batch) throw new Skipped(error.message)
      throw error
    }
  }
}

/** The batch that is wanted, or the only one that the file takes. */
function batchTaken(inputs: readonly OnnxValue[], size: FileSize): number {
  try {
    inputsForSize(inputs, size, 0)
    return size.batch
  } catch {
    const [first] = inputs.flatMap(({ shape }) => (shape && shape.length > 0 ? [shape[0]!] : []))
    return typeof first === 'number' && first > 0 ? first : size.batch
  }
}
