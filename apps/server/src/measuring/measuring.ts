import { type AvailableHardware, availableHardware, type BenchmarkQuestion, type BenchmarkResult, type CheckResult, type Fingerprint, fingerprint, ModelFiles, runsInBrowser } from '@benchcast/bench'
import { PLATFORMS, type Platform } from '@benchcast/core/hardware'
import type { BenchKind, BenchKinds } from './bench-thread.ts'
import { type BenchCall, BenchThreads } from './bench-threads.ts'
import { DeviceTurns } from './device-turns.ts'

/** Platforms that are asked of together: those of ONNX Runtime, and those of a browser, which takes seconds to start. */
const HARDWARE_GROUPS = [PLATFORMS.filter((platform) => !runsInBrowser(platform)), PLATFORMS.filter(runsInBrowser)]

/** What measuring needs and everything that measures shares: models on disk, and what this machine is. Each is made when first asked for. */
export class Measuring {
  /** Whose turn it is on each device. */
  readonly turns = new DeviceTurns()
  readonly #threads = new BenchThreads()
  #files: Promise<ModelFiles> | undefined
  readonly #hardware = new Map<readonly Platform[], Promise<readonly AvailableHardware[]>>()
  #machine: Promise<Fingerprint> | undefined

  /** Models written so far. */
  files(): Promise<ModelFiles> {
    this.#files ??= ModelFiles.create()
    return this.#files
  }

  /** Platforms, and whether this machine has them; all when none are named. The runtime is asked once, and a browser only when somebody wants to know of its platforms. */
  async hardware(platforms: readonly Platform[] = PLATFORMS): Promise<readonly AvailableHardware[]> {
    const groups = HARDWARE_GROUPS.filter((group) => group.some((platform) => platforms.includes(platform)))
    const found = (await Promise.all(groups.map((group) => this.#ask(group)))).flat()
    return found.filter(({ platform }) => platforms.includes(platform))
  }

  #ask(group: readonly Platform[]): Promise<readonly AvailableHardware[]> {
    const known = this.#hardware.get(group) ?? availableHardware(group)
    this.#hardware.set(group, known)
    return known
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
