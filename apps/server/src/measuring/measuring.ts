import { type AvailableHardware, availableHardware, type Fingerprint, fingerprint, ModelFiles } from '@benchcast/bench'

/** What measuring needs and everything that measures shares: models on disk, and what this machine is. Each is made when first asked for. */
export class Measuring {
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

  /** Deletes the models. */
  async close(): Promise<void> {
    await (await this.#files)?.remove()
  }
}
