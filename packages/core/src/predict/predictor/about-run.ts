import { ifKnown } from '../../errors.ts'
import type { HardwareSpec } from '../../hardware/index.ts'
import type { PredictionRequest } from '../prediction.ts'
import type { FigureBounds } from './figure-bounds.ts'
import { prepare } from './prepare.ts'

/** What is known of a run without predicting it. */
export interface AboutRun {
  /** Why it cannot run there, as predictions would say, at the end of a sentence; undefined when it can. */
  readonly whyNotRun: string | undefined
  /** What its figures can be. */
  readonly bounds: FigureBounds
}

/**
 * Whether a request can run on a device, and what its figures can be; undefined when its model cannot be looked up.
 *
 * @example
 * aboutRun({ modelName: 'meta-llama/Llama-3.1-70B', platform: 'cuda', batchSize: 1, sequenceLength: 128, mode: 'inference', precision: 'fp16' }, t4)?.whyNotRun
 * // 'it needs about 132 GB (131 GB of weights, 0.2 GB of activations) and NVIDIA T4 has 16 GB: use a lower precision or a device with more memory'
 */
export function aboutRun(request: PredictionRequest, device: HardwareSpec): AboutRun | undefined {
  return ifKnown(() => {
    const { unsupported, bounds } = prepare(request, device, [], () => undefined)
    return { whyNotRun: unsupported, bounds }
  })
}
