import type { Architecture } from '@benchcast/core/graph'
import { type RunnablePrecision, type RunSize, runnableGraph, sampleInputs } from '@benchcast/core/graph/onnx'
import type { ModelFiles } from '../models/model-files.ts'
import type { ChildOptions } from '../runner/run-in-child.ts'
import { type SizeChanges, type SizedModel, Subject } from './subject.ts'

/** An architecture that is tested, and where. */
export interface TestQuestion {
  readonly architecture: Architecture
  readonly size: RunSize
  readonly precision: RunnablePrecision
  readonly providers: readonly string[]
  readonly seed: number
}

/** A model that is built from its layers, with random weights, at any size and in any number format. */
export class GraphSubject extends Subject {
  readonly #question: TestQuestion
  readonly #files: ModelFiles

  constructor(question: TestQuestion, files: ModelFiles, options: ChildOptions) {
    super(question, options)
    this.#question = question
    this.#files = files
  }

  override async at({ size, precision = this.#question.precision }: SizeChanges = {}): Promise<SizedModel> {
    const { architecture, size: usual, seed } = this.#question
    const graph = runnableGraph(architecture, { ...usual, ...size }, precision)
    return { path: await this.#files.write(graph, seed), inputs: sampleInputs(graph, seed), outputs: new Map(graph.outputs.map((name) => [name, graph.tensors.get(name)!.shape])) }
  }
}
