import { type AvailableHardware, availableHardware, type BenchmarkQuestion, type BenchmarkResult, type CheckResult, type Fingerprint, fingerprint, ModelFiles } from '@benchcast/bench'
import type { BenchKind, BenchKinds } from './bench-thread.ts'
import { type BenchCall, BenchThreads } from './bench-threads.ts'
import { DeviceTurns } from './device-turns.ts'

/** What measuring needs and everything that measures shares: models on disk, and what this machine is. Each is made when first asked for. */
export class Measuring {
  /** Whose turn it is on each device. */
  readonly turns = new DeviceTurns()
  readonly #threads = new BenchThreads()
  #files: Promise<ModelFiles> | undefined
  #hardware: Promise<readonly AvailableHardware[]> | undefined
  #machine: Promise<Fingerprint> | undefined

  /** Models written so far. */
  files(): Promise<ModelFiles> {
    this.#files ??= ModelFiles.create()
    return this.#files
  }

  /** Every platform, and whether this machine has it. Asked of the runtime once. */
  hardware(): Promise<readonly AvailableHardware[]> {
    this.#hardware ??= availableHardware()
    return this.#hardware
  }

  machine(): Promise<Fingerprint> {
    this.#machine ??= fingerprint()
    return this.#machine
  }

  /** Measures one configuration, beside the event loop and alone on its device. Throws what {@link BenchThreads.run} throws. */
  measure(device: string, question: BenchmarkQuestion, call: Omit<BenchCall<'benchmark'>, 'folder'>): Promise<BenchmarkResult> {
    return this.#run('benchmark', device, question, call)
  }

  /** Tests a model on a device, beside the event loop and alone there. Throws what {@link BenchThreads.run} throws. */
  test(device: string, question: BenchKinds['test']['question'], call: Omit<BenchCall<'test'>, 'folder'>): Promise<readonly CheckResult[]> {
    return this.#run('test', device, question, call)
  }

  async #run<Kind extends BenchKind>(kind: Kind, device: string, question: BenchKinds[Kind]['question'], call: Omit<BenchCall<Kind>, 'folder'>): Promise<BenchKinds[Kind]['result']> {
    const { folder } = await this.files()
    return this.turns.take(device, () => this.#threads.run(kind, question, { ...call, folder }))
  }

  /** Ends what is being measured and deletes the models. */
  async close(): Promise<void> {
    await this.#threads.close()
    await (await this.#files)?.remove()
  }
}
