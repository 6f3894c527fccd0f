import { GpuPowerMeter } from './gpu-power.ts'
import { EnergyCounter, type EnergyReading } from './rapl.ts'

/** Execution providers that run on an NVIDIA GPU. */
const ON_NVIDIA: ReadonlySet<string> = new Set(['cuda', 'tensorrt'])

/** What the machine shows of the energy that a measurement takes: that of the processor and its memory where Linux lets it be read, and that of the GPU that runs the model. */
export class PowerMeter {
  readonly #processor = EnergyCounter.start()
  readonly #gpu: GpuPowerMeter | undefined

  private constructor(usesGpu: boolean) {
    this.#gpu = usesGpu ? GpuPowerMeter.start() : undefined
  }

  static start(providers: readonly string[]): PowerMeter {
    return new PowerMeter(providers.some((provider) => ON_NVIDIA.has(provider)))
  }

  /** Now and then, so that no counter begins anew twice unseen. */
  look(): void {
    this.#processor?.look()
  }

  /** What was drawn since the start, over as many seconds; empty where nothing is shown. */
  async end(seconds: number): Promise<readonly EnergyReading[]> {
    const processor = this.#processor?.readings() ?? []
    return [...processor, ...((await this.#gpu?.end(seconds)) ?? [])]
  }
}
