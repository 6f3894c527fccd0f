import { BenchcastError } from '@benchcast/core/errors'
import type { RunnablePrecision, SampleInput } from '@benchcast/core/graph/onnx'
import { runFeedsAnywhere } from '../run-anywhere.ts'
import type { OutputTensor } from '../runner/protocol.ts'
import type { ChildOptions } from '../runner/run-in-child.ts'

/** A result of a run, or the words with which the runtime refused. */
export type Outcome = readonly OutputTensor[] | { readonly message: string }

/** Size of a model under test; what is absent has its usual value. */
export interface TestSize {
  readonly batch: number
  readonly sequence?: number
}

/** A model at one size. */
export interface SizedModel {
  readonly path: string
  /** The usual inputs: the same whenever they are asked for. */
  readonly inputs: readonly SampleInput[]
  /** Shapes of its outputs, as far as the model says; a name stands for a dimension that may be anything. */
  readonly outputs: ReadonlyMap<string, readonly (number | string)[]>
}

export interface SizeChanges {
  readonly size?: Partial<TestSize>
  readonly precision?: RunnablePrecision
}

interface RunChanges extends SizeChanges {
  readonly providers?: readonly string[]
  readonly threads?: number
}

/** What a subject is, whatever it is made of. */
export interface SubjectFacts {
  readonly size: TestSize
  /** Number format it computes in. */
  readonly precision: RunnablePrecision
  readonly providers: readonly string[]
  readonly seed: number
}

/** A model under test: can be had at any size, and runs in a process of its own. */
export abstract class Subject {
  readonly facts: SubjectFacts
  readonly options: ChildOptions
  #repeated: Promise<readonly Outcome[]> | undefined

  constructor(facts: SubjectFacts, options: ChildOptions) {
    this.facts = facts
    this.options = options
  }

  /** The model at its own size and number format, or at another. Throws `Skipped` when it cannot be had at that one. */
  abstract at(changes?: SizeChanges): Promise<SizedModel>

  /** One outcome for each set of inputs, in order, all from one process. */
  outcomes({ path }: SizedModel, feeds: readonly (readonly SampleInput[])[], { providers = this.facts.providers, threads }: RunChanges = {}): Promise<readonly Outcome[]> {
    return runFeedsAnywhere({ kind: 'run', modelPath: path, feeds, providers, ...(threads !== undefined && { threads }) }, this.options)
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
  async run(changes: RunChanges = {}, inputsOf: (model: SizedModel) => readonly SampleInput[] = ({ inputs }) => inputs): Promise<readonly OutputTensor[]> {
    const model = await this.at(changes)
    const [outcome] = await this.outcomes(model, [inputsOf(model)], changes)
    return results(outcome!)
  }

  async #repeat(): Promise<readonly Outcome[]> {
    const model = await this.at()
    return this.outcomes(model, [model.inputs, model.inputs, model.inputs])
  }
}

export function results(outcome: Outcome): readonly OutputTensor[] {
  if ('message' in outcome) throw new BenchcastError('run_failed', outcome.message)
  return outcome
}
