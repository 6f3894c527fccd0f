import { ofRepeats } from '../calibration/repeats.ts'
import type { Measurement, PredictionRequest, Quantity } from '../prediction.ts'
import { correctedMemory } from './memory.ts'

/** How a caller's memory measurements differ from the analytic need. */
interface MemoryResidual {
  readonly modelName: string
  readonly platform: string
  readonly device: string | undefined
  readonly log: number
}

/** What is worked out about the memory of a request or a measurement. */
export interface AnalyticMemory {
  /** Analytic need. */
  readonly memoryMb: Quantity
  /** The name that all names of the model share. */
  readonly modelName: string
  /** The same for all that are repeats of each other. */
  readonly repeatKey: string
}

/** Peak memory of a request, and whether it was measured in this very configuration. */
export interface KnownMemory {
  readonly memoryMb: Quantity
  readonly isMeasured: boolean
}

/** Measurements it takes to believe half of an offset: of the same model, and of other models on the same device. */
const PATIENCE = { model: 0.5, device: 4 }
/** Repeats of one model's peak memory differ by about this factor at other batches. */
const SPREAD = 1.25

/**
 * Learns from measured memory. What was measured is answered with the median of its repeats; elsewhere the analytic need is moved by the shrunken mean log ratio of the same model on the
 * same device, else of all models on that device.
 */
export class OwnMemory {
  readonly #residuals: readonly MemoryResidual[]
  readonly #measuredMb = new Map<string, number[]>()

  constructor(measurements: readonly Measurement[], analyticOf: (measurement: Measurement) => AnalyticMemory | undefined) {
    const residuals: MemoryResidual[] = []
    for (const measurement of measurements) {
      const { memoryMb = 0, platform, device } = measurement
      const analytic = memoryMb > 0 ? analyticOf(measurement) : undefined
      if (analytic === undefined) continue
      residuals.push({ modelName: analytic.modelName, platform, device, log: Math.log(memoryMb / analytic.memoryMb.value) })
      this.#remember(analytic.repeatKey, memoryMb)
    }
    this.#residuals = residuals
  }

  of({ platform, device }: PredictionRequest, { memoryMb, modelName, repeatKey }: AnalyticMemory, level: number): KnownMemory {
    const measured = this.#measuredMb.get(repeatKey)
    if (measured !== undefined) return { memoryMb: ofRepeats(measured, level), isMeasured: true }
    const here = this.#residuals.filter((residual) => residual.platform === platform && residual.device === device)
    const same = here.filter((residual) => residual.modelName === modelName)
    if (same.length > 0) return moved(memoryMb, shrunken(same, PATIENCE.model), SPREAD)
    return here.length === 0 ? { memoryMb, isMeasured: false } : moved(memoryMb, shrunken(here, PATIENCE.device), SPREAD ** 2)
  }

  #remember(repeatKey: string, memoryMb: number): void {
    const known = this.#measuredMb.get(repeatKey)
    if (known === undefined) this.#measuredMb.set(repeatKey, [memoryMb])
    else known.push(memoryMb)
  }
}

const moved = (memoryMb: Quantity, log: number, spread: number): KnownMemory => ({ memoryMb: correctedMemory(memoryMb, Math.exp(log), spread), isMeasured: false })

const shrunken = (residuals: readonly MemoryResidual[], patience: number): number => residuals.reduce((sum, { log }) => sum + log, 0) / (residuals.length + patience)
