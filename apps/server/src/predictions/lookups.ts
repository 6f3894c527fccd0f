import { ifKnown } from '@benchcast/core/errors'
import type { HardwareSpec } from '@benchcast/core/hardware'
import { aboutRun, type FigureBounds, type PredictionRequest, type RequestedDevice, requestedDevice } from '@benchcast/core/predict'

/** What is known of a request without predicting it. */
export interface AboutRequest {
  /** Undefined when the catalogue has none of the name. */
  readonly found: RequestedDevice | undefined
  /** Why predictions say that the model cannot run there, as the end of a sentence. */
  readonly whyNotRun: string | undefined
  /** What its figures can be; undefined when its model or device cannot be looked up. */
  readonly bounds: FigureBounds | undefined
}

const MOST = 5000

/** Looks up the device of requests and whether their model can run on it, and remembers it of those that were asked a moment ago. */
export class Lookups {
  readonly #machine: HardwareSpec | undefined
  readonly #known = new Map<string, AboutRequest>()

  constructor(machine: HardwareSpec | undefined) {
    this.#machine = machine
  }

  of(request: PredictionRequest): AboutRequest {
    // A configuration can be large, and is seldom asked twice.
    if (request.modelConfig !== undefined) return this.#lookUp(request)
    const key = JSON.stringify(request)
    const known = this.#known.get(key)
    if (known !== undefined) return known
    // Keeping the order in which they were asked takes longer than most of them to look up again.
    if (this.#known.size >= MOST) this.#known.clear()
    const about = this.#lookUp(request)
    this.#known.set(key, about)
    return about
  }

  #lookUp(request: PredictionRequest): AboutRequest {
    const found = ifKnown(() => requestedDevice(request, this.#machine))
    const about = found && aboutRun(request, found.device)
    return { found, whyNotRun: about?.whyNotRun, bounds: about?.bounds }
  }
}
