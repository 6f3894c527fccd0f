import type { Measurement, PredictionRequest } from '../prediction.ts'

/** How a caller's memory measurements differ from the analytic need. */
interface MemoryResidual {
  readonly modelName: string
  readonly platform: string
  readonly device: string | undefined
  readonly log: number
}

/** What was learnt about the memory of a request: a factor on the analytic need, and how far (factor) the truth may still be from it. */
export interface MemoryCorrection {
  readonly factor: number
  readonly spread: number
}

/** Measurements it takes to believe half of an offset: of the same model, and of other models on the same device. */
const PATIENCE = { model: 0.5, device: 4 }
/** Repeats of one model's peak memory differ by about this factor at other batches. */
const SPREAD = 1.25

/** Learns from measured memory: the shrunken mean log ratio of the same model on the same device, else of all models on that device. */
export class OwnMemory {
  readonly #residuals: readonly MemoryResidual[]

  constructor(measurements: readonly Measurement[], analyticMb: (measurement: Measurement) => number | undefined) {
    this.#residuals = measurements.flatMap((measurement) => {
      const { memoryMb = 0, modelName, platform, device } = measurement
      const analytic = memoryMb > 0 ? analyticMb(measurement) : undefined
      return analytic === undefined ? [] : [{ modelName, platform, device, log: Math.log(memoryMb / analytic) }]
    })
  }

  correction({ modelName, platform, device }: PredictionRequest): MemoryCorrection | undefined {
    const here = this.#residuals.filter((residual) => residual.platform === platform && residual.device === device)
    const same = here.filter((residual) => residual.modelName === modelName)
    if (same.length > 0) return { factor: Math.exp(shrunken(same, PATIENCE.model)), spread: SPREAD }
    return here.length === 0 ? undefined : { factor: Math.exp(shrunken(here, PATIENCE.device)), spread: SPREAD ** 2 }
  }
}

const shrunken = (residuals: readonly MemoryResidual[], patience: number): number => residuals.reduce((sum, { log }) => sum + log, 0) / (residuals.length + patience)
