import { type AvailableHardware, availableHardware, type BenchmarkQuestion, type BenchmarkResult, type Fingerprint, fingerprint, ModelFiles } from '@benchcast/bench'
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
  async measure(device: string, question: BenchmarkQuestion, call: Omit<BenchCall, 'folder'>): Promise<BenchmarkResult> {
    const { folder } = await this.files()
    return this.turns.take(device, () => this.#threads.run(question, { ...call, folder }))
  }

  /** Ends what is being measured and deletes the models. */
  async close(): Promise<void> {
    await this.#threads.close()
    await (await this.#files)?.remove()
  }
}
