import { BenchcastError } from '@benchcast/core/errors'
import type { Architecture, Graph } from '@benchcast/core/graph'
import { type RunnablePrecision, type RunSize, runnableGraph, type SampleInput, sampleInputs } from '@benchcast/core/graph/onnx'
import type { ModelFiles } from '../models/model-files.ts'
import { runFeedsAnywhere } from '../run-anywhere.ts'
import type { OutputTensor } from '../runner/protocol.ts'
import type { ChildOptions } from '../runner/run-in-child.ts'

/** What is tested, and where. */
export interface TestQuestion {
  readonly architecture: Architecture
  readonly size: RunSize
  readonly precision: RunnablePrecision
  readonly providers: readonly string[]
  readonly seed: number
}

/** A result of a run, or the words with which the runtime refused. */
export type Outcome = readonly OutputTensor[] | { readonly message: string }

interface RunChanges {
  readonly size?: Partial<RunSize>
  readonly precision?: RunnablePrecision
  readonly providers?: readonly string[]
  readonly threads?: number
}

/** A model under test: builds it at any size, runs it in a process of its own. */
export class Subject {
  readonly question: TestQuestion
  readonly #files: ModelFiles
  readonly #options: ChildOptions
  #repeated: Promise<readonly Outcome[]> | undefined

  constructor(question: TestQuestion, files: ModelFiles, options: ChildOptions) {
    this.question = question
    this.#files = files
    this.#options = options
  }

  graph({ size, precision = this.question.precision }: RunChanges = {}): Graph {
    return runnableGraph(this.question.architecture, { ...this.question.size, ...size }, precision)
  }

  inputs(graph: Graph): readonly SampleInput[] {
    return sampleInputs(graph, this.question.seed)
  }

  path(graph: Graph): Promise<string> {
    return this.#files.write(graph, this.question.seed)
  }

  get options(): ChildOptions {
    return this.#options
  }

  /** One outcome for each set of inputs, in order, all from one process. */
  async outcomes(graph: Graph, feeds: readonly (readonly SampleInput[])[], { providers = this.question.providers, threads }: RunChanges = {}): Promise<readonly Outcome[]> {
    return runFeedsAnywhere({ kind: 'run', modelPath: await this.path(graph), feeds, providers, ...(threads !== undefined && { threads }) }, this.#options)
  }

  /** Three outcomes on the usual inputs from one process, run when first asked for and shared by all who only look at them. */
  repeated(): Promise<readonly Outcome[]> {
    this.#repeated ??= this.#repeat()
    return this.#repeated
  }

  /** Results on the usual inputs, from the runs that are shared. Throws `run_failed` when the runtime refuses. */
  async usual(): Promise<readonly OutputTensor[]> {
    const [first] = await this.repeated()
    return results(first!)
  }

  /** Results of a run of its own. Throws `run_failed` when the runtime refuses. */
  async run(changes: RunChanges = {}, inputsOf: (graph: Graph) => readonly SampleInput[] = (graph) => this.inputs(graph)): Promise<readonly OutputTensor[]> {
    const graph = this.graph(changes)
    const [outcome] = await this.outcomes(graph, [inputsOf(graph)], changes)
    return results(outcome!)
  }

  #repeat(): Promise<readonly Outcome[]> {
    const graph = this.graph()
    const inputs = this.inputs(graph)
    return this.outcomes(graph, [inputs, inputs, inputs])
  }
}

export function results(outcome: Outcome): readonly OutputTensor[] {
  if ('message' in outcome) throw new BenchcastError('run_failed', outcome.message)
  return outcome
}
